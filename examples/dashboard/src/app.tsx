// The page as a whole.

import type { JSX } from "preact";

import { AgendaView } from "./parts/agenda";
import { Cards } from "./parts/cards";
import { CheckIn } from "./parts/check_in";
import { Explain } from "./parts/explain";
import { FilterBar } from "./parts/filters";
import { Forecast } from "./parts/forecast";
import { Graph } from "./parts/graph";
import { Groups } from "./parts/groups";
import { Lint } from "./parts/lint";
import { Problems } from "./parts/problems";
import { Time } from "./parts/time";
import { Toolbar } from "./parts/toolbar";
import { Tree } from "./parts/tree";
import { Tried } from "./parts/tried";
import { outline, said, show, texts, view, VIEWS, type View } from "./state";

const PARTS: Readonly<Record<View, () => JSX.Element | null>> = {
  cards: Cards,
  tree: Tree,
  graph: Graph,
  groups: Groups,
  forecast: Forecast,
  agenda: AgendaView,
  lint: Lint,
};

/** Views that show all of the plan, whatever the filters say. */
const UNFILTERED: readonly View[] = ["groups", "agenda", "lint"];

export function App(): JSX.Element {
  const t = texts.value;
  const Part = PARTS[view.value];
  return (
    <>
      <a class="skip" href="#content">
        {t.skip}
      </a>
      <Toolbar />
      <Problems />
      {outline.value !== null && (
        <>
          <Time />
          <nav class="views" aria-label={t.views}>
            {VIEWS.map((name) => (
              <button key={name} type="button" aria-current={view.value === name ? "page" : undefined} data-view={name} onClick={() => show(name)}>
                {t[`view_${name}`]}
              </button>
            ))}
          </nav>
          {!UNFILTERED.includes(view.value) && <FilterBar />}
          <main id="content" tabIndex={-1}>
            <h2 class="visually-hidden">{t[`view_${view.value}`]}</h2>
            <Part />
            <Tried />
          </main>
          <Explain />
          <CheckIn />
        </>
      )}
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
    </>
  );
}
