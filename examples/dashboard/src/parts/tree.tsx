// Alignment as a tree: what stands at the top, and below each what is linked up to it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { shown } from "../filtering";
import { titleIn } from "../format";
import { isKeyResult, type Outline } from "../outline";
import { card, format, goTo, language, outline, texts } from "../state";
import { StatusMark, Title } from "./basic";
import { DiffersSign, Figure } from "./figures";

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

function Branch({ node, kind, level }: { readonly node: string; readonly kind?: string | undefined; readonly level: number }): JSX.Element | null {
  const [isOpen, setOpen] = useState(level < 2);
  const plan = outline.value;
  const of = plan?.byId.get(node);
  if (plan === null || of === undefined) return null;
  const score = card.value?.node(node);
  const t = texts.value;
  const children = below(plan, node);
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
          {children.map((child) => (
            <Branch key={child.id} node={child.id} kind={child.kind} level={level + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** How many trees are drawn at once. */
const AT_MOST = 200;

export function Tree(): JSX.Element | null {
  const plan = outline.value;
  if (plan === null) return null;
  const t = texts.value;
  const fit = new Set(shown.value.map(({ id }) => id));
  // With a filter, what fits stands at the top itself: the way up to it may not fit.
  const roots = fit.size === plan.objectives.length ? tops(plan) : [...fit];
  return (
    <>
      <ul class="tree" aria-label={t.view_tree}>
        {roots.slice(0, AT_MOST).map((node) => (
          <Branch key={node} node={node} level={0} />
        ))}
      </ul>
      {roots.length > AT_MOST && <p class="hint">{t.problemsMore(format.value.count(roots.length - AT_MOST))}</p>}
    </>
  );
}
