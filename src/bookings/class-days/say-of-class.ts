import { loadCalendar } from "#activities";
import type { SignedIn, Visit } from "#identity";
import { ok, parisDate, refuse, schoolYearOf, type Id, type Result } from "#kernel";
import { announce, writeJournal, type Reads, type Writes } from "#platform";

import { classDaySaid } from "../events.ts";
import type { ClassDay, SchoolClass } from "./class-day.ts";
import {
  classActivities,
  classBookings,
  findClassDay,
  knownClasses,
  sameClassDay,
  type ClassActivity,
  type ClassBooking,
} from "./class-queries.ts";
import { mayCancel, SAY } from "./policy.ts";

/** What an agent wants to say of a class; the school year follows from the days. */
export type WantedClassDay = Omit<ClassDay, "by" | "schoolYear" | "activityIds" | "withdrawn">;

/** Why nothing was said. */
export type ClassDayRefusal =
  | { code: "past"; today: Temporal.PlainDate }
  | { code: "backwards" }
  | { code: "too-long"; most: number }
  /** The days are of two school years: classes change between them. */
  | { code: "two-years" }
  /** No such class that year, or none of its children at a site of the agent. */
  | { code: "unknown-class" }
  /** No slot is open on these days for its children at the agent's sites: nothing to cancel, nothing to shut. */
  | { code: "nothing-open" }
  /** This very thing was said already: a second click, or a colleague. */
  | { code: "already-said"; id: Id<"classDay">; by: string; message: string }
  /** A form about something else was sent under this key. */
  | { code: "key-taken" };

/** What it would do, or what it concerns. */
export interface ClassDayEffect extends SchoolClass {
  children: number;
  /** The activities of its children at the agent's sites: those that it may speak of. */
  activities: readonly ClassActivity[];
  /** At the agent's sites: these are cancelled when the class is away. */
  bookings: readonly ClassBooking[];
  /** Turns on waiting lists there: these are left when it is away. */
  waiting: readonly ClassBooking[];
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
 * In: who acts, the class, the days, the message, and of which activities it speaks when it is away; of an absent
 * teacher, of all those at the agent's sites.
 * Out: the effect. In one transaction it is recorded under the form's key; when the class is away, the places of its
 * children are cancelled by `submit_bookings`, past their deadlines, with the message as the reason, and until it is
 * taken back nothing is booked there for them; the families are
 * announced as to be told, and the journal has its line. The same form sent twice is one. Refuses past days, more than
 * a month, days of two school years, a class that is not the agent's, what was said already, and days on which nothing
 * is open for the class.
 */
export async function sayOfClass(
  visit: ClassDayVisit,
  wanted: WantedClassDay,
  activityIds: readonly Id<"activity">[],
): Promise<Result<Id<"classDay">, ClassDayRefusal>> {
  const { actor, authority, now } = visit;
  return visit.database.write(async (writes) => {
    // The key first: of two clicks at once, one that finds it taken then finds what the other said under it.
    const taken = await keyTaken(writes, wanted.id);
    if ((await findClassDay(writes, wanted.id)) !== undefined) return ok(wanted.id);
    if (taken) return refuse({ code: "key-taken" });
    const effect = await effectOf(writes, visit, wanted);
    if (!effect.ok) return effect;
    const { schoolYear, bookings, waiting, activities } = effect.value;
    const chosen = new Set(activityIds);
    const spokenOf = activities.map(({ activityId }) => activityId).filter((id) => chosen.has(id));
    const said = {
      ...wanted,
      schoolYear,
      by: actor.name,
      activityIds: wanted.kind === "away" ? spokenOf : allOf(actor, activities),
      withdrawn: null,
    };
    const same = await sameClassDay(writes, said);
    if (same !== undefined) return refuse({ code: "already-said", ...same });
    if (!(await record(writes, said, now))) return ok(wanted.id);
    const lost = [...bookings, ...waiting].filter(({ activityId }) => spokenOf.includes(activityId));
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
  const activities = (await classActivities(reads, { ...wanted, schoolYear }, now)).filter((activity) =>
    mayCancel(actor, activity),
  );
  const same = await sameClassDay(reads, { ...wanted, schoolYear, activityIds: allOf(actor, activities) });
  if (same !== undefined) return refuse({ code: "already-said", ...same });
  const all = await classBookings(reads, { ...wanted, schoolYear }, now);
  const [waiting, held] = [all.filter((one) => one.waiting), all.filter((one) => !one.waiting)];
  const bookings = held.filter((booking) => mayCancel(actor, booking));
  const turns = waiting.filter((turn) => mayCancel(actor, turn));
  if (activities.length + bookings.length + turns.length === 0) return refuse({ code: "nothing-open" });
  return ok({
    ...known,
    activities,
    bookings,
    waiting: turns,
    elsewhere: held.length - bookings.length,
  });
}

/** All that an agent may speak of: everything, or the activities at his or her sites. */
function allOf(actor: SignedIn, activities: readonly ClassActivity[]): readonly Id<"activity">[] | null {
  if (actor.rights.get(SAY) === "everywhere") return null;
  return activities.map(({ activityId }) => activityId);
}

async function keyTaken(reads: Reads, id: Id<"classDay">): Promise<boolean> {
  const taken = await reads.row("class_day_key_taken", `select key from submission where key = $1`, [id]);
  return taken !== undefined;
}

/** Whether it was written: a second click that comes at the same instant finds it there. */
async function record(writes: Writes, said: ClassDay, now: Temporal.Instant): Promise<boolean> {
  const written = await writes.run(
    "record_class_day",
    `insert into class_day (id, school_year, school_name, class_name, first_day, last_day, kind, message, by_label, at,
                            activity_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
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
      said.activityIds,
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
      lost.map(({ waiting }) => (waiting ? "leave" : "cancel")),
      lost.map(({ participantId }) => participantId),
      lost.map(({ slotId }) => slotId),
      none,
    ],
  );
}
