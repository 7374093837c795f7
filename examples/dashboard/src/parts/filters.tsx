// What is shown of the plan.

import type { JSX } from "preact";

import { filterTag, shown } from "../filtering";
import { titleIn } from "../format";
import { clearFilters, filters, format, language, outline, texts, type Filters } from "../state";
import { word } from "../texts";
import { Choice, Field } from "./basic";

const STATUSES = ["on_track", "behind", "at_risk", "achieved", "missed", "no_data", "not_started", "dropped", "closed"];

export function FilterBar(): JSX.Element | null {
  const plan = outline.value;
  if (plan === null) return null;
  const [t, f] = [texts.value, format.value];
  const set = (changed: Partial<Filters>): void => {
    filters.value = { ...filters.value, ...changed };
  };
  const all = ["", t.all] as const;
  const tagName = filterTag.value;
  const tags = tagName === undefined ? [] : [...new Set(plan.objectives.flatMap((objective) => objective.tags[tagName] ?? []))].sort();
  return (
    <div class="filters" role="search" aria-label={t.filters}>
      <Choice label={t.team} value={filters.value.team} options={[all, ...[...plan.teams].map(([id, { title }]) => [id, titleIn(title, language.value)] as const)]} onChange={(team) => set({ team })} />
      <Choice label={t.owner} value={filters.value.owner} options={[all, ...plan.owners.map((owner) => [owner, owner] as const)]} onChange={(owner) => set({ owner })} />
      {tagName !== undefined && <Choice label={tagName === "region" ? t.region : tagName} value={filters.value.tag} options={[all, ...tags.map((tag) => [tag, tag] as const)]} onChange={(tag) => set({ tag })} />}
      <Choice label={t.status} value={filters.value.status} options={[all, ...STATUSES.map((status) => [status, word(t, "status", status)] as const)]} onChange={(status) => set({ status })} />
      <Field label={t.search}>
        {(id) => <input id={id} type="search" placeholder={t.searchHint} value={filters.value.search} onInput={(event) => set({ search: event.currentTarget.value })} />}
      </Field>
      <p class="hint" aria-live="polite" data-shown={shown.value.length}>
        {t.shown(f.count(shown.value.length), f.count(plan.objectives.length))}{" "}
        {Object.values(filters.value).some((value) => value !== "") && (
          <button type="button" class="quiet" onClick={clearFilters}>
            {t.clear}
          </button>
        )}
      </p>
    </div>
  );
}
