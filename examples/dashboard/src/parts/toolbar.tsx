// The top of the page: opening and exporting, undo and redo, language and colours.

import type { JSX } from "preact";
import { useRef } from "preact/hooks";

import { titleIn } from "../format";
import { openFile, openText } from "../opening";
import { sample } from "../sample";
import { canRedo, canUndo, card, language, now, outline, redo, texts, theme, THEMES, undo, type Theme } from "../state";
import { LANGUAGES, type Language } from "../texts";
import { Choice } from "./basic";

function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  // The browser has taken the text by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

export function Toolbar(): JSX.Element {
  const t = texts.value;
  const input = useRef<HTMLInputElement>(null);
  const plan = outline.value;
  return (
    <header class="top">
      <h1>
        <bdi>{plan === null ? t.title : titleIn(plan.title, language.value)}</bdi>
      </h1>
      <div class="tools">
        <button type="button" title={t.openHint} onClick={() => input.current?.click()}>
          {t.open}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // Emptied, so that the same file can be chosen again after it was mended.
            event.currentTarget.value = "";
            if (file !== undefined) void openFile(file);
          }}
        />
        <button type="button" onClick={() => void openText(t.sample, sample)}>
          {t.sample}
        </button>
        <button type="button" disabled={!canUndo.value} onClick={undo} aria-keyshortcuts="Control+Z">
          {t.undo}
        </button>
        <button type="button" disabled={!canRedo.value} onClick={redo} aria-keyshortcuts="Control+Shift+Z">
          {t.redo}
        </button>
        <button type="button" onClick={() => now.value && save(`${plan?.id ?? "plan"}.json`, now.value.plan.toString())}>
          {t.exportPlan}
        </button>
        <button type="button" onClick={() => card.value && save(`${plan?.id ?? "plan"}-scorecard.json`, `${JSON.stringify(card.value.whole(), null, 2)}\n`)}>
          {t.exportCard}
        </button>
        <button type="button" onClick={() => print()}>
          {t.print}
        </button>
        <Choice label={t.language} value={language.value} options={LANGUAGES} onChange={(value) => (language.value = value as Language)} />
        <Choice label={t.theme} value={theme.value} options={THEMES.map((name) => [name, t[`theme_${name}`]] as const)} onChange={(value) => (theme.value = value as Theme)} />
      </div>
    </header>
  );
}
