// What the worker does: a plan of its own, and the verbs that take longer than a frame.

import { documents, OkrError, Plan, type Agenda, type Comparison, type Forecast, type Issue, type LintReport, type Trend } from "okrkit";

import type { Message } from "./asking";

/** What can be asked. */
export type Question =
  | { readonly kind: "trend"; readonly profile: string; readonly nodes: readonly string[]; readonly from: string; readonly to: string; readonly every: "day" | "week" }
  | { readonly kind: "compare"; readonly asOf: string; readonly profiles: readonly string[] }
  | { readonly kind: "forecast"; readonly asOf: string; readonly profile: string; readonly keyResult: string }
  | { readonly kind: "agenda"; readonly asOf: string; readonly profile: string; readonly meeting: "weekly" | "monthly" }
  | { readonly kind: "lint"; readonly asOf: string; readonly profile: string };

/** A node on every day. */
export type Points = Trend["nodes"][number]["points"];

/** What is answered to which. */
export interface Answers {
  readonly trend: ReadonlyMap<string, Points>;
  readonly compare: Comparison;
  readonly forecast: Forecast | null;
  readonly agenda: Agenda;
  readonly lint: { readonly findings: LintReport["findings"]; readonly nFindings: number; readonly nAccepted: number };
}

/** How many findings are handed over: to receive thousands takes the page longer than a frame, and nobody reads them. */
const FINDINGS = 500;

const plans = new Map<number, Plan>();
/** Trends of whole plans are kept, since every sparkline asks for a part of the same one. */
let kept: { readonly key: string; readonly byNode: ReadonlyMap<string, Points> } | undefined;

function answer(version: number, question: Question): Answers[keyof Answers] {
  const plan = plans.get(version);
  if (plan === undefined) throw new Error(`there is no plan of version ${version}`);
  switch (question.kind) {
    case "trend": {
      const { profile, from, to, every } = question;
      const key = JSON.stringify([version, profile, from, to, every]);
      if (kept?.key !== key) {
        const trend = plan.trend({ from, to, every }, { profile });
        kept = { key, byNode: new Map(trend.nodes.map((node) => [node.node, node.points])) };
      }
      const { byNode } = kept;
      return new Map(question.nodes.flatMap((node) => (byNode.has(node) ? [[node, byNode.get(node) ?? []] as const] : [])));
    }
    case "compare":
      return plan.compare(question.profiles, { asOf: question.asOf });
    case "forecast":
      return plan.forecast(question.keyResult, { asOf: question.asOf, profile: question.profile });
    case "agenda":
      return plan.agenda(question.meeting, { asOf: question.asOf, profile: question.profile });
    case "lint": {
      const { findings, ignored } = plan.lintReport({ asOf: question.asOf, profile: question.profile });
      return { findings: findings.slice(0, FINDINGS), nFindings: findings.length, nAccepted: ignored.length };
    }
  }
}

function inspect(text: string): readonly Issue[] {
  try {
    Plan.parse(text);
    return [];
  } catch (error) {
    if (!(error instanceof OkrError)) throw error;
    return placed(text, error.issues);
  }
}

/** Issues with their places in the text. What could not be parsed has its place already. */
function placed(text: string, issues: readonly Issue[]): readonly Issue[] {
  if (issues.every((issue) => issue.position !== undefined)) return issues;
  const positions = documents.locate(
    text,
    issues.map((issue) => issue.path),
  );
  return issues.map((issue, at) => {
    const position = issue.position ?? positions[at];
    return position === undefined ? issue : { ...issue, position };
  });
}

/** Does what a message says; what it asks for is handed back. */
export function handle(message: Message): unknown {
  switch (message.kind) {
    case "plan":
      // A plan that was opened starts anew: nobody goes back behind it.
      plans.clear();
      plans.set(message.version, Plan.parse(message.text));
      return undefined;
    case "edits": {
      const base = plans.get(message.base);
      if (base !== undefined) plans.set(message.version, base.apply(message.edits));
      return undefined;
    }
    case "ask":
      return answer(message.version, message.question);
    case "inspect":
      return inspect(message.text);
  }
}
