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
  card.value?.fetch([id], keyResults);
  ownCard.value?.fetch([id], keyResults);
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

/** Whether a place is near the window, and how high it was when it left; while nobody asks, it stays as it was. */
function useNear<Element extends HTMLElement>(isNearAtFirst: boolean, isAsked: boolean) {
  const place = useRef<Element>(null);
  const [isNear, setNear] = useState(isNearAtFirst);
  const [height, setHeight] = useState<number | undefined>(undefined);
  useEffect(() => {
    const element = place.current;
    if (element === null || !isAsked) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (entry === undefined) return;
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0) setHeight(entry.boundingClientRect.height);
        setNear(entry.isIntersecting);
      },
      { rootMargin: "400px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isAsked]);
  return { place, isNear, height };
}

/** A card that holds its title and no more until it comes near the window, and keeps its height when it leaves. */
function Place({ objective, isAtOnce, isShelfNear }: { readonly objective: ObjectiveOutline; readonly isAtOnce: boolean; readonly isShelfNear: boolean }): JSX.Element {
  const { place, isNear, height } = useNear<HTMLLIElement>(isAtOnce, isShelfNear);
  const isMarked = marked.value === objective.id;
  // A key result can only be jumped to when its card is drawn.
  const isDrawn = isNear || isPrinting.value || objective.keyResults.some(({ id }) => id === marked.value);
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

/** Some of the cards: far from the window the browser need not look at each of them whenever a figure moves. */
function Shelf({ objectives, isFirst }: { readonly objectives: readonly ObjectiveOutline[]; readonly isFirst: boolean }): JSX.Element {
  const { place, isNear } = useNear<HTMLUListElement>(isFirst, true);
  return (
    <ul ref={place} class="cards">
      {objectives.map((objective, at) => (
        <Place key={objective.id} objective={objective} isAtOnce={isFirst && at < AT_ONCE} isShelfNear={isNear} />
      ))}
    </ul>
  );
}

/** How many cards are drawn at once, before anybody scrolls. */
const AT_ONCE = 6;

/** How many cards stand on a shelf; it can be divided by two, three, four and five columns. */
const ON_SHELF = 60;

export function Cards(): JSX.Element {
  const t = texts.value;
  const objectives = shown.value;
  const node = marked.value;
  useEffect(() => {
    const element = node === null ? null : document.getElementById(`node-${node}`);
    element?.scrollIntoView({ block: "start" });
    element?.focus({ preventScroll: true });
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
  const shelves = Array.from({ length: Math.ceil(objectives.length / ON_SHELF) }, (_, at) => objectives.slice(at * ON_SHELF, (at + 1) * ON_SHELF));
  return (
    <>
      {shelves.map((each, at) => (
        <Shelf key={at} objectives={each} isFirst={at === 0} />
      ))}
    </>
  );
}
