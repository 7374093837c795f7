// The form of a check-in: the fields that the measure takes, and what the plan says against them.

import type { CheckIn as CheckInFields, Issue } from "okrkit";
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { titleIn } from "../format";
import { isKeyResult, type KeyResultOutline, type MeasureShape } from "../outline";
import { asOf, card, checkingIn, edit, format, language, outline, said, texts } from "../state";
import { Choice, Field, Title } from "./basic";
import { readingText } from "./reading";
import { Window } from "./window";

const ZONES = ["fail", "commit", "target", "stretch"] as const;

/** What the fields of one measure hold; `undefined` is left out of the check-in. */
type Figures = Record<string, unknown>;

function numberOf(text: string): number | undefined {
  return text.trim() === "" ? undefined : Number(text);
}

/** The fields that a measure takes. */
function Fields({ measure, figures, onChange }: { readonly measure: MeasureShape; readonly figures: Figures; readonly onChange: (figures: Figures) => void }): JSX.Element {
  const t = texts.value;
  const set = (name: string, value: unknown): void => onChange({ ...figures, [name]: value });
  const number = (name: string, label: string): JSX.Element => (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          step="any"
          inputMode="decimal"
          name={name}
          value={figures[name] === undefined ? "" : String(figures[name])}
          onInput={(event) => set(name, numberOf(event.currentTarget.value))}
        />
      )}
    </Field>
  );
  switch (measure.kind) {
    case "done":
      return (
        <Choice
          label={t.done}
          value={figures["done"] === undefined ? "" : String(figures["done"])}
          options={[
            ["", "–"],
            ["true", t.yes],
            ["false", t.no],
          ]}
          onChange={(value) => set("done", value === "" ? undefined : value === "true")}
        />
      );
    case "zones":
      return (
        <Choice
          label={t.zone}
          value={String(figures["zone"] ?? "")}
          options={[["", "–"], ...ZONES.map((zone) => [zone, t[`zone_${zone}`]] as const)]}
          onChange={(value) => set("zone", value === "" ? undefined : value)}
        />
      );
    case "milestones": {
      const done = new Set((figures["steps_done"] as readonly string[] | undefined) ?? []);
      const steps = measure.steps ?? [];
      return (
        <fieldset>
          <legend>{t.steps}</legend>
          {steps.map((step) => (
            <label key={step.id}>
              <input
                type="checkbox"
                checked={done.has(step.id)}
                onChange={(event) => {
                  if (event.currentTarget.checked) done.add(step.id);
                  else done.delete(step.id);
                  // Steps that stay unticked are said nothing of: they are as they were.
                  set("steps_done", done.size === 0 ? undefined : steps.filter((each) => done.has(each.id)).map((each) => each.id));
                }}
              />{" "}
              <Title title={step.title ?? step.id} />
            </label>
          ))}
        </fieldset>
      );
    }
    case "events":
      return measure.each_at_least === undefined ? (
        <Choice
          label={t.event}
          value={figures["event"] === undefined ? "" : "true"}
          options={[
            ["", "–"],
            ["true", t.yes],
          ]}
          onChange={(value) => set("event", value === "" ? undefined : true)}
        />
      ) : (
        number("value", t.value)
      );
    case "threshold":
      return typeof measure.judge === "object" ? (
        <>
          {number("value", t.value)}
          {number("met", t.met)}
          {number("of", t.of)}
        </>
      ) : (
        number("value", t.value)
      );
    case "composite": {
      const parts = (figures["parts"] as Readonly<Record<string, Figures>> | undefined) ?? {};
      return (
        <>
          {Object.entries(measure.parts ?? {}).map(([name, part]) => (
            <fieldset key={name}>
              <legend>
                {t.part} <bdi>{name}</bdi>
              </legend>
              <Fields measure={part} figures={parts[name] ?? {}} onChange={(changed) => set("parts", { ...parts, [name]: changed })} />
            </fieldset>
          ))}
        </>
      );
    }
    default:
      return number("value", measure.reading === "sum" ? `${t.value} (${t.adds})` : t.value);
  }
}

/** Without the fields that hold nothing. */
function given(figures: Figures): Figures {
  const out: Figures = {};
  for (const [name, value] of Object.entries(figures)) {
    if (value === undefined || value === "") continue;
    if (name === "parts") {
      const parts = Object.entries(value as Record<string, Figures>).map(([part, of]) => [part, given(of)] as const);
      const filled = parts.filter(([, of]) => Object.keys(of).length > 0);
      if (filled.length > 0) out[name] = Object.fromEntries(filled);
    } else out[name] = value;
  }
  return out;
}

export function CheckIn(): JSX.Element | null {
  const id = checkingIn.value;
  const node = id === null ? undefined : outline.value?.byId.get(id);
  if (node === undefined || !isKeyResult(node)) return null;
  // Keyed, so that a form begins empty for each key result.
  return <Form key={node.id} keyResult={node} />;
}

function Form({ keyResult }: { readonly keyResult: KeyResultOutline }): JSX.Element {
  const [t, f] = [texts.value, format.value];
  const [figures, setFigures] = useState<Figures>({});
  const [common, setCommon] = useState<Figures>({ on: asOf.value });
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const title = titleIn(keyResult.title, language.value);
  const close = (): void => {
    checkingIn.value = null;
  };
  const save = (event: Event): void => {
    event.preventDefault();
    const check_in = given({ ...common, ...figures });
    // Whether the fields fit the measure, the plan says.
    const found = edit([{ kind: "check_in", key_result: keyResult.id, check_in: check_in as unknown as CheckInFields }]);
    setIssues(found);
    if (found.length === 0) {
      said.value = t.saved(title);
      close();
    }
  };
  const text = (name: string, label: string): JSX.Element => (
    <Field label={label}>
      {(id) => <input id={id} name={name} value={String(common[name] ?? "")} onInput={(event) => setCommon({ ...common, [name]: event.currentTarget.value })} />}
    </Field>
  );
  return (
    <Window title={t.checkInOf(title)} onClose={close}>
      <form class="check-in" onSubmit={save} noValidate>
        <p class="hint" data-so-far>
          <bdi>{t.soFar(readingText(card.value?.keyResult(keyResult.id)?.reading, keyResult.measure, t, f))}</bdi>
        </p>
        <Field label={t.day}>
          {(id) => <input id={id} type="date" name="on" value={String(common["on"] ?? "")} onInput={(event) => setCommon({ ...common, on: event.currentTarget.value })} />}
        </Field>
        <Fields measure={keyResult.measure} figures={figures} onChange={setFigures} />
        <Field label={`${t.confidence} (${t.confidenceHint})`}>
          {(id) => (
            <input
              id={id}
              type="number"
              min={0}
              max={100}
              step={5}
              name="confidence"
              value={common["confidence"] === undefined ? "" : String(Math.round(Number(common["confidence"]) * 100))}
              onInput={(event) => {
                const percent = numberOf(event.currentTarget.value);
                setCommon({ ...common, confidence: percent === undefined ? undefined : percent / 100 });
              }}
            />
          )}
        </Field>
        {text("note", t.note)}
        {text("by", t.by)}
        {issues.length > 0 && (
          <ul role="alert" class="error">
            {issues.map((issue, at) => (
              <li key={at} data-code={issue.code}>
                <bdi>{issue.message}</bdi>
              </li>
            ))}
          </ul>
        )}
        <div class="buttons">
          <button type="submit" class="primary">
            {t.save}
          </button>
          <button type="button" onClick={close}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Window>
  );
}
