import { noteDay, type WantedNote } from "#attendance";
import { parisDate, parisInstant, type Id } from "#kernel";
import { hashedId, type Reads } from "#platform";

import type { Story } from "./bookings.ts";

/** How far back something may remain to note. */
const DAYS_BACK = 14;

/** Somebody expected, as the story of the days tells it. */
interface Expected {
  siteId: Id<"site">;
  date: Temporal.PlainDate;
  slotId: Id<"slot">;
  participantId: Id<"participant">;
  householdId: Id<"household">;
  withHours: boolean;
  fromMinute: number;
  toMinute: number;
  booked: boolean;
}

/**
 * The days since the opening are noted, site by site and day by day: a few absences with their reason, a few children
 * who came without a place, hours where they count. Of the last two weeks one site forgot a day, another stopped in the
 * middle of one, so that something remains to note. The month that is issued already is not: it is billed as booked.
 */
export async function noteDays(story: Story): Promise<void> {
  const today = parisDate(story.now);
  const recent = today.subtract({ days: DAYS_BACK });
  const found = await story.database.read((reads) => daysToTell(reads, parisDate(story.opened), today));
  const days = [...Map.groupBy(found, ({ siteId, date }) => `${siteId} ${date.toString()}`).values()];
  const isRecent = ([first]: readonly Expected[]) =>
    first !== undefined && Temporal.PlainDate.compare(first.date, recent) >= 0;
  for (const [turn, day] of days.filter((one) => !isRecent(one)).entries()) await note(story, day, turn);
  for (const [turn, day] of days.filter(isRecent).entries()) {
    // Every eleventh day of a site was forgotten, and every thirteenth was left in the middle.
    if (turn % 11 !== 4)
      await note(story, turn % 13 === 6 ? day.slice(0, Math.ceil(day.length / 2)) : day, turn);
  }
}

async function note({ database, reception }: Story, day: readonly Expected[], turn: number): Promise<void> {
  const [first] = day;
  if (first === undefined) return;
  const { siteId: site, date } = first;
  const lines = day.map((expected, index) => noteOf(expected, turn * 5 + index));
  const at = parisInstant(date, new Temporal.PlainTime(18, 20));
  const key = hashedId<"attendanceForm">("demonstration", site, date.toString());
  const visit = { actor: reception, database, now: at, address: "127.0.0.1" };
  const done = await noteDay(visit, { key, site, date, lines });
  if (!done.ok) throw new Error(`A day of the demonstration was not noted: ${done.refusal.code}`);
}

function noteOf(expected: Expected, turn: number): WantedNote {
  const { slotId, participantId, householdId, withHours, fromMinute, toMinute, booked } = expected;
  const nothing = { reason: null, proofOn: null, arrivedAt: null, leftAt: null };
  const who = { slotId, participantId, householdId, shown: 0 };
  if (booked && turn % 17 === 3) {
    const reason = turn % 34 === 3 ? "illness" : "family";
    const proofOn = turn % 68 === 3 ? expected.date : null;
    return { ...who, ...nothing, state: "absent", reason, proofOn };
  }
  const hours = withHours
    ? { arrivedAt: timeAt(fromMinute + (turn % 4) * 4), leftAt: timeAt(toMinute + (turn % 3) * 6 - 5) }
    : {};
  return { ...who, ...nothing, ...hours, state: "present" };
}

function timeAt(minute: number): Temporal.PlainTime {
  return new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
}

/**
 * Everybody expected since the opening in the months that are not issued, and in the last days; and of each canteen's
 * day one child who is enrolled and has no place.
 */
function daysToTell(
  reads: Reads,
  opened: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<Expected[]> {
  return reads.rows(
    "demonstration_days_to_tell",
    `select u.site_id as "siteId", who.date, who.slot_id as "slotId", who.participant_id as "participantId",
            who.household_id as "householdId", u.hour_step is not null as "withHours",
            who.from_minute as "fromMinute", who.to_minute as "toMinute", who.booked
     from (
       select slot_id, participant_id, household_id, unit_id, date, from_minute, to_minute, true as booked
       from bookings_expected where date between $1 and $2
       union all
       select s.slot_id, comer.participant_id, comer.household_id, s.unit_id, s.date, 0, 0, false
       from bookings_slot_card s
       join lateral (
         select e.participant_id, e.household_id from bookings_enrolment_card e
         where e.season_id = s.season_id and s.date between e.first_day and e.last_day
           and not exists (select from bookings_expected b
                           where b.slot_id = s.slot_id and b.participant_id = e.participant_id)
         order by md5(e.participant_id::text || s.date) limit 1
       ) comer on true
       where s.date between $1 and $2 and s.state = 'open' and extract(isodow from s.date) in (2, 5)
     ) who
     join activities_unit_card u on u.unit_id = who.unit_id
     where (who.booked or u.with_meal and u.hour_step is null)
       and (who.date >= $3 or date_trunc('month', who.date) <> $4::date)
     order by who.date, u.site_id, who.slot_id, who.booked desc, who.participant_id`,
    [
      opened.toString(),
      today.subtract({ days: 1 }).toString(),
      today.subtract({ days: DAYS_BACK }).toString(),
      today.with({ day: 1 }).subtract({ months: 1 }).toString(),
    ],
  );
}
