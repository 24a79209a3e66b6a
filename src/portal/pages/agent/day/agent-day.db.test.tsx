import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { recordClosure } from "#activities";
import type { Visit } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { agentDayRoute } from "./route.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let quend: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [agentDayRoute]);
  quend = await at.canteen({ name: "Quend", places: 0 });
  const closings: [Id<"site"> | null, string, string][] = [
    [at.rue.siteId, "2026-11-05", "Travaux à Rue"],
    [quend.siteId, "2026-11-06", "Travaux à Quend"],
    [null, "2026-11-09", "Grève partout"],
    [null, "2026-12-18", "Trop loin pour aujourd’hui"],
  ];
  await town.database.write(async (writes) => {
    for (const [siteId, day, message] of closings) {
      const date = Temporal.PlainDate.from(day);
      const by = { accountId: newId<"account">(), name: "Paul Martin" };
      const now = Temporal.Instant.from("2026-10-30T08:00:00Z");
      await recordClosure(writes, { siteId, firstDay: date, lastDay: date, message, by, now });
    }
  });
}, 60_000);
afterAll(() => town.close());

const html = async (actor: Visit["actor"]) => htmlOf(await at.ask("GET", "/agent", at.visit(actor)));

describe("the day of an agent", () => {
  test("counts only the agent's sites, today and tomorrow, with a way to the names", async () => {
    const page = await html(agentWith(["kitchen.read", "bookings.read"], [at.rue.siteId]));
    expect(wordsOf(page)).toContain("École de Rue Repas 0 sur 60");
    expect(page).toContain(`/agent/lieux/${at.rue.siteId}/jours/2026-11-02`);
    expect(page).toContain(`/agent/lieux/${at.rue.siteId}/jours/2026-11-03`);
    expect(page).not.toContain("Quend");
  });

  test("who notes presences finds today’s site first, before what is to be watched", async () => {
    const home = await at.family({ children: ["Lina", "Hugo"] });
    await town.database.write(async (writes) => {
      for (const { id } of home.children)
        await writes.run(
          "test_book_today",
          `insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at)
           select $1, e.participant_id, e.household_id, e.id, $3 from enrolment e where e.participant_id = $2`,
          [at.rue.slotOn("2026-11-02"), id, "2026-10-20T08:00:00Z"],
        );
    });
    const page = await html(
      agentWith(["kitchen.read", "attendance.write", "families.read"], [at.rue.siteId]),
    );
    expect(wordsOf(page)).toContain(
      "Ma journée Pointer aujourd’hui : École de Rue École de Rue : 2 attendus, personne n’est encore pointé",
    );
    expect(page).toContain(`/agent/pointage/${at.rue.siteId}?jour=2026-11-02`);
    expect(page.indexOf("Pointer aujourd’hui")).toBeLessThan(page.indexOf("Chercher"));
    expect(await html(agentWith(["kitchen.read"], [at.rue.siteId]))).not.toContain("Pointer aujourd’hui");
    await town.database.write((writes) =>
      writes.run("test_unbook_today", `delete from booking where household_id = $1`, [home.id]),
    );
  });

  test("the kitchen has numbers, and no way to the names, to families, to the calendar", async () => {
    const page = await html(agentWith(["kitchen.read"]));
    expect(wordsOf(page)).toContain("École de Quend Repas 0 sur 0");
    expect(page).not.toMatch(/\/agent\/(lieux|familles|calendrier)/);
  });

  test("slots without a place left are told", async () => {
    const page = wordsOf(await html(agentWith(["kitchen.read"])));
    expect(page).toMatch(/Bientôt complet.*Lundi 2 novembre École de Quend Complet/);
    expect(wordsOf(await html(agentWith(["kitchen.read"], [at.rue.siteId])))).not.toContain(
      "Bientôt complet",
    );
  });

  test("a family that no letter reaches is to be called while a place waits for its answer", async () => {
    const home = await at.family({ children: ["Zoé"], lastName: "Petit" });
    await town.database.write(async (writes) => {
      await writes.run("test_no_email", `update guardian set email = '' where id = any ($1::uuid[])`, [
        home.guardians.map(({ id }) => id),
      ]);
      await writes.run(
        "test_offer",
        `insert into waiting_turn (slot_id, slot_ids, participant_id, household_id, enrolment_id, state, asked_at,
                                   offered_at, answer_until)
         select $1, array[$1::uuid], e.participant_id, e.household_id, e.id, 'offered', $3, $3, $4
         from enrolment e where e.participant_id = $2`,
        [
          at.rue.slotOn("2026-11-10"),
          home.children[0]?.id ?? "",
          "2026-11-01T08:00:00Z",
          "2026-11-03T09:00:00Z",
        ],
      );
    });
    const rights = ["kitchen.read", "bookings.write", "families.read"];
    const page = await html(agentWith(rights));
    expect(wordsOf(page)).toMatch(
      /familles à appeler.*Zoé, Repas, mardi 10 novembre École de Rue mardi 3 novembre à 10 h/,
    );
    expect(page).toContain(`/agent/familles/${home.id}`);
    expect(await html(agentWith(rights, [quend.siteId]))).not.toContain("à appeler");
    await town.database.write((writes) =>
      writes.run("test_email", `update guardian set email = 'zoe.petit@exemple.fr' where id = $1`, [
        home.guardians[0]?.id ?? "",
      ]),
    );
    expect(await html(agentWith(rights))).not.toContain("à appeler");
  });

  test("closings of the coming two weeks, at the agent's sites and everywhere", async () => {
    const page = await html(agentWith(["kitchen.read"], [at.rue.siteId]));
    expect(page).toContain("Travaux à Rue");
    expect(page).toContain("Grève partout");
    expect(page).not.toMatch(/Travaux à Quend|Trop loin/);
  });

  test("what the calendar lacks, for who may change it", async () => {
    expect(await html(agentWith(["kitchen.read", "calendar.write"]))).toContain('href="/agent/calendrier"');
    expect(await html(agentWith(["kitchen.read", "families.read"]))).toContain('action="/agent/familles"');
  });
});

test("a parent does not find it, a visitor signs in first", async () => {
  const home = await at.family();
  expect((await at.ask("GET", "/agent", at.visit(guardianOf(home)))).kind).toBe("not-found");
  expect((await at.ask("GET", "/agent", at.visit({ kind: "visitor" }))).kind).toBe("sign-in");
});
