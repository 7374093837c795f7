// What check-ins amount to, in words.

import type { Format } from "../format";
import type { MeasureShape } from "../outline";
import { word, type Texts } from "../texts";

/** A reading as the scorecard has it: a number, yes or no, the steps that are done, a zone, or parts with a reading each. */
export function readingText(reading: unknown, measure: MeasureShape, texts: Texts, format: Format): string {
  if (typeof reading === "number") return format.value(reading, measure.kind === "threshold" && isShare(measure) ? undefined : measure.unit);
  if (typeof reading === "boolean") return reading ? texts.yes : texts.no;
  if (typeof reading === "string") return word(texts, "zone", reading);
  if (Array.isArray(reading)) return `${format.count(reading.length)} / ${format.count(measure.steps?.length ?? reading.length)}`;
  if (reading !== null && typeof reading === "object") {
    const parts = Object.entries(reading).map(([name, part]) => {
      const of = measure.parts?.[name];
      return of === undefined ? "" : readingText(part, of, texts, format);
    });
    return parts.filter((part) => part !== "").join(" · ");
  }
  return "–";
}

function isShare(measure: MeasureShape): boolean {
  return typeof measure.judge === "object";
}

/** The scale on which a value of a measure can be tried out; undefined where a check-in of it is not one number. */
export function scaleOf(measure: MeasureShape, reading: unknown, target: number | null): { readonly least: number; readonly most: number; readonly step: number } | undefined {
  const start = measure.start ?? measure.baseline ?? undefined;
  let ends: (number | null | undefined)[];
  switch (measure.kind) {
    case "metric":
    case "exact":
      ends = [start, target];
      break;
    case "change":
      // What is counted up starts from nothing, whatever it is compared with.
      ends = [measure.reading === "sum" ? 0 : measure.baseline, target];
      break;
    case "levels":
      ends = [start, measure.commit, measure.target, measure.stretch];
      break;
    case "bands":
      ends = (measure.points ?? []).map(([value]) => value);
      break;
    case "threshold":
      ends = isShare(measure) ? [] : [measure.above, measure.at_least, measure.below, measure.at_most, 0];
      break;
    default:
      ends = [];
  }
  const given = ends.filter((end): end is number => typeof end === "number");
  if (given.length < 2 || measure.reading === "mean" || measure.reading === "max" || measure.reading === "min") return undefined;
  if (typeof reading === "number") given.push(reading);
  const [low, high] = [Math.min(...given), Math.max(...given)];
  if (low === high) return undefined;
  // A little beyond both ends, so that overshooting and falling back can be tried too; in some 200 round steps.
  const room = (high - low) * 0.2;
  const step = 10 ** Math.floor(Math.log10((high - low) / 100));
  const least = low >= 0 ? Math.max(0, low - room) : low - room;
  return { least: Math.floor(least / step) * step, most: Math.ceil((high + room) / step) * step, step };
}
