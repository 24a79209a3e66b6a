import type { SignedIn, Visit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Reads, type Writes } from "#platform";

import { mayNoteAt } from "../policy.ts";
import { faultOf, fitting, type Noted } from "../rules/noted-state.ts";
import { knownDay } from "./known-day.ts";
import { parseNotedLines, type NotedLine } from "./outcomes.ts";

/** What an agent wants noted of somebody in a slot, and which line of the history the page showed (0: none). */
export interface WantedNote extends Noted {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  /** The household with which somebody without a place came. */
  householdId: Id<"household">;
  shown: number;
}

/** One form of a site's day. */
export interface WantedDay {
  key: Id<"attendanceForm">;
  site: Id<"site">;
  date: Temporal.PlainDate;
  lines: readonly WantedNote[];
}

/** Why nothing was noted at all. */
export type NoteRefusal =
  /** No such site, or not one where the agent notes. */
  | { code: "unknown-site" }
  /** The day has not come yet. */
  | { code: "future" }
  /** A line holds hours or a proof that cannot be. */
  | { code: "unfit" }
  /** Another form was sent under this key. */
  | { code: "key-taken" };

/**
 * Notes who came on a day of a site.
 *
 * In: who acts, the site, the day, the lines and the form's key. Out: the lines that changed something or could not,
 * each with its outcome; one that cannot be noted does not hold back the others. In one statement, every correction a
 * new line of the history. A line that wants what it showed changes nothing: an old page does not undo a colleague's
 * note. The same form sent twice gives the first outcome. Refuses a site that is not the agent's and a day to come.
 */
export async function noteDay(
  { actor, database, now, address }: Pick<Visit<SignedIn>, "actor" | "database" | "now" | "address">,
  { key, site, date, lines }: WantedDay,
): Promise<Result<readonly NotedLine[], NoteRefusal>> {
  if (!mayNoteAt(actor, site)) return refuse({ code: "unknown-site" });
  const today = parisDate(now);
  if (Temporal.PlainDate.compare(date, today) > 0) return refuse({ code: "future" });
  return database.write(async (writes) => {
    const { opensAt } = await knownDay(writes, { site, date });
    if (lines.some((line) => faultOf(line, { today, opensAt: opensAt.get(line.slotId) }) !== null)) {
      return refuse({ code: "unfit" });
    }
    const written = await writeNotes(writes, { actor, now, today, key, site, date, lines });
    if (written === undefined) return refuse({ code: "key-taken" });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "attendance.note",
      objectKind: "site",
      objectId: site,
      facts: {
        date: date.toString(),
        form: key,
        noted: written.filter(({ outcome }) => outcome === "noted").length,
        takenBack: written.filter(({ outcome }) => outcome === "taken_back").length,
        asked: lines.length,
      },
      address,
    });
    return ok(written);
  });
}

async function writeNotes(
  writes: Writes,
  sent: WantedDay & { actor: SignedIn; now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<readonly NotedLine[] | undefined> {
  const notes = sent.lines.map(fitting);
  const row = await writes.row<{ lines: unknown }>(
    "note_attendance",
    `select note_attendance($1, $2, $3, $4, $5, $6, $7, $8::uuid[], $9::uuid[], $10::uuid[], $11::bigint[], $12::text[],
                            $13::text[], $14::date[], $15::time[], $16::time[]) as lines`,
    [
      sent.key,
      sent.actor.accountId,
      sent.actor.name,
      sent.now.toString(),
      sent.today.toString(),
      sent.site,
      sent.date.toString(),
      sent.lines.map(({ participantId }) => participantId),
      sent.lines.map(({ slotId }) => slotId),
      sent.lines.map(({ householdId }) => householdId),
      sent.lines.map(({ shown }) => shown),
      notes.map(({ state }) => state),
      notes.map(({ reason }) => reason),
      notes.map(({ proofOn }) => proofOn?.toString() ?? null),
      notes.map(({ arrivedAt }) => arrivedAt?.toString() ?? null),
      notes.map(({ leftAt }) => leftAt?.toString() ?? null),
    ],
  );
  return row === undefined || row.lines === null ? undefined : parseNotedLines(row.lines);
}

/** What became of a form of this agent at a site; undefined when there is none under this key. */
export async function notedForm(
  reads: Reads,
  { key, account, site }: { key: Id<"attendanceForm">; account: Id<"account">; site: Id<"site"> },
): Promise<readonly NotedLine[] | undefined> {
  const row = await reads.row<{ lines: unknown }>(
    "attendance_form_by_key",
    `select lines from attendance_form where key = $1 and account_id = $2 and site_id = $3`,
    [key, account, site],
  );
  return row === undefined ? undefined : parseNotedLines(row.lines);
}
