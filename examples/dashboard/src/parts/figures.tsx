// Numbers that unfold how they came about, and what another profile makes of them.

import { useComputed } from "@preact/signals";
import type { Subject } from "okrkit";
import type { ComponentChildren, JSX } from "preact";

import { differences } from "../differences";
import { titleIn, type Titled } from "../format";
import { explaining, language, outline, ownCard, profileName, texts, type FigureName } from "../state";
import { word } from "../texts";

/** A subject as one word, for the attributes by which it is found. */
export const subjectKey = (subject: Subject): string => (typeof subject === "string" ? subject : [subject.by, subject.of].filter((part) => part !== undefined).join(":"));

interface OfFigure {
  readonly subject: Subject;
  readonly title: Titled;
  readonly figure: FigureName;
  /** The figure in words. */
  readonly text: string;
}

/** A figure that unfolds; shown by its text unless there is something else to show it by. */
export function Figure({ subject, title, figure, text, children }: OfFigure & { readonly children?: ComponentChildren }): JSX.Element {
  const t = texts.value;
  return (
    <button
      type="button"
      class="figure"
      data-figure={`${subjectKey(subject)} ${figure}`}
      aria-label={`${t[figure]}: ${text}. ${t.why(t[figure], titleIn(title, language.value))}`}
      onClick={() => (explaining.value = { subject, figure })}
    >
      {children ?? <bdi>{text}</bdi>}
    </button>
  );
}

/** A figure under its name, marked where the plan's own profile says something else. */
export function Stat({ own, children, ...of }: OfFigure & { readonly own?: string | undefined; readonly children?: ComponentChildren }): JSX.Element {
  const isOther = own !== undefined && own !== of.text;
  return (
    <div class={isOther ? "stat other" : "stat"}>
      <dt>{texts.value[of.figure]}</dt>
      <dd>
        <Figure {...of} /> {children}
        {isOther && (
          <small data-own={`${subjectKey(of.subject)} ${of.figure}`}>
            <span aria-hidden="true">
              (<bdi>{own}</bdi>)
            </span>
            <span class="visually-hidden">{texts.value.differsHere(own, outline.value?.profile ?? "")}</span>
          </small>
        )}
      </dd>
    </div>
  );
}

/** That a node is judged otherwise than by the plan's own profile: its status there, and the fields that make the difference. */
export function Differs({ node, status }: { readonly node: string; readonly status: string }): JSX.Element | null {
  const own = useComputed(() => ownCard.value?.node(node)?.status);
  const because = differences.value.get(node);
  if (own.value === undefined || (because === undefined && own.value === status)) return null;
  const t = texts.value;
  return (
    <p class="differs" data-differs={node}>
      {own.value !== status && `${t.differsHere(word(t, "status", own.value), outline.value?.profile ?? "")} `}
      {because !== undefined && t.because(because.join(", "))}
    </p>
  );
}

/** The same as a sign, where there is no room for words; inside a drawing by its place there. */
export function DiffersSign({ node, ...place }: { readonly node: string; readonly x?: number; readonly y?: number }): JSX.Element | null {
  if (!differences.value.has(node)) return null;
  return (
    <svg class="sign" viewBox="0 0 16 16" width={14} height={14} role="img" aria-label={texts.value.differsSign(profileName.value)} data-differs={node} {...place}>
      <path d="M2 6h12M2 11h12M11 2L5 15" />
    </svg>
  );
}
