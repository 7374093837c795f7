// The small pieces that every view is made of.

import type { JSX } from "preact";
import { useId } from "preact/hooks";

import { titleIn, type Titled } from "../format";
import { asOf, explaining, format, language, texts, type FigureName } from "../state";
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
export function Bar({ progress, expected, status }: { readonly progress: number | null; readonly expected: number | null; readonly status: string }): JSX.Element {
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

/** A number that unfolds how it came about. */
export function Figure({ node, title, figure, children }: { readonly node: string; readonly title: Titled; readonly figure: FigureName; readonly children: string }): JSX.Element {
  const t = texts.value;
  return (
    <button
      type="button"
      class="figure"
      data-figure={`${node} ${figure}`}
      aria-label={`${t[figure]}: ${children}. ${t.why(t[figure], titleIn(title, language.value))}`}
      onClick={() => (explaining.value = { node, figure })}
    >
      {children}
    </button>
  );
}

/** How progress came to where it is, beside what was expected. */
export function Spark({ points, status }: { readonly points: Points | undefined; readonly status: string }): JSX.Element {
  const [width, height] = [100, 28];
  if (points === undefined || points.length < 2) return <svg class="spark" aria-hidden="true" />;
  const upToNow = points.filter((point) => point.on <= asOf.value);
  const values = points.flatMap((point) => [point.progress ?? 0, point.expected]);
  const [least, most] = [Math.min(0, ...values), Math.max(1, ...values)];
  const x = (at: number): number => (at / (points.length - 1)) * width;
  const y = (value: number): number => height - ((value - least) / (most - least)) * height;
  const line = (of: readonly (number | null)[]): string => {
    let isDown = false;
    return of
      .map((value, at) => {
        if (value === null) {
          isDown = false;
          return "";
        }
        const step = `${isDown ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
        isDown = true;
        return step;
      })
      .join("");
  };
  const f = format.value;
  const steps = upToNow.flatMap((point) => (point.progress === null ? [] : [f.percent(point.progress)]));
  const label = `${texts.value.trend}: ${steps.length === 0 ? texts.value.noFigure : f.list([steps[0] ?? "", steps.at(-1) ?? ""])}`;
  return (
    // Time runs in the direction of reading.
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label} data-status={status}>
      <g transform={language.value === "ar" ? `translate(${width} 0) scale(-1 1)` : undefined}>
        <path class="should" d={line(points.map((point) => point.expected))} />
        <path class="is" d={line(upToNow.map((point) => point.progress))} />
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
