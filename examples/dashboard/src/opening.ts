// A file becomes the plan of the page, or a list of what is wrong with it. It is only ever read as text.

import { Plan } from "okrkit";

import { inspect } from "./asking";
import { opened, opening, refusal } from "./state";

/** How many files were opened so far: of two that are read at once, the one that was chosen last is meant. */
let nth = 0;

async function open(file: string, read: () => Promise<string>): Promise<void> {
  const mine = ++nth;
  opening.value = file;
  try {
    const text = await read();
    // Looking for problems is the worker's, since it takes long; only a text that is a plan is read here.
    const issues = await inspect(text);
    if (mine !== nth) return;
    if (issues.length > 0) refusal.value = { file, issues };
    else opened(Plan.parse(text));
  } catch (error) {
    if (mine === nth) refusal.value = { file, issues: [], unreadable: error instanceof Error ? error.message : String(error) };
  } finally {
    if (mine === nth) opening.value = null;
  }
}

/** Opens a text by the name that it goes by. */
export function openText(name: string, text: string): Promise<void> {
  return open(name, () => Promise.resolve(text));
}

/** Opens a file that was dropped or chosen. */
export function openFile(file: File): Promise<void> {
  return open(file.name, () => file.text());
}
