// What stays over a reload: the plan and how it is looked at. Nothing leaves the browser.

import { effect } from "@preact/signals";
import { get, set } from "idb-keyval";

import { asOf, language, now, period, profile, theme, type Theme } from "./state";
import type { Language } from "./texts";

const KEY = "okrkit-dashboard";

interface Kept {
  readonly text: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly asOf: string;
  readonly profile: string | null;
  readonly period: string | null;
}

/** What was kept, if anything was and the browser lets it be read. */
export async function kept(): Promise<Kept | undefined> {
  try {
    return await get<Kept>(KEY);
  } catch {
    // A browser may refuse (private windows do): then the page begins with the sample.
    return undefined;
  }
}

/** Keeps everything from now on; tells once if the browser refuses. */
export function keep(refused: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasTold = false;
  // Writing a plan takes a while and a slider moves often, so it waits until all is quiet, and writes the text of a plan once.
  let written: { readonly version: number; readonly text: string } | undefined;
  effect(() => {
    const moment = now.value;
    const settings = { language: language.value, theme: theme.value, asOf: asOf.value, profile: profile.value, period: period.value };
    clearTimeout(timer);
    if (moment === null) return;
    timer = setTimeout(() => {
      if (written?.version !== moment.version) written = { version: moment.version, text: moment.plan.toString() };
      set(KEY, { ...settings, text: written.text } satisfies Kept).catch(() => {
        if (!hasTold) refused();
        hasTold = true;
      });
    }, 300);
  });
}
