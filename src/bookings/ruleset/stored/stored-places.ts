import type { ActivityOffer } from "#activities";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { BookingSections, WrittenBookingSections } from "../sections.ts";
import { grouped } from "./grouped.ts";
import { texts } from "./texts.fr.ts";

type Entry = Omit<NonNullable<WrittenBookingSections["places"]>[number], "activities">;

/** What holds for an activity that the file says nothing of: the defaults of the table. */
const UNSAID: Entry = { waitingList: true, waitingOrder: "date", answerMinutes: 1440 };

/** Paying first and the waiting list, as the file writes them: activities that say the same stand together. */
export async function readPlaces(
  reads: Reads,
  offer: readonly ActivityOffer[],
): Promise<NonNullable<WrittenBookingSections["places"]>> {
  const stored = await rulesOf(reads, offer);
  const said = offer.flatMap((activity) => {
    const entry = stored.get(activity.activityId) ?? UNSAID;
    return keyOf(entry) === keyOf(UNSAID) ? [] : [{ activity: activity.activityCode, entry }];
  });
  return grouped(said, ({ entry }) => keyOf(entry)).flatMap((same) =>
    same[0] === undefined ? [] : [{ activities: same.map(({ activity }) => activity), ...same[0].entry }],
  );
}

/** Sets what the file says, at once: places have no date of effect. Says what changes. */
export async function writePlaces(
  writes: Writes,
  entries: NonNullable<BookingSections["places"]>,
  { offer }: { offer: readonly ActivityOffer[] },
): Promise<readonly string[]> {
  const stored = await rulesOf(writes, offer);
  const said: string[] = [];
  for (const { activityId, activityCode, activityName } of offer) {
    const wanted: Entry = entries.find(({ activities }) => activities.includes(activityCode)) ?? UNSAID;
    if (keyOf(stored.get(activityId) ?? UNSAID) === keyOf(wanted)) continue;
    await writes.run(
      "ruleset_set_place_rule",
      `insert into place_rule (activity_id, hold_minutes, waiting_list, waiting_order, answer_minutes)
       values ($1, $2, $3, $4, $5)
       on conflict (activity_id) do update
         set hold_minutes = excluded.hold_minutes, waiting_list = excluded.waiting_list,
             waiting_order = excluded.waiting_order, answer_minutes = excluded.answer_minutes`,
      [
        activityId,
        wanted.holdMinutes ?? null,
        wanted.waitingList,
        wanted.waitingOrder,
        wanted.answerMinutes === "atOnce" ? null : wanted.answerMinutes,
      ],
    );
    said.push(texts.places(activityName));
  }
  return said;
}

async function rulesOf(reads: Reads, offer: readonly ActivityOffer[]): Promise<ReadonlyMap<string, Entry>> {
  const rows = await reads.rows<{
    activityId: Id<"activity">;
    holdMinutes: number | null;
    waitingList: boolean;
    waitingOrder: Entry["waitingOrder"];
    answerMinutes: number | null;
  }>(
    "ruleset_place_rules",
    `select activity_id as "activityId", hold_minutes as "holdMinutes", waiting_list as "waitingList",
            waiting_order as "waitingOrder", answer_minutes as "answerMinutes"
     from place_rule where activity_id = any ($1::uuid[])`,
    [offer.map(({ activityId }) => activityId)],
  );
  return new Map(
    rows.map(({ activityId, holdMinutes, waitingList, waitingOrder, answerMinutes }) => [
      activityId,
      {
        ...(holdMinutes === null ? {} : { holdMinutes }),
        waitingList,
        waitingOrder,
        answerMinutes: answerMinutes ?? "atOnce",
      },
    ]),
  );
}

function keyOf({ holdMinutes, waitingList, waitingOrder, answerMinutes }: Entry): string {
  return JSON.stringify([holdMinutes ?? null, waitingList, waitingOrder, answerMinutes]);
}
