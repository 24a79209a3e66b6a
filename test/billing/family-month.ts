import { activityOffer } from "#activities";
import type { Id } from "#kernel";
import type { Writes } from "#platform";
import { writePriceSections } from "#pricing";

import type { Household } from "../builders/household.ts";

type Sections = Parameters<typeof writePriceSections>[1];
type Entry<Name extends "prices" | "penalties" | "absences" | "fees"> = Omit<
  NonNullable<Sections[Name]>[number],
  "activities"
>;

/** What the activities of a test cost from a day on. */
export interface Priced {
  readonly from?: string;
  readonly prices?: readonly Entry<"prices">[];
  readonly penalties?: readonly Entry<"penalties">[];
  readonly absences?: readonly Entry<"absences">[];
  readonly fees?: readonly Entry<"fees">[];
}

/** Writes tariffs of an activity, as an import of the file does. */
export async function priceActivity(
  writes: Writes,
  activityId: Id<"activity">,
  { from = "2026-09-01", ...sections }: Priced,
): Promise<void> {
  const offer = await activityOffer(writes, [activityId]);
  const activities = offer.map(({ activityCode }) => activityCode);
  const named = <Name extends "prices" | "penalties" | "absences" | "fees">(
    entries: readonly Entry<Name>[] | undefined,
  ) => entries?.map((entry) => ({ ...entry, activities }));
  const change = {
    offer,
    from: Temporal.PlainDate.from(from),
    by: "Essai",
    now: Temporal.Instant.from("2026-08-01T08:00:00Z"),
  };
  const all = {
    prices: named<"prices">(sections.prices),
    penalties: named<"penalties">(sections.penalties),
    absences: named<"absences">(sections.absences),
    fees: named<"fees">(sections.fees),
  };
  const known = Object.fromEntries(Object.entries(all).filter(([, entries]) => entries !== undefined));
  await writePriceSections(writes, known, change);
}

/** What was noted of a day. */
export interface Noted {
  readonly state: "present" | "absent";
  readonly reason?: string;
  readonly proofOn?: string;
  /** « 16:35 » */
  readonly arrived?: string;
  readonly left?: string;
}

/** A child of a household books a slot (or does not), and an agent notes it (or does not). */
export interface Attended {
  readonly home: Household;
  readonly child: number;
  readonly slot: Id<"slot">;
  readonly booked?: boolean;
  readonly hours?: readonly [number, number];
  readonly bookedAt?: string;
  readonly noted?: Noted;
}

/** Writes places and what was noted of them, as forms would leave them. */
export async function attend(writes: Writes, all: readonly Attended[]): Promise<void> {
  for (const { home, child, slot, booked = true, hours, bookedAt, noted } of all) {
    const participant = home.children[child]?.id ?? "";
    if (booked)
      await writes.run(
        "test_attend_book",
        `with made as (
           insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at, from_minute, to_minute)
           select s.id, $2, $3, e.id, $4, $5, $6
           from slot s join enrolment e on e.season_id = s.season_id and e.participant_id = $2 and e.household_id = $3
           where s.id = $1
           returning *)
         insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, by_label, by_agent)
         select booked_at, household_id, participant_id, slot_id, id, 'booked', 'Essai', true from made`,
        [
          slot,
          participant,
          home.id,
          bookedAt ?? "2026-10-01T08:00:00Z",
          hours?.[0] ?? null,
          hours?.[1] ?? null,
        ],
      );
    if (noted !== undefined)
      await writes.run(
        "test_attend_note",
        `insert into attendance (slot_id, participant_id, household_id, state, reason, proof_on, arrived_at, left_at,
                                 version, by_label, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1, 'Essai', now())`,
        [
          slot,
          participant,
          home.id,
          noted.state,
          noted.reason ?? null,
          noted.proofOn ?? null,
          noted.arrived ?? null,
          noted.left ?? null,
        ],
      );
  }
}
