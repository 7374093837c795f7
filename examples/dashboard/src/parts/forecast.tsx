// Where a key result is going: its readings, the fan of what the methods make of them, and where it should be.

import type { Estimate, Forecast as ForecastAnswer, Lack } from "okrkit";
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";

import { asked } from "../asking";
import { shown } from "../filtering";
import { daysBetween, titleIn } from "../format";
import { isKeyResult, type KeyResultOutline } from "../outline";
import { asOf, forecastOf, format, language, outline, profileName, texts, view } from "../state";
import { word } from "../texts";
import type { Points } from "../answers";
import { Choice, Waiting } from "./basic";

/** The key result that is looked at: the one that was chosen, else the first that is shown. */
const chosen = computed((): KeyResultOutline | undefined => {
  const node = forecastOf.value === null ? undefined : outline.value?.byId.get(forecastOf.value);
  return node !== undefined && isKeyResult(node) ? node : shown.value.flatMap(({ keyResults }) => keyResults)[0];
});

const forecast = asked<"forecast">(() => {
  const keyResult = chosen.value;
  if (keyResult === undefined || view.value !== "forecast") return null;
  return { kind: "forecast", asOf: asOf.value, profile: profileName.value, keyResult: keyResult.id };
});

const trend = asked<"trend">(() => {
  const [keyResult, plan, at] = [chosen.value, outline.value, forecast.value.answer];
  if (keyResult === undefined || plan === null || at == null || view.value !== "forecast") return null;
  return { kind: "trend", profile: profileName.value, nodes: [keyResult.id], from: at.starts, to: at.ends, every: "day" };
});

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [900, 340, 110, 26, 14];

const valueOf = (estimate: Estimate): number | null => (estimate.outcome === "value" ? estimate.value : null);

function Fan({ of, points, keyResult }: { readonly of: ForecastAnswer; readonly points: Points; readonly keyResult: KeyResultOutline }): JSX.Element {
  const [t, f] = [texts.value, format.value];
  const { unit } = keyResult.measure;
  const isProgress = of.scale === "progress";
  const text = (value: number): string => (isProgress ? f.percent(value) : f.value(value, unit));
  const seen = points.flatMap((point) => {
    const value = isProgress ? point.progress : point.reading;
    return value === null || point.on > asOf.value ? [] : [{ on: point.on, value }];
  });
  const should = points.flatMap((point) => {
    const value = isProgress ? point.expected : point.expected_reading;
    return value === null ? [] : [{ on: point.on, value }];
  });
  const ends = of.projections.flatMap((projection) => {
    const value = valueOf(projection.reading);
    return value === null ? [] : [{ method: projection.method, value }];
  });
  const values = [...seen, ...should, ...ends].map(({ value }) => value).concat(of.interval === null ? [] : [of.interval.low, of.interval.high]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) * 0.06 || 1;
  // Room below only where the readings themselves go below nothing.
  const [least, most] = [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
  const days = Math.max(1, daysBetween(of.starts, of.ends));
  const isMirrored = language.value === "ar";
  const across = (on: string): number => {
    const at = (daysBetween(of.starts, on) / days) * (WIDTH - LEFT - 10);
    return isMirrored ? WIDTH - LEFT - at : LEFT + at;
  };
  const up = (value: number): number => HEIGHT - BOTTOM - ((value - least) / (most - least)) * (HEIGHT - BOTTOM - TOP);
  const line = (of: readonly { readonly on: string; readonly value: number }[]): string => of.map(({ on, value }, at) => `${at === 0 ? "M" : "L"}${across(on).toFixed(1)} ${up(value).toFixed(1)}`).join("");
  const last = seen.at(-1);
  const ticks = [least, (least + most) / 2, most];
  return (
    <svg class="fan" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.fanLabel(titleIn(keyResult.title, language.value))} data-fan={keyResult.id}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="axis" x1={isMirrored ? 10 : LEFT} x2={isMirrored ? WIDTH - LEFT : WIDTH - 10} y1={up(tick)} y2={up(tick)} />
          {/* Letters flow from the right in Arabic, and "start" with them. */}
          <text x={isMirrored ? WIDTH - 4 : 4} y={up(tick) + 4} text-anchor="start">
            {text(tick)}
          </text>
        </g>
      ))}
      {[of.starts, of.ends].map((on, at) => (
        <text key={on} x={across(on)} y={HEIGHT - 6} text-anchor={at === 0 ? "start" : "end"}>
          {f.shortDay(on)}
        </text>
      ))}
      {of.phase === "running" && <line class="now" x1={across(asOf.value)} x2={across(asOf.value)} y1={TOP} y2={HEIGHT - BOTTOM} />}
      {of.interval !== null && last !== undefined && (
        <path class="band" d={`M${across(last.on)} ${up(last.value)}L${across(of.ends)} ${up(of.interval.low)}L${across(of.ends)} ${up(of.interval.high)}Z`} />
      )}
      <path class="path" d={line(should)} />
      {last !== undefined && ends.map(({ method, value }) => <path key={method} class="lead" d={line([last, { on: of.ends, value }])} data-lead={method} />)}
      <path class="seen" d={line(seen)} />
      {last !== undefined && <circle cx={across(last.on)} cy={up(last.value)} r={4} />}
    </svg>
  );
}

