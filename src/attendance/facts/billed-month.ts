import type { Handler } from "#identity";
import { isoMonth, type Reads } from "#platform";
import { z } from "zod";

// What was announced before months were told says the run only.
const event = z.object({ month: isoMonth.optional() });

/** On `billing.issued`: remembers that the month is billed, so that who corrects a day is told what it will do. */
export const noteBilledMonth: Handler = async ({ database, now }, facts) => {
  const { month } = event.parse(facts);
  if (month === undefined) return;
  await database.write((writes) =>
    writes.run(
      "attendance_month_billed",
      "insert into attendance_billed_month (month, at) values ($1, $2) on conflict (month) do nothing",
      [month.toPlainDate({ day: 1 }).toString(), now.toString()],
    ),
  );
};

/** Whether the month of a day is billed already. */
export async function isBilled(reads: Reads, day: Temporal.PlainDate): Promise<boolean> {
  const row = await reads.row(
    "attendance_billed",
    "select 1 as yes from attendance_billed_month where month = date_trunc('month', $1::date)::date",
    [day.toString()],
  );
  return row !== undefined;
}
