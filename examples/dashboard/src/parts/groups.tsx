// Objectives together: by team, owner, cycle, category or a tag.

import { signal } from "@preact/signals";
import type { JSX } from "preact";

import { card, format, outline, texts } from "../state";
import { word } from "../texts";
import { Bar, Choice, Title } from "./basic";

const FIXED = ["team", "team_tree", "owner", "cycle", "category"] as const;
const by = signal<string>("team_tree");

/** The key of a group-by whose groups are teams has their titles. */
function groupTitle(key: string): JSX.Element {
  const team = by.value === "team" || by.value === "team_tree" ? outline.value?.teams.get(key) : undefined;
  return team === undefined ? <bdi>{key}</bdi> : <Title title={team.title} />;
}

/** The status that most have, for the colour of a group's bar. */
function mostCommon(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts).sort(([, a], [, b]) => b - a)[0]?.[0] ?? "no_data";
}

export function Groups(): JSX.Element | null {
  const scores = card.value;
  const plan = outline.value;
  if (scores === null || plan === null) return null;
  const [t, f] = [texts.value, format.value];
  const groups = scores.groupBy(by.value);
  const total = scores.total();
  const row = (key: string, title: JSX.Element | string, group: typeof total): JSX.Element => (
    <tr key={key} data-group={key}>
      <th scope="row">{title}</th>
      <td class="number">{f.count(group.n)}</td>
      <td>
        <div class="bar-row">
          <Bar progress={group.progress} expected={group.expected} status={mostCommon(group.status)} />
          <span>{f.percent(group.progress)}</span>
        </div>
      </td>
      <td class="number">{f.figure(group.score)}</td>
      <td class="number">{f.grade(group.grade)}</td>
      <td class="number">{f.figure(group.net_confidence)}</td>
      <td>{f.list(Object.entries(group.status).map(([status, n]) => `${f.count(n)} ${word(t, "status", status)}`))}</td>
    </tr>
  );
  return (
    <>
      <div class="filters">
        <Choice
          label={t.groupBy}
          value={by.value}
          options={[...FIXED.map((name) => [name, t[`group_${name}`]] as const), ...plan.tagNames.map((name) => [FIXED.includes(name as "team") ? `tag:${name}` : name, name] as const)]}
          onChange={(value) => (by.value = value)}
        />
      </div>
      <div class="wide" tabIndex={0} role="region" aria-label={t.view_groups}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.group}</th>
              <th scope="col" class="number">{t.n}</th>
              <th scope="col">{t.progress}</th>
              <th scope="col" class="number">{t.score}</th>
              <th scope="col" class="number">{t.grade}</th>
              <th scope="col" class="number">{t.netConfidence}</th>
              <th scope="col">{t.statusCounts}</th>
            </tr>
          </thead>
          <tbody>{Object.entries(groups).map(([key, group]) => row(key, groupTitle(key), group))}</tbody>
          <tfoot>{row("total", t.total, total)}</tfoot>
        </table>
      </div>
    </>
  );
}
