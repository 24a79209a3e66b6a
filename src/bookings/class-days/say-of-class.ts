import { loadCalendar } from "#activities";
import type { SignedIn, Visit } from "#identity";
import { ok, parisDate, refuse, schoolYearOf, type Id, type Result } from "#kernel";
import { announce, writeJournal, type Reads, type Writes } from "#platform";

import { classDaySaid } from "../events.ts";
import type { ClassDay, SchoolClass } from "./class-day.ts";
import {
  classBookings,
  findClassDay,
  knownClasses,
  sameClassDay,
  type ClassBooking,
} from "./class-queries.ts";
import { mayCancel, SAY } from "./policy.ts";

/** What an agent wants to say of a class; the school year follows from the days. */
export type WantedClassDay = Omit<ClassDay, "by" | "schoolYear">;

/** Why nothing was said. */
export type ClassDayRefusal =
  | { code: "past"; today: Temporal.PlainDate }
  | { code: "backwards" }
  | { code: "too-long"; most: number }
  /** The days are of two school years: classes change between them. */
  | { code: "two-years" }
  /** No such class that year, or none of its children at a site of the agent. */
  | { code: "unknown-class" }
  /** This very thing was said already: a second click, or a colleague. */
  | { code: "already-said"; id: Id<"classDay">; by: string; message: string }
  /** A form about something else was sent under this key. */
  | { code: "key-taken" };

/** What it would do, or what it concerns. */
export interface ClassDayEffect extends SchoolClass {
  children: number;
  /** At the agent's sites: these are cancelled when the class is away. */
  bookings: readonly ClassBooking[];
  /** At other sites: these stay. */
  elsewhere: number;
}

/** What saying something of a class needs of a visit. */
export type ClassDayVisit = Pick<Visit<SignedIn>, "actor" | "authority" | "database" | "now" | "address">;

/** Longer than that, it is no outing and no replacement that is late. */
const MOST_DAYS = 31;

/** Whom it would concern; writes nothing. */
export function previewClassDay(
  visit: ClassDayVisit,
  wanted: Omit<WantedClassDay, "id" | "message">,
): Promise<Result<ClassDayEffect, ClassDayRefusal>> {
  return visit.database.read((reads) => effectOf(reads, visit, wanted));
}

/**
 * Says once for a class that it is away, or that its teacher is absent.
 *
 * In: who acts, the class, the days, the message, and of which activities the places are cancelled when it is away.
 * Out: the effect. In one transaction it is recorded under the form's key; when the class is away, the places of its
 * children are cancelled by `submit_bookings`, past their deadlines, with the message as the reason; the families are
 * announced as to be told, and the journal has its line. The same form sent twice is one. Refuses past days, more than
 * a month, days of two school years, a class that is not the agent's, and what was said already.
 */
export async function sayOfClass(
  visit: ClassDayVisit,
  wanted: WantedClassDay,
  activityIds: readonly Id<"activity">[],
): Promise<Result<Id<"classDay">, ClassDayRefusal>> {
  const { actor, authority, now } = visit;
  return visit.database.write(async (writes) => {
    if ((await findClassDay(writes, wanted.id)) !== undefined) return ok(wanted.id);
    if (await keyTaken(writes, wanted.id)) return refuse({ code: "key-taken" });
    const effect = await effectOf(writes, visit, wanted);
    if (!effect.ok) return effect;
    if (!(await record(writes, { ...wanted, by: actor.name, schoolYear: effect.value.schoolYear }, now))) {
      return ok(wanted.id);
    }
    const chosen = new Set(activityIds);
    const lost = effect.value.bookings.filter(({ activityId }) => chosen.has(activityId));
    if (wanted.kind === "away" && lost.length > 0) await cancel(writes, visit, wanted, lost);
    await announce(writes, authority.id, classDaySaid(wanted.id));
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "bookings.class-day",
      objectKind: "classDay",
      objectId: wanted.id,
      reason: wanted.message,
      facts: {
        school: wanted.schoolName,
        class: wanted.className,
        firstDay: wanted.firstDay.toString(),
        lastDay: wanted.lastDay.toString(),
        kind: wanted.kind,
      },
      address: visit.address,
    });
    return ok(wanted.id);
  });
}

async function effectOf(
  reads: Reads,
  { actor, now }: ClassDayVisit,
  wanted: Omit<WantedClassDay, "id" | "message">,
): Promise<Result<ClassDayEffect, ClassDayRefusal>> {
  const { firstDay, lastDay } = wanted;
  const { compare } = Temporal.PlainDate;
  const today = parisDate(now);
  if (compare(firstDay, today) < 0) return refuse({ code: "past", today });
  if (compare(lastDay, firstDay) < 0) return refuse({ code: "backwards" });
  if (firstDay.until(lastDay).days >= MOST_DAYS) return refuse({ code: "too-long", most: MOST_DAYS });
  const { school } = await loadCalendar(reads);
  const schoolYear = schoolYearOf(school, firstDay);
  if (schoolYearOf(school, lastDay) !== schoolYear) return refuse({ code: "two-years" });
  const known = (await knownClasses(reads, schoolYear, actor.rights.get(SAY))).find(
    ({ schoolName, className }) => schoolName === wanted.schoolName && className === wanted.className,
  );
  if (known === undefined) return refuse({ code: "unknown-class" });
  const same = await sameClassDay(reads, { ...wanted, schoolYear });
  if (same !== undefined) return refuse({ code: "already-said", ...same });
  const all = await classBookings(reads, { ...wanted, schoolYear }, now);
  const bookings = all.filter((booking) => mayCancel(actor, booking));
  return ok({ ...known, bookings, elsewhere: all.length - bookings.length });
}

async function keyTaken(reads: Reads, id: Id<"classDay">): Promise<boolean> {
  const taken = await reads.row("class_day_key_taken", `select key from submission where key = $1`, [id]);
  return taken !== undefined;
}

/** Whether it was written: a second click that comes at the same instant finds it there. */
async function record(writes: Writes, said: ClassDay, now: Temporal.Instant): Promise<boolean> {
  const written = await writes.run(
    "record_class_day",
    `insert into class_day (id, school_year, school_name, class_name, first_day, last_day, kind, message, by_label, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (id) do nothing`,
    [
      said.id,
      said.schoolYear,
      said.schoolName,
      said.className,
      said.firstDay.toString(),
      said.lastDay.toString(),
      said.kind,
      said.message,
      said.by,
      now.toString(),
    ],
  );
  return written === 1;
}

/** The authority's act on the places of a class: one submission, whose key is the class day's own id. */
async function cancel(
  writes: Writes,
  { actor, authority, now }: ClassDayVisit,
  { id, message }: WantedClassDay,
  lost: readonly ClassBooking[],
): Promise<void> {
  const none = lost.map(() => null);
  await writes.row(
    "cancel_class_bookings",
    `select submit_bookings($1, $2, $3, $4, true, $5, $6::uuid[], '{}', true, false, $7, $8,
                            $9::text[], $10::uuid[], $11::uuid[], $12::smallint[], $12::smallint[])`,
    [
      authority.id,
      id,
      actor.accountId,
      actor.name,
      message,
      [...new Set(lost.map(({ householdId }) => householdId))],
      now.toString(),
      parisDate(now).toString(),
      lost.map(() => "cancel"),
      lost.map(({ participantId }) => participantId),
      lost.map(({ slotId }) => slotId),
      none,
    ],
  );
}
