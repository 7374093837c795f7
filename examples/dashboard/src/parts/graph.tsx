// Alignment as a graph: a column for each level, drawn where a layout library puts them.

import { Graph as Layout, layout } from "@dagrejs/dagre";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";

import { shown } from "../filtering";
import { titleIn } from "../format";
import { isKeyResult, type Outline } from "../outline";
import { card, format, goTo, language, outline, texts } from "../state";
import { word } from "../texts";
import { DiffersSign } from "./figures";

const [WIDTH, HEIGHT] = [200, 68];
/** More would be a knot that nobody reads, and would take longer than a frame to lay out. */
const AT_MOST = 120;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly edges: readonly { readonly kind: string; readonly points: readonly Point[] }[];
}

/** Objectives, and the key results that a link ends at; a key result stands after its objective. */
function draw(plan: Outline, objectives: ReadonlySet<string>): Drawn {
  const graph = new Layout({ multigraph: true });
  graph.setGraph({ rankdir: "RL", nodesep: 14, ranksep: 70, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const put = (id: string): void => {
    if (graph.hasNode(id)) return;
    const node = plan.byId.get(id);
    if (node === undefined) return;
    graph.setNode(id, { width: WIDTH, height: HEIGHT });
    if (isKeyResult(node)) {
      put(node.objective);
      graph.setEdge(id, node.objective, { kind: "contributes" });
    }
  };
  for (const id of objectives) put(id);
  for (const { child, parent, kind } of plan.links) {
    const ends = [child, parent].map((end) => {
      const node = plan.byId.get(end);
      return node !== undefined && isKeyResult(node) ? node.objective : end;
    });
    if (!ends.every((end) => objectives.has(end))) continue;
    put(child);
    put(parent);
    graph.setEdge(child, parent, { kind });
  }
  layout(graph);
  const size = graph.graph();
  const columns = new Set(graph.nodes().map((id) => Math.round(graph.node(id).x ?? 0)));
  /** From side to side, and level through every column on the way, where there is room between the boxes. */
  const path = (from: string, to: string, points: readonly Point[]): Point[] => [
    { x: (graph.node(from).x ?? 0) - WIDTH / 2, y: graph.node(from).y ?? 0 },
    ...points.slice(1, -1).flatMap(({ x, y }) => (columns.has(Math.round(x)) ? [{ x: x + WIDTH / 2, y }, { x: x - WIDTH / 2, y }] : [])),
    { x: (graph.node(to).x ?? 0) + WIDTH / 2, y: graph.node(to).y ?? 0 },
  ];
  return {
    width: size.width ?? WIDTH,
    height: size.height ?? HEIGHT,
    nodes: graph.nodes().map((id) => ({ id, x: graph.node(id).x ?? 0, y: graph.node(id).y ?? 0 })),
    edges: graph.edges().map((edge) => {
      const found = graph.edge(edge);
      return { kind: String(found["kind"]), points: path(edge.v, edge.w, found.points ?? []) };
    }),
  };
}

/** A curve through the points that leaves and arrives level, as columns are read. */
function curve(points: readonly Point[], x: (at: number) => number): string {
  return points
    .map((point, n) => {
      const before = points[n - 1];
      if (before === undefined) return `M${x(point.x)} ${point.y}`;
      const middle = x((before.x + point.x) / 2);
      return `C${middle} ${before.y} ${middle} ${point.y} ${x(point.x)} ${point.y}`;
    })
    .join("");
}

/** How many letters fit on a line of a box. */
const LINE = 27;

/** A title on two lines, broken between words; what is left over is cut. */
export function onTwoLines(title: string): readonly [string, string] {
  if (title.length <= LINE) return [title, ""];
  const space = title.lastIndexOf(" ", LINE);
  const first = title.slice(0, space > 0 ? space : LINE);
  const second = title.slice(first.length).trim();
  return [first, second.length > LINE ? `${second.slice(0, LINE - 1)}…` : second];
}

/** What is drawn, objectives and key results apart. */
function kinds(plan: Outline, drawn: Drawn): readonly [readonly string[], readonly string[]] {
  const nodes = drawn.nodes.flatMap(({ id }) => plan.byId.get(id) ?? []);
  return [nodes.filter((node) => !isKeyResult(node)).map(({ id }) => id), nodes.filter(isKeyResult).map(({ id }) => id)];
}

export function Graph(): JSX.Element | null {
  const plan = outline.value;
  const ids = shown.value.slice(0, AT_MOST).map(({ id }) => id);
  const drawn = useMemo(() => (plan === null ? null : draw(plan, new Set(ids))), [plan, ids.join("\n")]);
  if (plan === null || drawn === null) return null;
  const [t, f] = [texts.value, format.value];
  const isMirrored = language.value === "ar";
  const x = (at: number): number => (isMirrored ? drawn.width - at : at);
  card.value?.fetch(...kinds(plan, drawn));
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={t.graphLabel}>
      <svg class="graph" viewBox={`0 0 ${drawn.width} ${drawn.height}`} width={drawn.width} height={drawn.height} role="group" aria-label={t.graphLabel}>
        <defs>
          <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path class="tip" d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {drawn.edges.map((edge, at) => (
          <path key={at} class={edge.kind} d={curve(edge.points, x)} marker-end="url(#tip)" />
        ))}
        {drawn.nodes.map((node) => {
          const score = card.value?.node(node.id);
          const status = score?.status ?? "no_data";
          const title = titleIn(plan.byId.get(node.id)?.title ?? node.id, language.value);
          return (
            <a
              key={node.id}
              href={`#node-${node.id}`}
              data-graph={node.id}
              data-status={status}
              onClick={(event) => {
                event.preventDefault();
                goTo(node.id);
              }}
            >
              <rect x={x(node.x) - WIDTH / 2} y={node.y - HEIGHT / 2} width={WIDTH} height={HEIGHT} rx={8} data-status={status} />
              <title>{title}</title>
              <DiffersSign node={node.id} x={x(node.x - WIDTH / 2 + 14) - 7} y={node.y + HEIGHT / 2 - 20} />
              {[...onTwoLines(title), `${f.percent(score?.progress)} · ${word(t, "status", status)}`].map((line, at) => (
                <text key={at} x={x(node.x)} y={node.y - 14 + at * 18} text-anchor="middle">
                  {line}
                </text>
              ))}
            </a>
          );
        })}
      </svg>
      {shown.value.length > AT_MOST && <p class="hint">{t.problemsMore(f.count(shown.value.length - AT_MOST))}</p>}
    </div>
  );
}
