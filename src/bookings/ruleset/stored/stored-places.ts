import type { ActivityOffer } from "#activities";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { samePlaces, USUAL_PLACES, type PlaceRule } from "../../rules/place-rule.ts";
import type { BookingSections, WrittenBookingSections } from "../sections.ts";
import { grouped } from "./grouped.ts";
import { texts } from "./texts.fr.ts";

/** A rule and the day of the slots from which it holds. */
export interface DatedPlaces {
  readonly validFrom: Temporal.PlainDate;
  readonly rule: PlaceRule;
}

/** Paying first and the waiting list on a day, as the file writes them: activities that say the same stand together. */
export async function readPlaces(
  reads: Reads,
  offer: readonly ActivityOffer[],
  on: Temporal.PlainDate,
): Promise<NonNullable<WrittenBookingSections["places"]>> {
  const stored = await placeRules(reads, offer);
  const said = offer.flatMap((activity) => {
    const rule = placesOn(stored.get(activity.activityId) ?? [], on);
    return samePlaces(rule, USUAL_PLACES) ? [] : [{ activity: activity.activityCode, rule }];
  });
  return grouped(said, ({ rule }) => JSON.stringify(rule)).flatMap((same) =>
    same[0] === undefined
      ? []
      : [{ activities: same.map(({ activity }) => activity), ...writtenPlaces(same[0].rule) }],
  );
}

/** Sets what the file says for the slots from a day on, in place of what was planned later; says what changes. */
export async function writePlaces(
  writes: Writes,
  entries: NonNullable<BookingSections["places"]>,
  { offer, from }: { offer: readonly ActivityOffer[]; from: Temporal.PlainDate },
): Promise<readonly string[]> {
  const said: string[] = [];
  for (const activity of offer) {
    const entry = entries.find(({ activities }) => activities.includes(activity.activityCode));
    said.push(...(await writePlaceRule(writes, activity, entry ?? USUAL_PLACES, from)));
  }
  return said;
}

/**
 * Sets how places of an activity are kept and handed on, for the slots from a day on; those before keep theirs. The file
 * and the agents' page both end here. Says what changes.
 */
export async function writePlaceRule(
  writes: Writes,
  activity: ActivityOffer,
  { holdMinutes, waitingList, waitingOrder, answerMinutes, lateCancellation = false }: PlaceRule,
  from: Temporal.PlainDate,
): Promise<readonly string[]> {
  const { activityId, activityName } = activity;
  const wanted: PlaceRule = { holdMinutes, waitingList, waitingOrder, answerMinutes, lateCancellation };
  const stored = (await placeRules(writes, [activity])).get(activityId) ?? [];
  const later = await writes.run(
    "forget_later_place_rules",
    `delete from place_rule where activity_id = $1 and valid_from > $2`,
    [activityId, from.toString()],
  );
  const replaced = later > 0 ? [texts.laterPlaces(activityName)] : [];
  const held = placesOn(stored, from);
  if (samePlaces(held, wanted)) return replaced;
  await writes.run(
    "set_place_rule",
    `insert into place_rule (activity_id, valid_from, hold_minutes, waiting_list, waiting_order, answer_minutes, late_cancellation)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (activity_id, valid_from) do update
       set hold_minutes = excluded.hold_minutes, waiting_list = excluded.waiting_list,
           waiting_order = excluded.waiting_order, answer_minutes = excluded.answer_minutes,
           late_cancellation = excluded.late_cancellation`,
    [
      activityId,
      from.toString(),
      holdMinutes ?? null,
      waitingList,
      waitingOrder,
      answerMinutes === "atOnce" ? null : answerMinutes,
      lateCancellation,
    ],
  );
  return [...replaced, texts.places(activityName, held, wanted)];
}

/** The rule that holds for the slots of a day. */
function placesOn(versions: readonly DatedPlaces[], on: Temporal.PlainDate): PlaceRule {
  const held = versions.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, on) <= 0);
  return held?.rule ?? USUAL_PLACES;
}

/** Every version of these activities, in the order of their days. */
export async function placeRules(
  reads: Reads,
  offer: readonly ActivityOffer[],
): Promise<ReadonlyMap<Id<"activity">, readonly DatedPlaces[]>> {
  const rows = await reads.rows<{
    activityId: Id<"activity">;
    validFrom: Temporal.PlainDate;
    holdMinutes: number | null;
    waitingList: boolean;
    waitingOrder: PlaceRule["waitingOrder"];
    answerMinutes: number | null;
    lateCancellation: boolean;
  }>(
    "place_rules",
    `select activity_id as "activityId", valid_from as "validFrom", hold_minutes as "holdMinutes",
            waiting_list as "waitingList", waiting_order as "waitingOrder", answer_minutes as "answerMinutes", late_cancellation as "lateCancellation"
     from place_rule where activity_id = any ($1::uuid[]) order by activity_id, valid_from`,
    [offer.map(({ activityId }) => activityId)],
  );
  const versions = rows.map(({ activityId, validFrom, holdMinutes, answerMinutes, ...rule }) => ({
    activityId,
    validFrom,
    rule: {
      ...rule,
      holdMinutes: holdMinutes ?? undefined,
      answerMinutes: answerMinutes ?? ("atOnce" as const),
    },
  }));
  return Map.groupBy(versions, ({ activityId }) => activityId);
}

/** As the file writes it: what is not said has no key. */
export function writtenPlaces({ holdMinutes, lateCancellation = false, ...rule }: PlaceRule) {
  return {
    ...(holdMinutes === undefined ? {} : { holdMinutes }),
    ...rule,
    ...(lateCancellation ? { lateCancellation } : {}),
  };
}
