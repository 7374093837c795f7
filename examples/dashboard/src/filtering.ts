// Which objectives are shown.

import { computed, type ReadonlySignal } from "@preact/signals";

import { differences } from "./differences";
import { teamsBelow, type KeyResultOutline, type ObjectiveOutline } from "./outline";
import { card, filters, outline, profileName } from "./state";

/** The tag that the page filters by: the region where there is one, else the first there is. */
export const filterTag = computed(() => {
  const names = outline.value?.tagNames ?? [];
  return names.includes("region") ? "region" : names[0];
});

function mentions(node: ObjectiveOutline | KeyResultOutline, words: string): boolean {
  const titles = typeof node.title === "string" ? [node.title] : Object.values(node.title);
  return [node.id, ...titles].some((text) => text.toLocaleLowerCase().includes(words));
}

/** The objectives that fit the filters, in the order of the document. */
export const shown: ReadonlySignal<readonly ObjectiveOutline[]> = computed(() => {
  const found = outline.value;
  if (found === null) return [];
  const { team, owner, tag, status, search, differing } = filters.value;
  const teams = team === "" ? null : teamsBelow(found, team);
  const words = search.trim().toLocaleLowerCase();
  const tagName = filterTag.value;
  // Only a filter by status looks at the scorecard, so that the list stays as it is while the day moves.
  const scores = status === "" ? null : card.value;
  const judgedOtherwise = differing === "" || profileName.value === found.profile ? null : differences.value;
  return found.objectives.filter(
    (objective) =>
      (teams === null || (objective.team !== undefined && teams.has(objective.team))) &&
      (owner === "" || objective.owners.includes(owner) || objective.keyResults.some((keyResult) => keyResult.owners.includes(owner))) &&
      (tag === "" || tagName === undefined || objective.tags[tagName] === tag) &&
      (scores === null ||
        scores.objective(objective.id)?.status === status ||
        objective.keyResults.some((keyResult) => scores.keyResult(keyResult.id)?.status === status)) &&
      (judgedOtherwise === null || [objective, ...objective.keyResults].some(({ id }) => judgedOtherwise.has(id))) &&
      (words === "" || mentions(objective, words) || objective.keyResults.some((keyResult) => mentions(keyResult, words))),
  );
});
