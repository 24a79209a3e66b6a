import { scopeFindings, type OfferDocument } from "#activities";
import type { Finding } from "#kernel";

import type { DeadlineAct } from "../../rules/deadline-sentence.ts";
import { decidingEntry, type DeadlineEntry } from "./deadline-scope.ts";
import { deadlineHoles } from "./deadline-holes.ts";
import { texts } from "./texts.fr.ts";

const ACTS: readonly DeadlineAct[] = ["book", "cancel", "change"];

/**
 * Refuses names that the offer lacks, two deadlines for one thing, and a unit without a deadline for booking or
 * cancelling; warns of slots that a rule says nothing of.
 */
export function checkDeadlines(entries: readonly DeadlineEntry[], offer: OfferDocument): readonly Finding[] {
  return [
    ...entries.flatMap((entry, index) => scopeFindings(offer, entry, ["deadlines", index])),
    ...saidTwice(entries),
    ...unitsWithout(entries, offer),
    ...deadlineHoles(entries, offer),
  ];
}

function saidTwice(entries: readonly DeadlineEntry[]): readonly Finding[] {
  const said = new Set<string>();
  return entries.flatMap((entry, index) =>
    ACTS.filter((act) => entry[act] !== undefined).flatMap((act) => {
      const keys = entry.activities.flatMap((activity) =>
        (entry.units ?? [""]).map((unit) => JSON.stringify([activity, unit, entry.season ?? "", act])),
      );
      const twice = keys.some((key) => said.has(key));
      for (const key of keys) said.add(key);
      return twice
        ? [{ path: ["deadlines", index, act], kind: "refused" as const, sentence: texts.deadlineTwice(act) }]
        : [];
    }),
  );
}

function unitsWithout(entries: readonly DeadlineEntry[], offer: OfferDocument): readonly Finding[] {
  return (offer.activities ?? []).flatMap((activity, position) =>
    (["book", "cancel"] as const).flatMap((act): readonly Finding[] => {
      const missing = activity.units.flatMap((unit) =>
        (activity.seasons ?? [])
          .filter(({ name }) => {
            const place = { activity: activity.code, unit: unit.code, season: name };
            return decidingEntry(entries, act, place) === undefined;
          })
          .map(({ name }) => ({ unit: unit.code, season: name })),
      );
      const [first] = missing;
      if (first === undefined) return [];
      const whole = missing.length === activity.units.length * (activity.seasons ?? []).length;
      const what = whole ? activity.code : `${activity.code} › ${first.unit}, ${first.season}`;
      return [{ path: ["activities", position], kind: "refused", sentence: texts.noDeadline(what, act) }];
    }),
  );
}
