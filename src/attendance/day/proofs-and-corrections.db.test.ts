import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../test/builders/family-town.tsx";
import type { Household } from "../../../test/builders/household.ts";
import { htmlOf } from "../../../test/builders/visit.tsx";
import { noteBilledMonth } from "../facts/billed-month.ts";
import { noPrices } from "../../../test/attendance/no-prices.ts";
import { attendanceRoutes } from "../pages/routes.ts";
import { NOTHING, type Noted } from "../rules/noted-state.ts";
import { noteDay } from "./note-day.ts";

// Lina eats on Monday 9, Tuesday 10 and Thursday 12 November 2026; today is Friday 13.
const DAYS = ["2026-11-09", "2026-11-10", "2026-11-12"];
const NOW = Temporal.Instant.from("2026-11-13T09:00:00Z");
const DAY_PATH = "/agent/pointage/:site";
const PROOF_PATH = "/agent/pointage/:site/justificatif/:participant";
const HISTORY_PATH = "/agent/pointage/:site/corrections/:slot/:participant";
const paul = agentWith(["attendance.write"]);

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let home: Household;
let lina: Household["children"][number];
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, attendanceRoutes(noPrices));
  home = await at.family({ children: ["Lina"] });
  const [child] = home.children;
  if (child === undefined) throw new Error("No child");
  lina = child;
  for (const day of DAYS) {
    await run(
      "test_book_day",
      `insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at)
       select $1, e.participant_id, e.household_id, e.id, '2026-11-02T08:00:00Z' from enrolment e where e.participant_id = $2`,
      [at.rue.slotOn(day), lina.id],
    );
  }
}, 60_000);
afterAll(() => town.close());

const run = (name: string, sql: string, parameters: string[]) =>
  town.database.write((writes) => writes.run(name, sql, parameters));

async function note(day: string, noted: Partial<Noted>) {
  const held = await town.database.read((reads) =>
    reads.row<{ version: number }>(
      "test_version",
      "select version from attendance where slot_id = $1 and participant_id = $2",
      [at.rue.slotOn(day), lina.id],
    ),
  );
  const who = { participantId: lina.id, householdId: home.id, slotId: at.rue.slotOn(day) };
  const done = await noteDay(
    { actor: paul, database: town.database, now: NOW, address: "192.0.2.1" },
    {
      key: newId<"attendanceForm">(),
      site: at.rue.siteId,
      date: Temporal.PlainDate.from(day),
      lines: [{ ...NOTHING, ...noted, ...who, shown: held?.version ?? 0 }],
    },
  );
  expect(done).toMatchObject({ ok: true, value: [{ outcome: "noted" }] });
}
const prove = (body: Record<string, string> = {}, actor = paul) =>
  at.ask("POST", PROOF_PATH, at.visit(actor, NOW), {
    params: { site: at.rue.siteId, participant: lina.id },
    body: { cle: newId(), du: "2026-11-09", au: "2026-11-12", motif: "illness", recu: "2026-11-13", ...body },
  });
const day = async (date: string, actor = paul) =>
  htmlOf(
    await at.ask("GET", DAY_PATH, at.visit(actor, NOW), {
      params: { site: at.rue.siteId },
      query: { jour: date },
    }),
  );
const history = (date: string, actor = paul, site = at.rue.siteId) =>
  at.ask("GET", HISTORY_PATH, at.visit(actor, NOW), {
    params: { site, slot: at.rue.slotOn(date), participant: lina.id },
  });

