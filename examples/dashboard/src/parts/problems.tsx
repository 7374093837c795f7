// What is wrong with a file that was opened: every problem at its place. The plan from before stays.

import type { JSX } from "preact";

import { format, opening, refusal, texts } from "../state";

const AT_MOST = 200;

export function Problems(): JSX.Element | null {
  const [t, f] = [texts.value, format.value];
  if (opening.value !== null) {
    return (
      <p class="opening" role="status" data-opening>
        <bdi>{t.opening(opening.value)}</bdi>
      </p>
    );
  }
  const refused = refusal.value;
  if (refused === null) return null;
  const { issues } = refused;
  return (
    <section class="problems" role="alert" aria-labelledby="problems-title" data-problems>
      <h2 id="problems-title">
        <bdi>{t.problemsTitle(refused.file)}</bdi>
      </h2>
      <p>
        {issues.length > 0 && `${t.problemsCount(f.count(issues.length))}. `}
        {t.problemsKept}
      </p>
      {refused.unreadable !== undefined && (
        <p>
          <bdi>{refused.unreadable}</bdi>
        </p>
      )}
      <ol tabIndex={0} hidden={issues.length === 0} aria-label={t.problemsCount(f.count(issues.length))}>
        {issues.slice(0, AT_MOST).map((issue, at) => (
          <li key={at} data-code={issue.code}>
            <p>
              <code>{issue.code}</code> <bdi lang="en">{issue.message}</bdi>
            </p>
            <p class="hint">
              {issue.position != null && <span>{t.place(f.count(issue.position.line), f.count(issue.position.column))} </span>}
              {issue.path !== "" && <code>{issue.path}</code>}
            </p>
            {issue.help !== "" && (
              <p class="hint">
                {t.help}: <bdi lang="en">{issue.help}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
      {issues.length > AT_MOST && <p>{t.problemsMore(f.count(issues.length - AT_MOST))}</p>}
      <button type="button" onClick={() => (refusal.value = null)}>
        {t.dismiss}
      </button>
    </section>
  );
}
