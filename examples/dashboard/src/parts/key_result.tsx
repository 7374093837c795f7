// A key result on a card: how far it is, its figures, and a slider that tries out another value.

import type { JSX } from "preact";

import type { Points } from "../answers";
import { titleIn } from "../format";
import type { KeyResultOutline } from "../outline";
import { card, checkingIn, forecastOf, format, language, marked, ownCard, show, texts, tried, tryValue } from "../state";
import { word } from "../texts";
import { Bar, Spark, StatusMark, Title } from "./basic";
import { Differs, Figure, Stat } from "./figures";
import { readingText, scaleOf } from "./reading";

/** After how many days without a check-in a card says so. */
const OLD = 14;

/** Which reason there is for having no figure, in words. */
function reasonText(reason: string | null): string {
  const t = texts.value;
  return reason === null ? t.noFigure : word(t, "reason", reason);
}

/** A slider over what can be checked in; nothing is kept by moving it. */
function Try({ keyResult, reading, target }: { readonly keyResult: KeyResultOutline; readonly reading: unknown; readonly target: number | null }): JSX.Element | null {
  const { id, title, measure } = keyResult;
  const scale = scaleOf(measure, reading, target);
  if (scale === undefined) return null;
  const value = tried.value.get(id) ?? (typeof reading === "number" ? reading : scale.least);
  const text = format.value.value(value, measure.unit);
  return (
    <div class="try">
      <input
        id={`try-${id}`}
        type="range"
        min={scale.least}
        max={scale.most}
        step={scale.step}
        value={value}
        aria-label={texts.value.whatIfOf(titleIn(title, language.value))}
        aria-valuetext={text}
        title={texts.value.tryHint}
        onInput={(event) => tryValue(id, event.currentTarget.valueAsNumber)}
      />
      {tried.value.has(id) && (
        <output for={`try-${id}`}>
          <bdi>{text}</bdi>
        </output>
      )}
    </div>
  );
}

export function KeyResult({ keyResult, points }: { readonly keyResult: KeyResultOutline; readonly points: Points | undefined }): JSX.Element | null {
  const { id, title, measure } = keyResult;
  const score = card.value?.keyResult(id);
  if (score == null) return null;
  const [t, f] = [texts.value, format.value];
  const own = ownCard.value?.keyResult(id) ?? undefined;
  const of = { subject: id, title };
  return (
    <li class={marked.value === id ? "key-result found" : "key-result"} id={`node-${id}`} data-key-result={id} tabIndex={-1}>
      <div class="line">
        <h4>
          <Title title={title} />
        </h4>
        <Figure {...of} figure="status" text={word(t, "status", score.status)}>
          <StatusMark status={score.status} />
        </Figure>
      </div>
      <div class="bar-row">
        <Bar progress={score.progress} expected={score.expected} status={score.status} />
        <Spark points={points} status={score.status} now={score.progress} />
      </div>
      {(score.reading !== null || score.target !== null) && (
        <div class="line reading">
          <span data-reading={id}>
            <Figure {...of} figure="reading" text={readingText(score.reading, measure, t, f)} />
            {score.target !== null && (
              <>
                {" / "}
                <Figure {...of} figure="target" text={f.value(score.target, measure.unit)} />
              </>
            )}
          </span>
          <Try keyResult={keyResult} reading={score.reading} target={score.target} />
        </div>
      )}
      <dl class="figures">
        <Stat {...of} figure="progress" text={f.percent(score.progress)} own={own && f.percent(own.progress)} />
        <Stat {...of} figure="expected" text={f.percent(score.expected)} own={own && f.percent(own.expected)} />
        <Stat {...of} figure="grade" text={f.grade(score.grade)} own={own && f.grade(own.grade)} />
        <Stat {...of} figure="confidence" text={f.percent(score.confidence)} />
        <Stat {...of} figure="share" text={f.percent(score.share)} own={own && f.percent(own.share)} />
      </dl>
      {score.progress === null && <p class="hint">{reasonText(score.reason)}</p>}
      {score.computed_score != null && <p class="hint">{t.manual(f.figure(score.computed_score))}</p>}
      {score.original != null && <p class="hint">{t.original(f.value(score.original.target, measure.unit), f.percent(score.original.progress))}</p>}
      {score.owner_status != null && <p class="hint">{t.ownerStatus(word(t, "status", score.owner_status))}</p>}
      {score.days_since_check_in != null && score.days_since_check_in > OLD && <p class="hint">{t.stale(f.count(score.days_since_check_in))}</p>}
      <Differs node={id} status={score.status} />
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
            show("forecast");
          }}
        >
          {t.view_forecast}
        </button>
      </div>
    </li>
  );
}
