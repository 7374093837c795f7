// What values that are tried out would do to everything above them, before they are kept.

import { computed } from "@preact/signals";
import { OkrError, type Issue, type WhatIf } from "okrkit";
import type { JSX } from "preact";

import { asOf, edit, format, now, outline, profileName, said, texts, tried, triedEdits } from "../state";
import { word } from "../texts";
import { Title } from "./basic";

type Changes = WhatIf["changes"];
type Effect = { readonly changes: Changes } | { readonly issues: readonly Issue[] };

const SHOWN = ["progress", "score", "grade", "status"];

/** The changes with the figures that are shown alone; a node that differs in nothing else, such as days since a check-in, has no row. */
const withShown = (changes: Changes): Changes =>
  changes
    .map((change) => ({ ...change, figures: change.figures.filter(({ figure }) => SHOWN.includes(figure)) }))
    .filter(({ figures }) => figures.length > 0);

const effect = computed((): Effect | null => {
  const plan = now.value?.plan;
  const edits = triedEdits.value;
  if (plan === undefined || edits.length === 0) return null;
  try {
    return { changes: withShown(plan.whatIf(edits, { asOf: asOf.value, profile: profileName.value }).changes) };
  } catch (error) {
    if (error instanceof OkrError) return { issues: error.issues };
    throw error;
  }
});

function valueText(figure: string, value: unknown): string {
  const f = format.value;
  if (value === null || value === undefined) return "–";
  if (typeof value === "number") return figure === "grade" ? f.grade(value) : figure === "progress" ? f.percent(value) : f.figure(value);
  return word(texts.value, "status", String(value));
}

export function Tried(): JSX.Element | null {
  const found = effect.value;
  if (found === null) return null;
  const t = texts.value;
  const discard = (): void => {
    tried.value = new Map();
  };
  const keep = (): void => {
    if (edit(triedEdits.value).length > 0) return;
    discard();
    said.value = t.kept;
  };
  return (
    <section class="tried" aria-label={t.tried} data-tried>
      <h2>{t.tried}</h2>
      {"issues" in found ? (
        <ul role="alert" class="error">
          {found.issues.map((issue, at) => (
            <li key={at}>
              <bdi>{issue.message}</bdi>
            </li>
          ))}
        </ul>
      ) : found.changes.length === 0 ? (
        <p>{t.nothingChanges}</p>
      ) : (
        <ul aria-live="polite">
          {found.changes.map((change) => (
            <li key={change.node} data-changed={change.node}>
              <strong>
                <Title title={outline.value?.byId.get(change.node)?.title ?? change.node} />
              </strong>
              {": "}
              {change.figures
                .map(({ figure, before, after }) => `${t[figure as "progress"]} ${t.change(valueText(figure, before), valueText(figure, after))}`)
                .join(" · ")}
            </li>
          ))}
        </ul>
      )}
      <div class="buttons">
        <button type="button" class="primary" disabled={"issues" in found} onClick={keep}>
          {t.keep}
        </button>
        <button type="button" onClick={discard}>
          {t.discard}
        </button>
      </div>
    </section>
  );
}
