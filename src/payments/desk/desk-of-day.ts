import type { Reads } from "#platform";

import { waitingItems } from "./deposit.ts";
import { closedUntil, holdingsNow, isClosed } from "./holdings.ts";
import { journalDays, journalLines, meansTotals } from "./journal.ts";
import type { KeptRegie } from "./regie.ts";

/** A day that nobody closed is told for so many days. */
const LOOKED_BACK = 60;

/** What a régie shows of a day. */
export async function deskOfDay(
  reads: Reads,
  { id, chequeDepositDays }: KeptRegie,
  today: Temporal.PlainDate,
) {
  const day = { regie: id, first: today, last: today };
  const cheques = await waitingItems(reads, id, "cheque");
  const oldest = today.subtract({ days: chequeDepositDays });
  const until = await closedUntil(reads, id);
  const days = await journalDays(reads, { ...day, first: today.subtract({ days: LOOKED_BACK }) });
  return {
    totals: await meansTotals(reads, day),
    lines: (await journalLines(reads, day)).filter(({ kind }) => kind === "receipt"),
    holdings: await holdingsNow(reads, id),
    lateCheques: cheques.filter((item) => Temporal.PlainDate.compare(item.day, oldest) < 0).length,
    closed: until !== null && isClosed(today, until) ? until : null,
    unclosed:
      days
        .map((one) => one.day)
        .findLast(
          (one) => Temporal.PlainDate.compare(one, today) < 0 && (until === null || !isClosed(one, until)),
        ) ?? null,
  };
}

/** What the home page of a régie tells. */
export type DeskOfDay = Awaited<ReturnType<typeof deskOfDay>>;
