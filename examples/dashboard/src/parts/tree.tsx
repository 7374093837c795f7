// Alignment as a tree: what stands at the top, and below each what is linked up to it.

import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";

import { shown } from "../filtering";
import { titleIn } from "../format";
import { isKeyResult, type Outline } from "../outline";
import { card, format, goTo, language, outline, texts } from "../state";
import { StatusMark, Title, useSome } from "./basic";
import { DiffersSign, Figure } from "./figures";

/** How many branches are drawn at once below one node. */
const AT_ONCE = 20;

/** The nodes right below a node: its own key results first, then what is linked up to it. */
export function below(plan: Outline, node: string): readonly { readonly id: string; readonly kind?: string }[] {
  const of = plan.byId.get(node);
  const own = of !== undefined && !isKeyResult(of) ? of.keyResults.map(({ id }) => ({ id })) : [];
  return [...own, ...plan.links.filter((link) => link.parent === node).map(({ child, kind }) => ({ id: child, kind }))];
}

/** Objectives of which nothing, key results included, is linked up to anything. */
export function tops(plan: Outline): readonly string[] {
  const linked = new Set(plan.links.map((link) => link.child));
  return plan.objectives.filter(({ id, keyResults }) => !linked.has(id) && !keyResults.some((keyResult) => linked.has(keyResult.id))).map(({ id }) => id);
}

/** Fetches the figures of some nodes at once, with those of the key results of each. */
function fetch(plan: Outline, ids: readonly string[]): void {
  const nodes = ids.flatMap((id) => plan.byId.get(id) ?? []);
  const keyResults = nodes.flatMap((node) => (isKeyResult(node) ? [node] : node.keyResults));
  card.value?.fetch(nodes.filter((node) => !isKeyResult(node)).map(({ id }) => id), keyResults.map(({ id }) => id));
}

function Branch({ node, kind, level }: { readonly node: string; readonly kind?: string | undefined; readonly level: number }): JSX.Element | null {
  const [isOpen, setOpen] = useState(level < 2);
  const plan = outline.value;
  const of = plan?.byId.get(node);
  const children = useMemo(() => (plan === null ? [] : below(plan, node)), [plan, node]);
  const { some, more } = useSome(children, AT_ONCE);
  if (plan === null || of === undefined) return null;
  if (isOpen) fetch(plan, some.map(({ id }) => id));
  const score = isKeyResult(of) ? card.value?.keyResult(node) : card.value?.objective(node);
  const t = texts.value;
  const title = titleIn(of.title, language.value);
  return (
    <li>
      <span class="node" data-tree={node}>
        {children.length > 0 && (
          <button type="button" class="quiet fold" aria-expanded={isOpen} aria-label={title} onClick={() => setOpen(!isOpen)}>
            {isOpen ? "−" : "+"}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => goTo(node)}>
          <Title title={of.title} />
        </button>
        {score != null && <StatusMark status={score.status} />}
        {score != null && <Figure subject={node} title={of.title} figure="progress" text={format.value.percent(score.progress)} />}
        <DiffersSign node={node} />
        {kind !== undefined && <span class="kind">{kind === "supports" ? t.supports : t.contributes}</span>}
      </span>
      {isOpen && children.length > 0 && (
        <ul>
          {some.map((child) => (
            <Branch key={child.id} node={child.id} kind={child.kind} level={level + 1} />
          ))}
          {more !== null && <li>{more}</li>}
        </ul>
      )}
    </li>
  );
}

export function Tree(): JSX.Element | null {
  const plan = outline.value;
  const objectives = shown.value;
  // With a filter, what fits stands at the top itself: the way up to it may not fit.
  const roots = useMemo(() => (plan === null ? [] : objectives.length === plan.objectives.length ? tops(plan) : objectives.map(({ id }) => id)), [plan, objectives]);
  const { some, more } = useSome(roots, AT_ONCE);
  if (plan !== null) fetch(plan, some);
  return (
    <ul class="tree" aria-label={texts.value.view_tree}>
      {some.map((node) => (
        <Branch key={node} node={node} level={0} />
      ))}
      {more !== null && <li>{more}</li>}
    </ul>
  );
}
