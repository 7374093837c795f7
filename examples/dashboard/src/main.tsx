// Starts the page: what was kept, or the sample; keys, and files that are dropped.

import { effect } from "@preact/signals";
import { Plan } from "okrkit";
import { render } from "preact";

import { App } from "./app";
import { keep, kept } from "./keeping";
import { openFile } from "./opening";
import { sample } from "./sample";
import { asOf, isPrinting, language, opened, outline, period, profile, redo, said, texts, theme, undo } from "./state";
import { LANGUAGES } from "./texts";

function listen(): void {
  const body = document.body;
  addEventListener("keydown", (event) => {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    // In a text field these keys undo what was typed.
    if (isField && event.target instanceof HTMLInputElement && !["range", "checkbox"].includes(event.target.type)) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "z") (event.shiftKey ? redo : undo)();
    else if (key === "y") redo();
    else return;
    event.preventDefault();
  });
  addEventListener("beforeprint", () => (isPrinting.value = true));
  addEventListener("afterprint", () => (isPrinting.value = false));
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    body.dataset["drop"] = texts.value.drop;
    body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    // Leaving an element for one inside it is no leaving of the page.
    if (event.relatedTarget === null) body.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    body.classList.remove("dropping");
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void openFile(file);
  });
}

async function start(): Promise<void> {
  const before = await kept();
  const wanted = navigator.languages.map((tag) => tag.split("-")[0]);
  language.value = before?.language ?? LANGUAGES.find(([tag]) => wanted[0] === tag)?.[0] ?? "en";
  theme.value = before?.theme ?? "auto";
  try {
    opened(Plan.parse(before?.text ?? sample));
    if (before !== undefined) {
      asOf.value = before.asOf;
      period.value = before.period;
      profile.value = before.profile;
    }
  } catch {
    // What an older page kept may be no plan any more.
    opened(Plan.parse(sample));
  }
  effect(() => {
    const root = document.documentElement;
    root.lang = language.value;
    root.dir = language.value === "ar" ? "rtl" : "ltr";
    if (theme.value === "auto") delete root.dataset["theme"];
    else root.dataset["theme"] = theme.value;
  });
  effect(() => {
    document.title = outline.value === null ? "okrkit" : `${texts.value.title} – ${outline.value.id}`;
  });
  keep(() => (said.value = texts.value.unsaved));
  listen();
  const place = document.getElementById("app");
  if (place !== null) render(<App />, place);
}

void start();
