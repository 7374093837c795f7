// A file becomes the plan of the page, or a list of what is wrong with it. It is only ever read as text.

import { Plan } from "okrkit";

import { inspect } from "./asking";
import { opened, refusal } from "./state";

/** Opens a text. Looking for problems is the worker's; only a plan that is one is read here. */
export async function openText(file: string, text: string): Promise<void> {
  const issues = await inspect(text);
  if (issues.length > 0) {
    refusal.value = { file, issues };
    return;
  }
  opened(Plan.parse(text));
}

/** Opens a file that was dropped or chosen. */
export async function openFile(file: File): Promise<void> {
  await openText(file.name, await file.text());
}
