// Where the profile that is switched on judges otherwise than the plan's own, and by which of its fields.

import { computed } from "@preact/signals";

import { asked } from "./asking";
import { asOf, outline, profile, profileName } from "./state";

const compared = asked<"compare">(() => {
  const own = outline.value?.profile;
  if (own === undefined || profile.value === null || profile.value === own) return null;
  return { kind: "compare", asOf: asOf.value, profiles: [own, profileName.value] };
});

/** For each node that is judged otherwise: the fields of the profile that make it so. */
export const differences = computed(() => {
  const byNode = new Map<string, string[]>();
  if (profile.value === null || profile.value === outline.value?.profile) return byNode;
  for (const difference of compared.value.answer?.differences ?? []) {
    const fields = byNode.get(difference.node) ?? [];
    for (const because of Object.values(difference.because)) {
      for (const field of because) if (!fields.includes(field)) fields.push(field);
    }
    byNode.set(difference.node, fields);
  }
  return byNode;
});
