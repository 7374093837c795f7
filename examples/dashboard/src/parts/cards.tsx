// Objectives as cards. Only the cards near the window hold anything, so that thousands cost no more than a screenful.

import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { asked } from "../asking";
import { shown } from "../filtering";
import { titleIn } from "../format";
import type { ObjectiveOutline } from "../outline";
import { card, clearFilters, firstDay, format, isPrinting, language, lastDay, marked, outline, ownCard, profileName, texts } from "../state";
import { word } from "../texts";
import { Bar, Names, Spark, StatusMark, Title } from "./basic";
import { Differs, Figure, Stat } from "./figures";
import { KeyResult } from "./key_result";

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
  const keyResults = objective.keyResults.map((keyResult) => keyResult.id);
  card.value?.fetch(id, keyResults);
  ownCard.value?.fetch(id, keyResults);
  const score = card.value?.objective(id);
  const [t, f] = [texts.value, format.value];
  if (score == null) return <></>;
  const own = ownCard.value?.objective(id) ?? undefined;
  const of = { subject: id, title };
  const team = objective.team === undefined ? undefined : outline.value?.teams.get(objective.team);
  return (
    <>
      <header>
        <div class="line">
          <h3>
            <Title title={title} />
          </h3>
          <Figure {...of} figure="status" text={word(t, "status", score.status)}>
            <StatusMark status={score.status} />
          </Figure>
        </div>
        <p class="meta">
          {team !== undefined && <Title title={team.title} />}
          <bdi>{objective.cycle}</bdi>
          {objective.owners.length > 0 && <Names names={objective.owners} />}
        </p>
        <div class="bar-row">
          <Bar progress={score.progress} expected={score.expected} status={score.status} />
          <Spark points={points?.get(id)} status={score.status} now={score.progress} />
        </div>
        <dl class="figures">
          <Stat {...of} figure="progress" text={f.percent(score.progress)} own={own && f.percent(own.progress)} />
          <Stat {...of} figure="expected" text={f.percent(score.expected)} own={own && f.percent(own.expected)} />
          <Stat {...of} figure="score" text={f.figure(score.score)} own={own && f.figure(own.score)} />
          <Stat {...of} figure="grade" text={f.grade(score.grade)} own={own && f.grade(own.grade)}>
            {score.band !== null && <span class="band">{word(t, "band", score.band)}</span>}
          </Stat>
          <Stat {...of} figure="confidence" text={f.percent(score.confidence)} />
        </dl>
        {score.computed_score != null && <p class="hint">{t.manual(f.figure(score.computed_score))}</p>}
        {score.guardrails != null && score.guardrails.length > 0 && <p class="hint">{t.guardrail(f.list(score.guardrails.map((guardrail) => titleIn(outline.value?.kpis.get(guardrail) ?? guardrail, language.value))))}</p>}
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
  const isDrawn = isNear || isPrinting.value;
  const isMarked = marked.value === objective.id;
  const classes = ["card", ...(isDrawn ? [] : ["placeholder"]), ...(isMarked ? ["found"] : [])].join(" ");
  return (
    <li
      ref={place}
      class={classes}
      id={`node-${objective.id}`}
      data-objective={objective.id}
      tabIndex={-1}
      style={isDrawn || height === undefined ? undefined : { minBlockSize: `${height}px` }}
    >
      {isDrawn ? (
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
  const node = marked.value;
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
