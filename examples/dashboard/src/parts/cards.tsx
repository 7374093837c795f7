// Objectives as cards. Only the cards near the window hold anything, so that thousands cost no more than a screenful.

import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { asked } from "../asking";
import { titleIn } from "../format";
import type { KeyResultOutline, ObjectiveOutline } from "../outline";
import { card, checkingIn, clearFilters, firstDay, forecastOf, format, found, language, lastDay, outline, ownCard, profileName, shown, texts, tried, tryValue, view } from "../state";
import { word } from "../texts";
import { Bar, Figure, Names, Spark, StatusMark, Title } from "./basic";
import { differences } from "./differences";
import { readingText, scaleOf } from "./reading";

/** Which reason there is for having no figure, in words. */
function reasonText(reason: string | null): string {
  const t = texts.value;
  const key = `reason_${reason ?? ""}`;
  return key in t ? word(t, "reason", reason ?? "") : t.reason_other((reason ?? t.noFigure).replaceAll("_", " "));
}

/** What another profile makes of a node, where it is not what the plan's own does. */
function Differs({ node, status }: { readonly node: string; readonly status: string }): JSX.Element | null {
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

function KeyResult({ keyResult, points }: { readonly keyResult: KeyResultOutline; readonly points: Parameters<typeof Spark>[0]["points"] }): JSX.Element | null {
  const { id, title, measure } = keyResult;
  const score = card.value?.keyResult(id);
  if (score == null) return null;
  const [t, f] = [texts.value, format.value];
  const isMarked = found.value === id;
  const scale = scaleOf(measure, score.reading);
  const value = tried.value.get(id) ?? (typeof score.reading === "number" ? score.reading : scale?.least);
  return (
    <li class={isMarked ? "key-result found" : "key-result"} id={`node-${id}`} data-key-result={id} tabIndex={-1}>
      <div class="line">
        <h4>
          <Title title={title} />
        </h4>
        <StatusMark status={score.status} />
      </div>
      <div class="bar-row">
        <Bar progress={score.progress} expected={score.expected} status={score.status} />
        <Spark points={points} status={score.status} />
      </div>
      <dl class="figures">
        <div>
          <dt>{t.reading}</dt> <dd data-reading={id}><bdi>{readingText(score.reading, measure, t, f)}</bdi></dd>
        </div>
        {score.target !== null && (
          <div>
            <dt>{t.target}</dt> <dd><bdi>{f.value(score.target, measure.unit)}</bdi></dd>
          </div>
        )}
        <div>
          <dt>{t.progress}</dt>{" "}
          <dd>
            <Figure node={id} title={title} figure="progress">{f.percent(score.progress)}</Figure>
          </dd>
        </div>
        <div>
          <dt>{t.expected}</dt>{" "}
          <dd>
            <Figure node={id} title={title} figure="expected">{f.percent(score.expected)}</Figure>
          </dd>
        </div>
        <div>
          <dt>{t.grade}</dt>{" "}
          <dd>
            <Figure node={id} title={title} figure="grade">{f.grade(score.grade)}</Figure>
          </dd>
        </div>
        <div>
          <dt>{t.confidence}</dt> <dd>{f.percent(score.confidence)}</dd>
        </div>
        <div>
          <dt>{t.share}</dt> <dd>{f.percent(score.share)}</dd>
        </div>
      </dl>
      {score.progress === null && <p class="hint">{reasonText(score.reason)}</p>}
      {score.computed_score != null && <p class="hint">{t.manual(f.figure(score.computed_score))}</p>}
      {score.original != null && <p class="hint">{t.original(f.value(score.original.target, measure.unit), f.percent(score.original.progress))}</p>}
      {score.owner_status != null && <p class="hint">{t.ownerStatus(word(t, "status", score.owner_status))}</p>}
      {score.days_since_check_in != null && score.days_since_check_in > 14 && <p class="hint">{t.stale(f.count(score.days_since_check_in))}</p>}
      <Differs node={id} status={score.status} />
      {scale !== undefined && value !== undefined && (
        <div class="try">
          <label for={`try-${id}`}>{t.whatIfOf(titleIn(title, language.value))}</label>
          <input
            id={`try-${id}`}
            type="range"
            min={scale.least}
            max={scale.most}
            step={scale.step}
            value={value}
            aria-valuetext={f.value(value, measure.unit)}
            onInput={(event) => tryValue(id, event.currentTarget.valueAsNumber)}
          />
          <output for={`try-${id}`}>
            <bdi>{f.value(value, measure.unit)}</bdi>
          </output>
        </div>
      )}
      <div class="actions">
        {measure.kind !== "children" && (
          <button type="button" data-check-in={id} onClick={() => (checkingIn.value = id)}>
            {t.checkIn}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            forecastOf.value = id;
            view.value = "forecast";
          }}
        >
          {t.view_forecast}
        </button>
      </div>
    </li>
  );
}

function Card({ objective }: { readonly objective: ObjectiveOutline }): JSX.Element {
  const { id, title } = objective;
  const trend = useMemo(
    () =>
      asked<"trend">(() => ({
        kind: "trend",
        profile: profileName.value,
        nodes: [id, ...objective.keyResults.map((keyResult) => keyResult.id)],
        from: firstDay.value,
        to: lastDay.value,
        every: "week",
      })),
    [objective],
  );
  const points = trend.value.answer;
  card.value?.fetch(
    id,
    objective.keyResults.map((keyResult) => keyResult.id),
  );
  const score = card.value?.objective(id);
  const [t, f] = [texts.value, format.value];
  if (score == null) return <></>;
  const team = objective.team === undefined ? undefined : outline.value?.teams.get(objective.team);
  return (
    <>
      <header>
        <div class="line bar-row">
          <h3 style={{ flex: 1 }}>
            <Title title={title} />
          </h3>
          <StatusMark status={score.status} />
        </div>
        <p class="meta">
          {team !== undefined && <Title title={team.title} />}
          <bdi>{objective.cycle}</bdi>
          {objective.owners.length > 0 && <Names names={objective.owners} />}
        </p>
        <div class="bar-row">
          <Bar progress={score.progress} expected={score.expected} status={score.status} />
          <Spark points={points?.get(id)} status={score.status} />
        </div>
        <dl class="figures">
          {(["progress", "expected"] as const).map((figure) => (
            <div key={figure}>
              <dt>{t[figure]}</dt>{" "}
              <dd>
                <Figure node={id} title={title} figure={figure}>{f.percent(score[figure])}</Figure>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t.score}</dt>{" "}
            <dd>
              <Figure node={id} title={title} figure="score">{f.figure(score.score)}</Figure>
            </dd>
          </div>
          <div>
            <dt>{t.grade}</dt>{" "}
            <dd>
              <Figure node={id} title={title} figure="grade">{f.grade(score.grade)}</Figure> {score.band != null && word(t, "band", score.band)}
            </dd>
          </div>
          <div>
            <dt>{t.confidence}</dt> <dd>{f.percent(score.confidence)}</dd>
          </div>
          <div>
            <dt>{t.status}</dt>{" "}
            <dd>
              <Figure node={id} title={title} figure="status">{word(t, "status", score.status)}</Figure>
            </dd>
          </div>
        </dl>
        {score.computed_score != null && <p class="hint">{t.manual(f.figure(score.computed_score))}</p>}
        {score.guardrails != null && score.guardrails.length > 0 && <p class="hint">{t.guardrail(f.list(score.guardrails))}</p>}
        <Differs node={id} status={score.status} />
      </header>
      {objective.keyResults.length > 0 && (
        <ul class="key-results" aria-label={t.keyResults}>
          {objective.keyResults.map((keyResult) => (
            <KeyResult key={keyResult.id} keyResult={keyResult} points={points?.get(keyResult.id)} />
          ))}
        </ul>
      )}
    </>
  );
}

/** A card that holds nothing until it comes near the window, and keeps its height when it leaves. */
function Place({ objective, isAtOnce }: { readonly objective: ObjectiveOutline; readonly isAtOnce: boolean }): JSX.Element {
  const place = useRef<HTMLLIElement>(null);
  const [isNear, setNear] = useState(isAtOnce);
  const [height, setHeight] = useState<number | undefined>(undefined);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return;
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0) setHeight(entry.boundingClientRect.height);
        setNear(entry.isIntersecting);
      },
      { rootMargin: "400px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [objective.id]);
  const isMarked = found.value === objective.id;
  const classes = ["card", ...(isNear ? [] : ["placeholder"]), ...(isMarked ? ["found"] : [])].join(" ");
  return (
    <li
      ref={place}
      class={classes}
      id={`node-${objective.id}`}
      data-objective={objective.id}
      tabIndex={-1}
      style={isNear || height === undefined ? undefined : { minBlockSize: `${height}px` }}
    >
      {isNear ? (
        <Card objective={objective} />
      ) : (
        <h3>
          <Title title={objective.title} />
        </h3>
      )}
    </li>
  );
}

/** How many cards are drawn at once, before anybody scrolls. */
const AT_ONCE = 6;

export function Cards(): JSX.Element {
  const t = texts.value;
  const objectives = shown.value;
  const node = found.value;
  useEffect(() => {
    if (node === null) return undefined;
    const of = outline.value?.byId.get(node);
    const objective = of === undefined ? node : "objective" in of ? of.objective : of.id;
    document.getElementById(`node-${objective}`)?.scrollIntoView({ block: "start" });
    // A key result is there once its objective is near.
    const timer = setTimeout(() => {
      const element = document.getElementById(`node-${node}`);
      element?.scrollIntoView({ block: "nearest" });
      element?.focus({ preventScroll: true });
    }, 150);
    return () => clearTimeout(timer);
  }, [node]);
  if (objectives.length === 0) {
    return (
      <p>
        {t.none}{" "}
        <button type="button" onClick={clearFilters}>
          {t.clear}
        </button>
      </p>
    );
  }
  return (
    <ul class="cards">
      {objectives.map((objective, at) => (
        <Place key={objective.id} objective={objective} isAtOnce={at < AT_ONCE} />
      ))}
    </ul>
  );
}

