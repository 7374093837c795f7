// Why a number is what it is: the steps of the explanation, each in the language of the page.

import type { JSX } from "preact";

import { titleIn } from "../format";
import { card, explaining, language, outline, texts } from "../state";
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
            <span>{step.text}</span>
          ) : (
            <details open={level < 3}>
              <summary>{step.text}</summary>
              <Steps steps={step.steps} level={level + 1} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Explain(): JSX.Element | null {
  const asked = explaining.value;
  const scores = card.value;
  if (asked === null || scores === null) return null;
  const t = texts.value;
  const title = titleIn(outline.value?.byId.get(asked.node)?.title ?? asked.node, language.value);
  return (
    <Window title={t.why(t[asked.figure], title)} onClose={() => (explaining.value = null)}>
      <div class="why" data-why={`${asked.node} ${asked.figure}`}>
        <Steps steps={treeOf(scores.why(asked.node, asked.figure, language.value))} level={0} />
      </div>
    </Window>
  );
}
