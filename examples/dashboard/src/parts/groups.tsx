// Objectives together: by team, owner, cycle, category or a tag.

import { signal } from "@preact/signals";
import type { GroupScore, Subject } from "okrkit";
import type { JSX } from "preact";

import type { Titled } from "../format";
import { card, format, outline, texts } from "../state";
import { word } from "../texts";
import { Bar, Choice, Title } from "./basic";
import { Figure } from "./figures";

const FIXED = ["team", "team_tree", "owner", "cycle", "category"] as const;
const by = signal<string>("team_tree");

/** Groups that are teams have their titles. */
function groupTitle(key: string): Titled {
  const team = by.value === "team" || by.value === "team_tree" ? outline.value?.teams.get(key) : undefined;
  return team?.title ?? key;
}

export function Groups(): JSX.Element | null {
  const scores = card.value;
  const plan = outline.value;
  if (scores === null || plan === null) return null;
  const [t, f] = [texts.value, format.value];
  const groups = scores.groupBy(by.value);
  const row = (subject: Subject, key: string, title: Titled, group: GroupScore): JSX.Element => {
    const of = { subject, title };
    return (
      <tr key={key} data-group={key}>
        <th scope="row">
          <Title title={title} />
        </th>
        <td class="number">{f.count(group.n)}</td>
        <td>
          <div class="bar-row">
            <Bar progress={group.progress} expected={group.expected} />
            <Figure {...of} figure="progress" text={f.percent(group.progress)} />
          </div>
        </td>
        <td class="number">
          <Figure {...of} figure="expected" text={f.percent(group.expected)} />
        </td>
        <td class="number">
          <Figure {...of} figure="score" text={f.figure(group.score)} />
        </td>
        <td class="number">
          <Figure {...of} figure="grade" text={f.grade(group.grade)} />
        </td>
        <td class="number">
          <Figure {...of} figure="net_confidence" text={f.figure(group.net_confidence)} />
        </td>
        <td>
          <Figure {...of} figure="status" text={f.list(Object.entries(group.status).map(([status, n]) => `${f.count(n)} ${word(t, "status", status)}`))} />
        </td>
      </tr>
    );
  };
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
              <th scope="col" class="number">{t.expected}</th>
              <th scope="col" class="number">{t.score}</th>
              <th scope="col" class="number">{t.grade}</th>
              <th scope="col" class="number">{t.net_confidence}</th>
              <th scope="col">{t.statusCounts}</th>
            </tr>
          </thead>
          <tbody>{Object.entries(groups).map(([key, group]) => row({ by: by.value, of: key }, key, groupTitle(key), group))}</tbody>
          <tfoot>{row({ by: "total" }, "total", t.total, scores.total())}</tfoot>
        </table>
      </div>
    </>
  );
}
