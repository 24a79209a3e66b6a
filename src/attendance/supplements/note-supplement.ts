import type { SignedIn, Visit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Reads } from "#platform";

import { mayNoteAt } from "../policy.ts";
import { offeredSupplements } from "./offered-supplements.ts";

/** The place of somebody in a slot of a site. */
export interface SupplementPlace {
  readonly site: Id<"site">;
  readonly slot: Id<"slot">;
  readonly participant: Id<"participant">;
}

/** Who has the place, or came without one. */
export interface PersonInSlot {
  readonly name: string;
  readonly unitName: string;
  readonly date: Temporal.PlainDate;
  readonly householdId: Id<"household">;
}

/** One thing that was noted, or taken back (below zero). */
export interface SupplementNote {
  readonly code: string;
  readonly quantity: number;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** Why it was not noted. */
export type SupplementRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "future" }
  /** The tariff of that day has no such supplement. */
  | { readonly code: "not-offered" }
  /** More would be taken back than was noted. */
  | { readonly code: "not-taken" };

/**
 * Notes what somebody took besides a place, or takes it back (a quantity below zero), once for a form.
 *
 * In: who acts, the place, the supplement, how many, the form's key. Refuses another's site, a day to come, what the
 * tariff does not know, and taking back more than was noted; two who take back at once wait for each other.
 */
export async function noteSupplement(
  { actor, database, now, address }: Pick<Visit<SignedIn>, "actor" | "database" | "now" | "address">,
  {
    key,
    place,
    code,
    quantity,
  }: { key: Id<"supplement">; place: SupplementPlace; code: string; quantity: number },
): Promise<Result<null, SupplementRefusal>> {
  if (!mayNoteAt(actor, place.site)) return refuse({ code: "unknown" });
  return database.write(async (writes) => {
    const person = await personInSlot(writes, place);
    if (person === undefined) return refuse({ code: "unknown" });
    const { date, householdId } = person;
    if (Temporal.PlainDate.compare(date, parisDate(now)) > 0) return refuse({ code: "future" });
    const offered = (await offeredSupplements(writes, { site: place.site, date })).get(place.slot) ?? [];
    if (quantity > 0 && !offered.some((one) => one.code === code)) return refuse({ code: "not-offered" });
    await writes.run("attendance_lock_supplement", "select pg_advisory_xact_lock(hashtextextended($1, 0))", [
      `supplement ${place.slot} ${place.participant} ${code}`,
    ]);
    const row = await writes.row<{ outcome: "noted" | "known" | "not-taken" }>(
      "attendance_note_supplement",
      `with known as (
         select from supplement_note where form_key = $1
       ), taken as (
         select coalesce(sum(quantity), 0) as quantity from supplement_note
         where slot_id = $2 and participant_id = $3 and code = $5::text
       ), noted as (
         insert into supplement_note (form_key, slot_id, participant_id, household_id, code, quantity, by_label, at)
         select $1, $2, $3, $4, $5::text, $6::smallint, $7, $8 from taken
         where taken.quantity + $6::smallint >= 0 and not exists (select from known)
         returning 1
       )
       select case when exists (select from known) then 'known' when exists (select from noted) then 'noted'
                   else 'not-taken' end as outcome`,
      [key, place.slot, place.participant, householdId, code, quantity, actor.name, now.toString()],
    );
    if (row?.outcome === "not-taken") return refuse({ code: "not-taken" });
    if (row?.outcome === "noted")
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "attendance.supplement",
        objectKind: "participant",
        objectId: place.participant,
        facts: { slot: place.slot, supplement: code, quantity },
        address,
      });
    return ok(null);
  });
}

/** Who is expected in a slot of this site, or came; undefined for anybody else. */
export function personInSlot(
  reads: Reads,
  { site, slot, participant }: SupplementPlace,
): Promise<PersonInSlot | undefined> {
  return reads.row<PersonInSlot>(
    "attendance_person_in_slot",
    `select p.first_name || ' ' || p.last_name as name, u.unit_name as "unitName", s.date,
            coming.household_id as "householdId"
     from bookings_slot_card s
     join activities_unit_card u on u.unit_id = s.unit_id and u.site_id = $1
     join families_participant_name p on p.participant_id = $3
     join lateral (
       select household_id from bookings_expected where slot_id = $2 and participant_id = $3
       union all
       select household_id from attendance where slot_id = $2 and participant_id = $3 and state = 'present'
       limit 1
     ) coming on true
     where s.slot_id = $2`,
    [site, slot, participant],
  );
}

/** All that was noted of a place, the first first. */
export function supplementNotes(
  reads: Reads,
  { slot, participant }: SupplementPlace,
): Promise<readonly SupplementNote[]> {
  return reads.rows<SupplementNote>(
    "attendance_supplement_notes",
    `select code, quantity, by_label as by, at from supplement_note
     where slot_id = $1 and participant_id = $2 order by at, form_key`,
    [slot, participant],
  );
}
