import type { SignedInVisit } from "#identity";
import { cents, ok, parisDate, refuse, type Cents, type Id, type Result } from "#kernel";
import { writeJournal, type Reads } from "#platform";

import { closedUntil, holdingsNow, holdingsOn, isClosed, lockRegie, postDeskEntry } from "./holdings.ts";
import { deskRole } from "./policy.ts";
import { HELD_MEANS, regieOn, type DeskMeans } from "./regie.ts";

/** What is counted when a day is closed: what the régie holds, and the total of the card terminal. */
export const COUNTED_MEANS = [...HELD_MEANS, "desk_card"] as const;
export type CountedMeans = (typeof COUNTED_MEANS)[number];

/** What the journal says should be there, and what was counted. */
export interface Count {
  readonly means: CountedMeans;
  readonly expected: Cents;
  readonly counted: Cents;
}

/** A day to close. */
export interface Closing {
  readonly id: Id<"closing">;
  readonly regie: Id<"regie">;
  readonly day: Temporal.PlainDate;
  readonly counted: Readonly<Partial<Record<CountedMeans, Cents>>>;
  readonly explanation: string;
}

/** Why the day stays open. */
export type CloseRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "closed"; readonly until: Temporal.PlainDate }
  | { readonly code: "to-come" }
  | { readonly code: "unexplained"; readonly counts: readonly Count[] }
  /** Cash has left since that day: it cannot have been missing then. */
  | { readonly code: "left-since" };

/** What should be there at the end of a day: holdings, and what the terminal took since the last closing. */
export async function expectedOn(
  reads: Reads,
  regie: Id<"regie">,
  day: Temporal.PlainDate,
): Promise<Readonly<Record<CountedMeans, Cents>>> {
  const closed = await closedUntil(reads, regie);
  const row = await reads.row<{ card: Cents }>(
    "payments_desk_card_taken",
    `select coalesce(sum(amount_cents), 0) as card
     from desk_entry
     where regie_id = $1 and means = 'desk_card' and kind in ('receipt', 'correction')
       and day <= $2 and ($3::date is null or day > $3)`,
    [regie, day.toString(), closed?.toString() ?? null],
  );
  return { ...(await holdingsOn(reads, regie, day)), desk_card: row?.card ?? cents(0) };
}

/**
 * @rule Clôturer une journée
 *
 * Qui tient la régie compte ce qu’elle détient et relève le total du terminal. Un écart avec le journal s’explique ; un
 * écart d’espèces devient une écriture (excédent ou déficit de caisse), pour que le journal dise ce qui est là. Ensuite,
 * rien de ce jour ni des jours d’avant ne change : une correction est datée d’un jour ouvert.
 *
 * Exemple : 153,20 € attendus le 3 décembre, 150,20 € comptés : un déficit de 3,00 €, expliqué, daté du 3.
 */
export function closeDay(visit: SignedInVisit, closing: Closing): Promise<Result<null, CloseRefusal>> {
  const { actor, database, now, address } = visit;
  return database.write(async (writes) => {
    const { id, regie: regieId, day, explanation } = closing;
    if (!(await lockRegie(writes, regieId))) return refuse({ code: "unknown" });
    const regie = await regieOn(writes, regieId, parisDate(now));
    if (regie === undefined || deskRole(actor, regie) !== "holder") return refuse({ code: "unknown" });
    const known = await writes.row<{ day: Temporal.PlainDate; counts: readonly Count[] }>(
      "payments_closing_known",
      "select day, counts from desk_closing where id = $1 and regie_id = $2",
      [id, regieId],
    );
    if (known !== undefined && isSameClosing(known, closing)) return ok(null);
    const until = await closedUntil(writes, regieId);
    if (until !== null && isClosed(day, until)) return refuse({ code: "closed", until });
    if (Temporal.PlainDate.compare(day, parisDate(now)) > 0) return refuse({ code: "to-come" });
    const counts = countsOf(await expectedOn(writes, regieId, day), closing.counted);
    const differs = counts.some(({ expected, counted }) => expected !== counted);
    if (differs && explanation === "") return refuse({ code: "unexplained", counts });
    const difference = cents(differenceOf(counts, "cash"));
    const { cash } = await holdingsNow(writes, regieId);
    if (cash + difference < 0) return refuse({ code: "left-since" });
    await writes.run(
      "payments_closing_write",
      `insert into desk_closing (id, regie_id, day, counts, explanation, account_id, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        regieId,
        day.toString(),
        JSON.stringify(counts),
        differs ? explanation : null,
        actor.accountId,
        actor.name,
        now.toString(),
      ],
    );
    if (difference !== 0)
      await postDeskEntry(writes, {
        ...{ regie: regieId, day, means: "cash", kind: "difference", cents: difference, held: true },
        ...{ sourceId: id, payment: null, by: actor, at: now },
      });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.day-closed",
      objectKind: "regie",
      objectId: regieId,
      facts: { day: day.toString(), counts },
      address,
      ...(differs ? { reason: explanation } : {}),
    });
    return ok(null);
  });
}

/** The same form sent again; one of another day, or that counts something else, meets the day that is closed. */
function isSameClosing(
  kept: { day: Temporal.PlainDate; counts: readonly Count[] },
  { day, counted }: Closing,
): boolean {
  return (
    Temporal.PlainDate.compare(kept.day, day) === 0 &&
    COUNTED_MEANS.every(
      (means) => (kept.counts.find((one) => one.means === means)?.counted ?? 0) === (counted[means] ?? 0),
    )
  );
}

/** What each means should be and was counted, where either is something. */
export function countsOf(
  expected: Readonly<Record<CountedMeans, Cents>>,
  counted: Closing["counted"],
): readonly Count[] {
  return COUNTED_MEANS.map((means) => ({
    means,
    expected: expected[means],
    counted: counted[means] ?? cents(0),
  })).filter((count) => count.expected !== 0 || count.counted !== 0);
}

function differenceOf(counts: readonly Count[], means: DeskMeans): number {
  const count = counts.find((one) => one.means === means);
  return count === undefined ? 0 : count.counted - count.expected;
}
