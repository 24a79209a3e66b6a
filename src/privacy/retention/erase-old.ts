import type { Background, NightJob } from "#identity";
import { parisDate } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import { goesBefore } from "../rules/durations.ts";
import { durationsOn } from "./durations-on.ts";
import { ERASED_KINDS, type ErasedKind } from "./kinds.ts";

/**
 * Each night, before the sweep of the files: what is older than its duration is erased, a part at a time. Each part is
 * erased and counted in one transaction, so that a night that is cut short loses nothing of its count, and is gone on
 * with when it is tried again; the night after erases what it left.
 */
export const eraseOldJob: NightJob = { name: "privacy.erase-old", schedule: "55 0 * * *", run: eraseOld };

/** One night of erasing. Run twice for a day, it goes on where it stopped. */
export async function eraseOld(background: Background): Promise<void> {
  const { database, now } = background;
  const today = parisDate(now);
  const durations = await database.read((reads) => durationsOn(reads, today));
  const due = ERASED_KINDS.flatMap((kind) => {
    const before = goesBefore(kind.duration, durations[kind.duration], today);
    return before === null ? [] : [{ kind, before }];
  });
  if (due.length === 0) return;
  await database.write(async (writes) => {
    await writes.run(
      "privacy_start_run",
      `insert into retention_run (day, started_at) values ($1, $2) on conflict (day) do nothing`,
      [today.toString(), now.toString()],
    );
    await writes.run(
      "privacy_start_lines",
      `insert into retention_line (day, kind, before) select $1, * from unnest($2::text[], $3::date[])
       on conflict (day, kind) do nothing`,
      [today.toString(), due.map(({ kind }) => kind.code), due.map(({ before }) => before.toString())],
    );
  });
  for (const { kind } of due) while (await erasePart(background, today, kind));
  await database.writeOnce((writes) =>
    writes.run(
      "privacy_end_run",
      `update retention_run set ended_at = $2 where day = $1 and ended_at is null`,
      [today.toString(), now.toString()],
    ),
  );
}

/** Erases a part of a kind, and counts it; false once nothing of it is left for this night. */
function erasePart(
  background: Background,
  today: Temporal.PlainDate,
  { code, atOnce, things }: ErasedKind,
): Promise<boolean> {
  return background.database.write(async (writes) => {
    const line = await writes.row<{ before: Temporal.PlainDate; erased: number }>(
      "privacy_lock_line",
      `select before, erased::int as erased from retention_line
       where day = $1 and kind = $2 and ended_at is null for update`,
      [today.toString(), code],
    );
    if (line === undefined) return false;
    const erased = await things(background).erase(writes, line.before, atOnce);
    const over = erased < atOnce;
    await writes.run(
      "privacy_count_line",
      `update retention_line set erased = erased + $3, ended_at = case when $4 then $5::timestamptz end
       where day = $1 and kind = $2`,
      [today.toString(), code, erased, over, background.now.toString()],
    );
    if (over && line.erased + erased > 0)
      await note(writes, background.now, { code, before: line.before, count: line.erased + erased });
    return !over;
  });
}

function note(
  writes: Writes,
  now: Temporal.Instant,
  { code, before, count }: { code: string; before: Temporal.PlainDate; count: number },
): Promise<void> {
  return writeJournal(writes, {
    at: now,
    accountId: null,
    byLabel: "Préau",
    act: "privacy.erased",
    facts: { kind: code, before: before.toString(), count },
    address: "",
  });
}