test("a certificate of several days is noted on each absence, received today or before", async () => {
  await note("2026-11-09", { state: "absent" });
  await note("2026-11-10", { state: "present" });
  expect((await prove({ recu: "2026-11-14" })).kind).toBe("page");
  expect(wordsOf(htmlOf(await prove({ recu: "2026-11-14" })))).toContain("aujourd’hui ou avant");
  expect(wordsOf(htmlOf(await prove({ au: "2026-11-08" })))).toContain(
    "Le dernier jour est le premier, ou vient après",
  );
  const done = await prove();
  expect(done).toMatchObject({ kind: "redirect" });
  const to = done.kind === "redirect" ? new URL(done.to, "http://localhost") : undefined;
  expect(to?.searchParams.get("fait")).toBe("1");
  const page = await at.ask("GET", PROOF_PATH, at.visit(paul, NOW), {
    params: { site: at.rue.siteId, participant: lina.id },
    query: Object.fromEntries(to?.searchParams ?? []),
  });
  const words = wordsOf(htmlOf(page));
  expect(words).toContain("Justificatif noté pour 1 absence");
  expect(words).toContain("1 jour reste à pointer");
  expect(words).toMatch(/Lundi 9 novembre .*Absent, maladie, justificatif reçu le/);
  expect(words).toMatch(/Mardi 10 novembre .*Présent/);
  // Sent again, nothing changes.
  const again = await prove();
  expect(again.kind === "redirect" ? again.to : "").toContain("fait=0");
});

test("a proof is noted by who notes at the site, of somebody who comes there", async () => {
  expect((await prove({}, agentWith(["attendance.write"], [newId<"site">()]))).kind).toBe("not-found");
  expect((await prove({}, guardianOf(home))).kind).toBe("not-found");
  const stranger = await at.ask("GET", PROOF_PATH, at.visit(paul, NOW), {
    params: { site: at.rue.siteId, participant: newId() },
  });
  expect(stranger.kind).toBe("not-found");
});

test("agents read the earlier corrections of a note", async () => {
  await note("2026-11-10", { state: "absent", reason: "other" });
  expect(await day("2026-11-10")).toContain(`value="corrections ${at.rue.slotOn("2026-11-10")} ${lina.id}"`);
  const words = wordsOf(htmlOf(await history("2026-11-10")));
  expect(words).toMatch(/Absent, autre motif Paul Martin.*Présent Paul Martin/);
  expect((await history("2026-11-10", paul, newId<"site">())).kind).toBe("not-found");
  expect((await history("2026-11-12")).kind).toBe("not-found");
});

test("once the month is billed, the page says what a correction will do", async () => {
  expect(wordsOf(await day("2026-11-10"))).not.toContain("déjà facturé");
  const background = { authority: town.authority, database: town.database, now: NOW };
  await noteBilledMonth(background, { run: newId(), month: "2026-11" });
  await noteBilledMonth(background, { run: newId(), month: "2026-11" });
  // Announced before months were told.
  await noteBilledMonth(background, { run: newId() });
  expect(wordsOf(await day("2026-11-10"))).toContain("la correction fera un avoir ou un complément");
});

test("PAI and allergies show to who may read health at the site", async () => {
  await run(
    "test_health",
    `insert into health_record (participant_id, allergies, has_pai, pai_until, by_label, updated_at)
     values ($1, 'Arachide', true, '2027-07-01', 'Test', '2026-09-01T08:00:00Z')`,
    [lina.id],
  );
  const words = wordsOf(
    await day("2026-11-12", agentWith(["attendance.write", "health.read"], [at.rue.siteId])),
  );
  expect(words).toMatch(/Lina PAI Allergies/);
  expect(words).not.toContain("Arachide");
  expect(wordsOf(await day("2026-11-12"))).not.toMatch(/PAI|Allergies/);
  const elsewhere = agentWith(["attendance.write"]);
  const rights = new Map([...elsewhere.rights, ["health.read", new Set([newId<"site">()])] as const]);
  expect(wordsOf(await day("2026-11-12", { ...elsewhere, rights }))).not.toMatch(/PAI|Allergies/);
});

test("somebody whose card left the household, still expected, is on the sheet", async () => {
  await town.database.write(async (writes) => {
    await writes.run("test_card_gone", "delete from household_participant where participant_id = $1", [
      lina.id,
    ]);
  });
  expect(wordsOf(await day("2026-11-12"))).toContain(lina.firstName);
  await note("2026-11-12", { state: "present" });
});
