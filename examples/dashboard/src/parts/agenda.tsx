// What the next meeting has to talk about.

import { signal } from "@preact/signals";
import type { AgendaItem } from "okrkit";
import type { JSX } from "preact";

import { asked } from "../asking";
import { titleIn, type Titled } from "../format";
import { isKeyResult } from "../outline";
import { asOf, format, goTo, language, outline, profileName, texts, view } from "../state";
import { word } from "../texts";
import { Choice, Names, Title, useSome, Waiting } from "./basic";

type Meeting = "weekly" | "monthly";
const meeting = signal<Meeting>("weekly");

const agenda = asked<"agenda">(() => (view.value === "agenda" ? { kind: "agenda", asOf: asOf.value, profile: profileName.value, meeting: meeting.value } : null));

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The title of a step of a key result, or of one of its parts. */
function stepTitle({ node, text: part }: AgendaItem, step: string): Titled {
  const keyResult = outline.value?.byId.get(node);
  const measure = keyResult !== undefined && isKeyResult(keyResult) ? keyResult.measure : undefined;
  const steps = part === null ? measure?.steps : measure?.parts?.[part]?.steps;
  return steps?.find(({ id }) => id === step)?.title ?? step;
}

/** `from` and `to` of an item: a progress or confidence, a status, a day, a number of days, a step. */
function valueText(item: AgendaItem, value: unknown): string {
  const [t, f] = [texts.value, format.value];
  if (value === null || value === undefined) return t.noFigure;
  if (typeof value === "number") return item.what === "news_stale" || item.what === "check_in_overdue" ? f.count(value) : f.percent(value);
  if (typeof value !== "string") return String(value);
  if (DAY.test(value)) return f.day(value);
  if (item.what === "step_done") return titleIn(stepTitle(item, value), language.value);
  return item.what.startsWith("status_") ? word(t, "status", value) : value;
}

function sentence(item: AgendaItem): string {
  const say = texts.value[`what_${item.what}`];
  return say(valueText(item, item.from), valueText(item, item.to), item.text ?? "");
}

/** How many items of a section are listed at once. */
const AT_ONCE = 20;

function Section({ name, items }: { readonly name: string; readonly items: readonly AgendaItem[] }): JSX.Element {
  const t = texts.value;
  const { some, more } = useSome(items, AT_ONCE);
  return (
    <section data-section={name}>
      <h2 class="section">{word(t, "section", name)}</h2>
      <ul class="list">
        {some.map((item, at) => {
          const title = outline.value?.byId.get(item.node)?.title ?? item.node;
          return (
            <li key={at}>
              <button type="button" class="quiet" onClick={() => goTo(item.node)} aria-label={t.goTo(titleIn(title, language.value))}>
                <strong>
                  <Title title={title} />
                </strong>
              </button>
              <p>
                <bdi>{sentence(item)}</bdi>
              </p>
              {item.people.length > 0 && (
                <p class="hint">
                  <Names names={item.people} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {more}
    </section>
  );
}

export function AgendaView(): JSX.Element {
  const [t, f] = [texts.value, format.value];
  const { answer, isWaiting, error } = agenda.value;
  const sections = [...new Set((answer?.items ?? []).map((item) => item.section))];
  return (
    <>
      <div class="filters">
        <Choice
          label={t.agendaKind}
          value={meeting.value}
          options={[
            ["weekly", t.agenda_weekly],
            ["monthly", t.agenda_monthly],
          ]}
          onChange={(value) => (meeting.value = value as Meeting)}
        />
      </div>
      <Waiting isWaiting={isWaiting && answer === undefined} error={error} />
      {answer !== undefined && <p class="hint">{t.agendaSince(f.day(answer.since))}</p>}
      {answer?.items.length === 0 && <p>{t.agendaEmpty}</p>}
      {sections.map((section) => (
        <Section key={section} name={section} items={answer?.items.filter((item) => item.section === section) ?? []} />
      ))}
    </>
  );
}
