import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { disagreeingSlots, submitBookings } from "#bookings";
import { backupDatabase, openBackup, openDatabase, restoreBackup } from "#platform";
import { emptyDatabase, testDatabase, type EmptyDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../builders/canteen.ts";
import { buildHousehold, type Household } from "../builders/household.ts";

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
const FIRST_DAY = Temporal.PlainDate.from("2026-11-09");
const DATES = Array.from({ length: 60 }, (_, day) => FIRST_DAY.add({ days: day }).toString());
const FAMILIES = 12;

let town: TestDatabase;
let empty: EmptyDatabase;
let folder: string;
let canteen: Canteen;
let families: Household[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "preau-load-"));
  [town, empty] = await Promise.all([testDatabase(), emptyDatabase()]);
  canteen = await town.database.write((writes) => buildCanteen(writes, { dates: DATES, places: 20 }));
  // Copied after the bookings and before the receipts: without one snapshot for all, the two would differ.
  await town.database.write((writes) =>
    writes.run(
      "test_journal",
      "insert into journal_entry (at, by_label, act) select now(), 'agent', 'read' from generate_series(1, 100000)",
    ),
  );
  families = [];
  for (let n = 0; n < FAMILIES; n += 1) {
    const children = ["Lina", "Hugo"];
    families.push(
      await town.database.write((writes) => buildHousehold(writes, { enrolledIn: [canteen], children })),
    );
  }
});

afterAll(async () => {
  await Promise.all([town.close(), empty.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** Each family books and cancels, one form after the other, until told to stop; receipts are kept as they come. */
function storm(receipts: Set<string>) {
  const stopping = new AbortController();
  const clients = families.map(async (family, position) => {
    const actor = guardianOf(family);
    for (let form = 0; !stopping.signal.aborted; form += 1) {
      // Twenty forms book the sixty days, the next twenty cancel them.
      const act = form % 40 < 20 ? "book" : "cancel";
      const days = [0, 1, 2].map((step) => canteen.slots[(position * 7 + form * 3 + step) % DATES.length]);
      const key = newId<"submission">();
      const sent = await submitBookings(
        { actor, authority: town.authority, database: town.database, now: NOW },
        {
          key,
          lines: days.flatMap((slot) =>
            slot === undefined
              ? []
              : family.children.map((child) => ({ act, participantId: child.id, slotId: slot.id })),
          ),
        },
      );
      if (!sent.ok) throw new Error(sent.refusal.code);
      receipts.add(key);
    }
  });
  return async () => {
    stopping.abort();
    await Promise.all(clients);
  };
}

test("a backup taken while families book holds every form acknowledged before it began, and counters agree", async () => {
  const receipts = new Set<string>();
  const stop = storm(receipts);
  await expect.poll(() => receipts.size, { timeout: 45_000 }).toBeGreaterThan(100);

  const acknowledged = [...receipts];
  const file = join(folder, "sous-charge.tar.gz");
  const made = await backupDatabase({ connectionString: town.url, file, now: NOW });
  const sentMeanwhile = receipts.size - acknowledged.length;
  await stop();
  expect(made.ok).toBe(true);
  expect(sentMeanwhile).toBeGreaterThan(0);

  const opened = await openBackup(file);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  expect(await restoreBackup(opened.value, { connectionString: empty.url })).toMatchObject({ ok: true });

  const server = openDatabase(empty.url, { role: "preau_program" });
  const restored = server.schema(town.authority.schema);
  const kept = await restored.read((reads) =>
    reads.rows<{ key: string }>("test_receipts", "select key from submission"),
  );
  expect(acknowledged.filter((key) => !kept.some((receipt) => receipt.key === key))).toEqual([]);
  expect(await restored.read(disagreeingSlots)).toBe(0);
  // Every line of every receipt has its booking, and its line of history.
  const lost = await restored.read((reads) =>
    reads.rows(
      "test_lost_lines",
      `select s.key from submission s, jsonb_array_elements(s.lines) line
       where line ->> 'outcome' = 'booked' and not exists (
         select 1 from booking_history h join booking b on b.id = h.booking_id
         where h.submission_key = s.key and h.act = 'booked'
           and h.slot_id = (line ->> 'slot')::uuid and h.participant_id = (line ->> 'participant')::uuid)`,
    ),
  );
  expect(lost).toEqual([]);
  const waiting = await restored.read((reads) =>
    reads.row<{ jobs: number }>("test_jobs", "select count(*) as jobs from graphile_worker.jobs"),
  );
  expect(waiting).toEqual({ jobs: made.ok ? made.value.jobs : 0 });
  expect(waiting?.jobs).toBeGreaterThan(100);
  await server.close();
});
