// Why a number is what it is: the steps of the explanation, each in the language of the page.

import type { Figure, Subject } from "okrkit";
import type { JSX } from "preact";

import { titleIn } from "../format";
import { isKeyResult } from "../outline";
import type { Scores } from "../scores";
import { card, explaining, format, language, outline, texts, type Explained } from "../state";
import { subjectKey } from "./figures";
import { Window } from "./window";

interface Line {
  readonly text: string;
  readonly steps: Line[];
}

/** The indented text of an explanation as a tree: two spaces a level. */
export function treeOf(text: string): readonly Line[] {
  const top: Line[] = [];
  const above: Line[][] = [top];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const level = Math.min((line.length - line.trimStart().length) / 2, above.length - 1);
    const step: Line = { text: line.trim(), steps: [] };
    above[level]?.push(step);
    above.length = level + 1;
    above.push(step.steps);
  }
  return top;
}

function Steps({ steps, level }: { readonly steps: readonly Line[]; readonly level: number }): JSX.Element {
  return (
    <ul>
      {steps.map((step, at) => (
        <li key={at}>
          {step.steps.length === 0 ? (
            <bdi>{step.text}</bdi>
          ) : (
            <details open={level < 3}>
              <summary>
                <bdi>{step.text}</bdi>
              </summary>
              <Steps steps={step.steps} level={level + 1} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where a confidence comes from: it is what people say, so the page tells who was asked and leaves it at that. */
function confidenceSteps(scores: Scores, id: string): readonly Line[] {
  const [t, f] = [texts.value, format.value];
  const node = outline.value?.byId.get(id);
  if (node === undefined) return [];
  const said = (keyResult: string): string => f.percent(scores.keyResult(keyResult)?.confidence);
  if (isKeyResult(node)) return [{ text: t.confidenceSaid(said(id)), steps: [] }];
  const members = node.keyResults.map((keyResult) => ({
    text: t.confidenceOf(titleIn(keyResult.title, language.value), said(keyResult.id), f.percent(scores.keyResult(keyResult.id)?.share)),
    steps: [],
  }));
  return [{ text: t.confidenceMean(f.percent(scores.objective(id)?.confidence)), steps: members }];
}

/** The steps to a figure. What the package does not explain by itself is part of the explanation of another figure. */
function stepsTo({ subject, figure }: Explained, scores: Scores): readonly Line[] {
  const why = (of: Subject, as: Figure): readonly Line[] => treeOf(scores.why(of, as, language.value));
  switch (figure) {
    case "reading":
    case "target":
      return why(subject, "progress");
    case "share": {
      const node = typeof subject === "string" ? outline.value?.byId.get(subject) : undefined;
      return node !== undefined && isKeyResult(node) ? why(node.objective, "progress") : [];
    }
    case "net_confidence":
      return why(subject, "status");
    case "confidence":
      return typeof subject === "string" ? confidenceSteps(scores, subject) : [];
    default:
      return why(subject, figure);
  }
}

/** The title of a node or of a group. */
function titleOf({ subject }: Explained): string {
  const plan = outline.value;
  if (typeof subject === "string") return titleIn(plan?.byId.get(subject)?.title ?? subject, language.value);
  if (subject.of === undefined) return texts.value.total;
  return titleIn(plan?.teams.get(subject.of)?.title ?? subject.of, language.value);
}

export function Explain(): JSX.Element | null {
  const asked = explaining.value;
  const scores = card.value;
  if (asked === null || scores === null) return null;
  const t = texts.value;
  return (
    <Window title={t.why(t[asked.figure], titleOf(asked))} onClose={() => (explaining.value = null)}>
      <div class="why" data-why={`${subjectKey(asked.subject)} ${asked.figure}`}>
        <Steps steps={stepsTo(asked, scores)} level={0} />
      </div>
    </Window>
  );
}