function Numbers({ of, keyResult }: { readonly of: ForecastAnswer; readonly keyResult: KeyResultOutline }): JSX.Element {
  const [t, f] = [texts.value, format.value];
  const { unit } = keyResult.measure;
  const text = (estimate: Estimate): string =>
    estimate.outcome === "value" ? (of.scale === "progress" ? f.percent(estimate.value) : f.value(estimate.value, unit)) : t.lack(estimate.reason);
  const notReached = (why: Lack | null): string => {
    if (why === null || why === "never") return t.never;
    return why === "beyond_horizon" ? t.beyondHorizon : t.lack(why);
  };
  const remaining = valueOf(of.required.remaining);
  return (
    <div class="split">
      <div class="wide" tabIndex={0} role="region" aria-label={t.method}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.method}</th>
              <th scope="col" class="number">{t.onLastDay}</th>
              <th scope="col" class="number">{t.progress}</th>
              <th scope="col">{t.reachedOn}</th>
            </tr>
          </thead>
          <tbody>
            {of.projections.map((projection) => (
              <tr key={projection.method} data-method={projection.method}>
                <th scope="row">{word(t, "method", projection.method)}</th>
                <td>
                  <bdi>{text(projection.reading)}</bdi>
                </td>
                <td class="number">{f.percent(valueOf(projection.progress))}</td>
                <td>{projection.reached_on === null ? notReached(projection.not_reached) : f.day(projection.reached_on)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul class="list">
        {of.interval !== null && (
          <li>{t.interval(f.percent(of.interval.coverage), of.scale === "progress" ? f.percent(of.interval.low) : f.value(of.interval.low, unit), of.scale === "progress" ? f.percent(of.interval.high) : f.value(of.interval.high, unit))}</li>
        )}
        {of.chances.map((chance) => (
          <li key={chance.goal} data-chance={chance.goal}>
            {`${t.chance}: ${word(t, "goal", chance.goal)} – ${chance.probability.outcome === "value" ? f.percent(chance.probability.value) : t.lack(chance.probability.reason)}`}
          </li>
        ))}
        <li>{`${t.requiredWeek}: ${remaining === 0 ? t.requiredNone : text(of.required.per_week)}`}</li>
      </ul>
    </div>
  );
}

/** The choice of a key result: in a plan of thousands it is long, so it is made when it changes and not day by day. */
function OfWhich({ keyResult }: { readonly keyResult: KeyResultOutline }): JSX.Element {
  const [label, objectives, speaks] = [texts.value.forecastOf, shown.value, language.value];
  return useMemo(
    () => (
      <Choice
        label={label}
        value={keyResult.id}
        options={objectives.flatMap(({ keyResults }) => keyResults.map(({ id, title }) => [id, titleIn(title, speaks)] as const))}
        onChange={(value) => (forecastOf.value = value)}
      />
    ),
    [keyResult, label, objectives, speaks],
  );
}

export function Forecast(): JSX.Element | null {
  const keyResult = chosen.value;
  if (keyResult === undefined) return <p>{texts.value.none}</p>;
  const t = texts.value;
  const { answer, isWaiting, error } = forecast.value;
  // While the next answer is under way the last one may be about another key result.
  const of = answer?.key_result === keyResult.id ? answer : undefined;
  const points = trend.value.answer?.get(keyResult.id);
  return (
    <>
      <div class="filters">
        <OfWhich keyResult={keyResult} />
      </div>
      <Waiting isWaiting={isWaiting && of === undefined} error={error} />
      {answer === null && <p>{t.noForecast}</p>}
      {of !== undefined && points !== undefined && <Fan of={of} points={points} keyResult={keyResult} />}
      {of !== undefined && <Numbers of={of} keyResult={keyResult} />}
    </>
  );
}
