// The day the page looks at, and whose rules it judges by.

import { profiles } from "okrkit";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { differences } from "../differences";
import { addDays, daysBetween, titleIn } from "../format";
import { asOf, filters, firstDay, format, language, lookAt, nDays, outline, period, profile, profileName, texts } from "../state";
import { Choice } from "./basic";

/** How long a day stays while the quarter is replayed, in milliseconds. */
const A_DAY = 120;

const NAMES = profiles.names();

export function Time(): JSX.Element | null {
  const [isPlaying, setPlaying] = useState(false);
  const at = daysBetween(firstDay.value, asOf.value);
  const isLast = at >= nDays.value;
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (isLast) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => (asOf.value = addDays(asOf.value, 1)), A_DAY);
    return () => clearTimeout(timer);
  }, [isPlaying, at, isLast]);
  const plan = outline.value;
  if (plan === null) return null;
  const [t, f] = [texts.value, format.value];
  const own = plan.profile;
  const n = differences.value.size;
  const isOnly = filters.value.differing === "only";
  return (
    <div class="time" role="group" aria-label={t.asOf}>
      <div class="day">
        <button
          type="button"
          onClick={() => {
            if (!isPlaying && isLast) asOf.value = firstDay.value;
            setPlaying(!isPlaying);
          }}
        >
          {isPlaying ? t.pause : t.play}
        </button>
        <output>{f.day(asOf.value)}</output>
      </div>
      <input
        type="range"
        min={0}
        max={nDays.value}
        value={at}
        aria-label={t.asOf}
        aria-valuetext={f.day(asOf.value)}
        data-as-of
        onInput={(event) => {
          setPlaying(false);
          asOf.value = addDays(firstDay.value, event.currentTarget.valueAsNumber);
        }}
      />
      {plan.cycles.length > 1 && (
        <div data-period>
          <Choice
            label={t.period}
            value={period.value ?? ""}
            options={[...plan.cycles.map(({ id, title }) => [id, titleIn(title, language.value)] as const), ["", t.allDays]]}
            onChange={(value) => lookAt(value === "" ? null : value)}
          />
        </div>
      )}
      <div data-profile>
        <Choice
          label={t.profile}
          value={profileName.value}
          options={NAMES.map((name) => [name, name === own ? t.own(name) : name] as const)}
          onChange={(value) => {
            profile.value = value === own ? null : value;
            if (value === own) filters.value = { ...filters.value, differing: "" };
          }}
        />
      </div>
      {n > 0 && (
        <p class="note-line" aria-live="polite" data-differences={n}>
          {t.differs(f.count(n), profileName.value, own)}{" "}
          <button type="button" aria-pressed={isOnly} onClick={() => (filters.value = { ...filters.value, differing: isOnly ? "" : "only" })}>
            {t.onlyDiffering}
          </button>
        </p>
      )}
    </div>
  );
}
