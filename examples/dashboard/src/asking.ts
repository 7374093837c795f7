// Questions that take longer than a frame may: a worker with a plan of its own answers them.

import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Edit, Issue } from "okrkit";

import type { Answers, Question } from "./answers";
import { momentsUpToNow, now } from "./state";

/** What the worker is told: how to come to a plan, a question about one, or a text to look at. */
export type Message =
  | { readonly kind: "plan"; readonly version: number; readonly text: string }
  | { readonly kind: "edits"; readonly version: number; readonly base: number; readonly edits: readonly Edit[] }
  | { readonly kind: "ask"; readonly id: number; readonly version: number; readonly question: Question }
  | { readonly kind: "inspect"; readonly id: number; readonly text: string };

export type Reply = { readonly id: number } & ({ readonly answer: unknown } | { readonly error: string });

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
/** The versions of the plan that the worker has. */
const sent = new Set<number>();
let ids = 0;

worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
  const asked = waiting.get(data.id);
  waiting.delete(data.id);
  if ("answer" in data) asked?.resolve(data.answer);
  else asked?.reject(new Error(data.error));
});

const post = (message: Message): void => worker.postMessage(message);

/** Brings the worker to the plan of now: by its text the first time, by edits after. */
function bringUpToNow(): number | undefined {
  const moments = momentsUpToNow();
  let base: number | undefined;
  for (const { plan, version, edits } of moments) {
    if (!sent.has(version)) {
      if (edits !== undefined && base !== undefined) post({ kind: "edits", version, base, edits });
      else post({ kind: "plan", version, text: plan.toString() });
      sent.add(version);
    }
    base = version;
  }
  return base;
}

function send<Answer>(message: (id: number) => Message): Promise<Answer> {
  const id = ++ids;
  return new Promise<Answer>((resolve, reject) => {
    waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
    post(message(id));
  });
}

/** Asks about the plan of now. */
export function ask<Kind extends keyof Answers>(question: Extract<Question, { kind: Kind }>): Promise<Answers[Kind]> {
  const version = bringUpToNow();
  if (version === undefined) return Promise.reject(new Error("no plan is open"));
  return send((id) => ({ kind: "ask", id, version, question }));
}

/** What is wrong with a text, each problem with its place; none if it is a plan. The page goes on meanwhile. */
export function inspect(text: string): Promise<readonly Issue[]> {
  return send((id) => ({ kind: "inspect", id, text }));
}

/** An answer that follows what is asked: the last one stays until the next is there. */
export interface Asked<Answer> {
  readonly answer: Answer | undefined;
  readonly isWaiting: boolean;
  readonly error: string | undefined;
}

/**
 * Asks again whenever what is asked changes. One question is under way at a time, and of those that come up meanwhile only the
 * last is asked, so that a slider that moves does not leave a queue behind.
 */
export function asked<Kind extends keyof Answers>(make: () => Extract<Question, { kind: Kind }> | null): ReadonlySignal<Asked<Answers[Kind]>> {
  const state = signal<Asked<Answers[Kind]>>({ answer: undefined, isWaiting: false, error: undefined });
  let next: Extract<Question, { kind: Kind }> | null = null;
  let isUnderWay = false;
  const go = async (): Promise<void> => {
    while (next !== null) {
      const question = next;
      next = null;
      try {
        const answer = await ask<Kind>(question);
        state.value = { answer, isWaiting: next !== null, error: undefined };
      } catch (error) {
        state.value = { ...state.peek(), isWaiting: next !== null, error: error instanceof Error ? error.message : String(error) };
      }
    }
    isUnderWay = false;
  };
  effect(() => {
    const moment = now.value;
    const question = make();
    if (moment === null || question === null) return;
    next = question;
    if (!isUnderWay) {
      isUnderWay = true;
      state.value = { ...state.peek(), isWaiting: true };
      void go();
    }
  });
  return state;
}
