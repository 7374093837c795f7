// The small pieces that every view is made of.

import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";

import { daysBetween, titleIn, type Titled } from "../format";
import { asOf, format, language, texts } from "../state";
import { word } from "../texts";
import type { Points } from "../answers";

/** Text of the user's: kept in its own direction, whatever the page's is. */
export function Title({ title }: { readonly title: Titled }): JSX.Element {
  return <bdi>{titleIn(title, language.value)}</bdi>;
}

// A shape for each, so that nobody depends on colour or on reading.
const SHAPES: Readonly<Record<string, string>> = {
  on_track: "M2 8l4 4 8-9",
  achieved: "M8 1l2 5h5l-4 3 2 6-5-4-5 4 2-6-4-3h5z",
  behind: "M8 2v7M8 12v2",
  at_risk: "M8 1L15 14H1zM8 6v4M8 11v1",
  missed: "M3 3l10 10M13 3L3 13",
  dropped: "M2 8h12",
  closed: "M3 3h10v10H3z",
  not_started: "M8 2a6 6 0 100 12 6 6 0 000-12",
  no_data: "M5 5a3 3 0 115 2c-1 1-2 1-2 3M8 13v1",
  not_scored: "M1 8s3-5 7-5 7 5 7 5-3 5-7 5-7-5-7-5z",
};

/** A status by shape, colour and word. */
export function StatusMark({ status }: { readonly status: string }): JSX.Element {
  return (
    <span class="status" data-status={status}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[status] ?? SHAPES["no_data"]} fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" />
      </svg>
      {word(texts.value, "status", status)}
    </span>
  );
}

/** How far it is, with a mark where it should be. */
export function Bar({ progress, expected, status }: { readonly progress: number | null; readonly expected: number | null; readonly status?: string }): JSX.Element {
  const t = texts.value;
  const percent = (value: number | null): string => format.value.percent(value);
  const within = (value: number): string => `${Math.min(1, Math.max(0, value)) * 100}%`;
  const label = progress === null ? `${t.noFigure}; ${t.expected} ${percent(expected)}` : t.barLabel(percent(progress), percent(expected));
  return (
    <div class={progress !== null && progress < 0 ? "bar negative" : "bar"} data-status={status} role="img" aria-label={label}>
      {progress !== null && <div class="fill" style={{ inlineSize: within(progress) }} />}
      {expected !== null && <div class="mark" style={{ insetInlineStart: within(expected) }} />}
    </div>
  );
}

const [SPARK_WIDTH, SPARK_HEIGHT] = [100, 28];

interface SparkProps {
  readonly points: Points | undefined;
  readonly status: string;
  /** The progress of the day itself, which may lie between two points. */
  readonly now: number | null;
}

/** How progress came to where it is, beside what was expected. */
export function Spark({ points, status, now }: SparkProps): JSX.Element {
  const [first, last] = [points?.[0], points?.at(-1)];
  if (points === undefined || first === undefined || last === undefined || first.on === last.on) return <svg class="spark" aria-hidden="true" />;
  const upToNow = [...points.filter((point) => point.on < asOf.value), { on: asOf.value, progress: now }].filter(({ on }) => on <= last.on);
  const values = [...points.map((point) => point.expected), ...upToNow.map((point) => point.progress)].filter((value) => value !== null);
  const [least, most] = [Math.min(0, ...values), Math.max(1, ...values)];
  const days = daysBetween(first.on, last.on);
  const x = (on: string): number => (daysBetween(first.on, on) / days) * SPARK_WIDTH;
  const y = (value: number): number => SPARK_HEIGHT - ((value - least) / (most - least)) * SPARK_HEIGHT;
  /** A line with gaps where there is no figure. */
  const line = (of: readonly { readonly on: string; readonly value: number | null }[]): string => {
    let isDown = false;
    return of
      .map(({ on, value }) => {
        const step = value === null ? "" : `${isDown ? "L" : "M"}${x(on).toFixed(1)} ${y(value).toFixed(1)}`;
        isDown = value !== null;
        return step;
      })
      .join("");
  };
  const [t, f] = [texts.value, format.value];
  const known = upToNow.flatMap(({ progress }) => (progress === null ? [] : [progress]));
  const label = `${t.trend}: ${known.length === 0 ? t.noFigure : t.change(f.percent(known[0]), f.percent(known.at(-1)))}`;
  return (
    // Time runs in the direction of reading.
    <svg class="spark" viewBox={`0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label} data-status={status}>
      <g transform={language.value === "ar" ? `translate(${SPARK_WIDTH} 0) scale(-1 1)` : undefined}>
        <path class="should" d={line(points.map(({ on, expected }) => ({ on, value: expected })))} />
        <path class="is" d={line(upToNow.map(({ on, progress }) => ({ on, value: progress })))} />
      </g>
    </svg>
  );
}

/** A field with its label. */
export function Field({ label, children }: { readonly label: string; readonly children: (id: string) => JSX.Element }): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** A choice among words. */
export function Choice({ label, value, options, onChange }: { readonly label: string; readonly value: string; readonly options: readonly (readonly [string, string])[]; readonly onChange: (value: string) => void }): JSX.Element {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Names one after the other, each in its own direction. */
export function Names({ names }: { readonly names: readonly string[] }): JSX.Element {
  return (
    <span>
      {format.value.listParts(names).map((part, at) => (part.isItem ? <bdi key={at}>{part.text}</bdi> : part.text))}
    </span>
  );
}

/** What is said where a question is still with the worker, or came to nothing. */
export function Waiting({ isWaiting, error }: { readonly isWaiting: boolean; readonly error: string | undefined }): JSX.Element | null {
  if (error !== undefined) return <p class="error" role="alert">{texts.value.failed(error)}</p>;
  return isWaiting ? <p class="hint" aria-live="polite">{texts.value.working}</p> : null;
}

/** The first of a long list, and a button that brings as many again, so that no list takes longer to draw than a frame. */
export function useSome<Item>(items: readonly Item[], atOnce: number): { readonly some: readonly Item[]; readonly more: JSX.Element | null } {
  const [n, setN] = useState(atOnce);
  const left = Math.min(atOnce, items.length - n);
  const more = left <= 0 ? null : (
    <button type="button" data-more onClick={() => setN(n + atOnce)}>
      {texts.value.more(format.value.count(left))}
    </button>
  );
  return { some: items.slice(0, n), more };
}
