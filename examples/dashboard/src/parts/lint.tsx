// What is unwise in the plan, each finding with a way to its place.

import { computed } from "@preact/signals";
import { lint } from "okrkit";
import type { JSX } from "preact";

import { asked } from "../asking";
import { titleIn } from "../format";
import { asOf, format, goTo, goToTeam, language, outline, profileName, texts, view } from "../state";
import { word } from "../texts";
import { Title, useSome, Waiting } from "./basic";

const report = asked<"lint">(() => (view.value === "lint" ? { kind: "lint", asOf: asOf.value, profile: profileName.value } : null));

/** What the rules say for themselves, in the language of the page. */
const rules = computed(() => new Map(lint.rules({ language: language.value }).map((rule) => [rule.id, rule])));

/** How many findings are listed at once. */
const AT_ONCE = 50;

export function Lint(): JSX.Element {
  const [t, f] = [texts.value, format.value];
  const { answer, isWaiting, error } = report.value;
  const findings = answer?.findings ?? [];
  const { some, more } = useSome(findings, AT_ONCE);
  return (
    <>
      <Waiting isWaiting={isWaiting && answer === undefined} error={error} />
      {answer !== undefined && (
        <p class="hint section">
          {f.list([t.lintCount(f.count(answer.nFindings)), t.lintAccepted(f.count(answer.nAccepted))])}
        </p>
      )}
      {answer !== undefined && findings.length === 0 && <p>{t.lintNone}</p>}
      <ul class="list">
        {some.map((finding, at) => {
          const rule = rules.value.get(finding.rule);
          const place = finding.nodes.find((node) => outline.value?.byId.has(node));
          const title = place === undefined ? undefined : outline.value?.byId.get(place)?.title;
          const team = finding.nodes.find((node) => outline.value?.teams.has(node));
          const teamTitle = outline.value?.teams.get(team ?? "")?.title ?? "";
          return (
            <li key={at} data-rule={finding.rule}>
              <p>
                <strong>{word(t, "level", finding.level)}</strong> <code>{finding.rule}</code>
              </p>
              <p>
                <bdi lang="en">{finding.message}</bdi>
              </p>
              <p class="hint">
                <bdi>{rule?.why}</bdi>
              </p>
              <p class="hint">
                {t.fix}: <bdi>{rule?.fix}</bdi>
              </p>
              {place !== undefined && title !== undefined && (
                <button type="button" onClick={() => goTo(place)} aria-label={t.goTo(titleIn(title, language.value))}>
                  <Title title={title} />
                </button>
              )}
              {place === undefined && team !== undefined && (
                <button type="button" data-team={team} onClick={() => goToTeam(team)} aria-label={t.goToTeam(titleIn(teamTitle, language.value))}>
                  <Title title={teamTitle} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {more}
      {more === null && answer !== undefined && answer.nFindings > findings.length && <p>{t.problemsMore(f.count(answer.nFindings - findings.length))}</p>}
    </>
  );
}
