import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { comingCounts } from "../../../counts/coming-counts.ts";
import { submitBookings } from "../../../submit/submit-bookings.ts";
import { bookingsAgentRoutes } from "../routes.ts";

const DAY = "2026-11-09";
let town: TestDatabase;
let scene: Awaited<ReturnType<typeof familyTown>>;
let list: string;

beforeAll(async () => {
  town = await testDatabase();
  scene = await familyTown(town, bookingsAgentRoutes());
  const home = await scene.family();
  const [child] = home.children;
  if (child === undefined) throw new Error("The family has no child");
  const visit = { ...scene.visit(guardianOf(home)), actor: guardianOf(home) };
  const lines = [{ act: "book" as const, participantId: child.id, slotId: scene.rue.slotOn(DAY) }];
  const sent = await submitBookings(visit, { key: newId<"submission">(), lines });
  if (!sent.ok) throw new Error(sent.refusal.code);
  list = child.firstName;
});

afterAll(() => town.close());

const owner = (name: string, sql: string) => town.database.write((writes) => writes.run(name, sql));
const day = "/agent/lieux/:site/jours/:date";
const at = (date = DAY) => ({ params: { site: scene.rue.siteId, date } });
const journal = () =>
  town.database.read((reads) =>
    reads.rows<{ act: string }>("test_journal", "select act from journal_entry order by id"),
  );

describe("the day of a site", () => {
  test("lists who is expected, for an agent of the site, and says so in the journal", async () => {
    const agent = scene.visit(agentWith(["bookings.read"], [scene.rue.siteId]));
    const html = htmlOf(await scene.ask("GET", day, agent, at()));
    expect(html).toContain(list);
    expect(html).toContain("1 enfant attendu".replace(" ", "\u00a0"));
    expect((await journal()).map(({ act }) => act)).toContain("bookings.day-list-read");
  });

  test("is also a file, whose export is in the journal", async () => {
    const agent = scene.visit(agentWith(["bookings.read"]));
    const answer = await scene.ask("GET", `${day}/liste.csv`, agent, at());
    expect(answer).toMatchObject({ kind: "file", type: "text/csv; charset=utf-8" });
    expect(answer.kind === "file" && answer.body).toContain(list);
    expect((await journal()).map(({ act }) => act)).toContain("bookings.day-list-exported");
  });

  test.each([
    ["an agent of another site", () => agentWith(["bookings.read"], [])],
    ["the kitchen", () => agentWith(["kitchen.read"])],
  ])("does not exist for %s", async (_who, actor) => {
    expect((await scene.ask("GET", day, scene.visit(actor()), at())).kind).toBe("not-found");
    expect((await scene.ask("GET", `${day}/liste.csv`, scene.visit(actor()), at())).kind).toBe("not-found");
  });

  test("a telephone is shown and exported only to who may read families' files", async () => {
    await owner(
      "test_phones",
      `update guardian set phone_mobile = '06 12 34 56 78' where id in (select guardian_id from household_guardian)`,
    );
    const texts = await Promise.all(
      [["bookings.read"], ["bookings.read", "families.read"]].map(async (rights) => {
        const agent = scene.visit(agentWith(rights, [scene.rue.siteId]));
        const file = await scene.ask("GET", `${day}/liste.csv`, agent, at());
        const html = htmlOf(await scene.ask("GET", day, agent, at()));
        return { html, csv: file.kind === "file" ? String(file.body) : "" };
      }),
    );
    const [without, allowed] = texts;
    expect(without?.html).not.toContain("06 12");
    expect(without?.csv).not.toMatch(/06 12|Téléphone/);
    expect(allowed?.html).toContain('href="tel:0612345678"');
    expect(allowed?.csv).toContain("06 12 34 56 78");
  });

  test("PAI and allergies are marked for who may read health records there, a forbidden person for who reads files", async () => {
    await owner(
      "test_marks",
      `with record as (
         insert into health_record (participant_id, allergies, has_pai, pai_until, by_label, updated_at)
         select participant_id, 'Arachide', true, '2026-11-01', 'Claire', now() from booking)
       insert into authorised_person (participant_id, household_id, kind, first_name, last_name, first_day, by_label, created_at)
       select participant_id, household_id, 'forbidden', 'Jean', 'Vasseur', '2026-09-01', 'Paul', now() from booking`,
    );
    const shown = async (rights: string[], sites = [scene.rue.siteId]) => {
      const agent = scene.visit(agentWith(["bookings.read", ...rights], sites));
      const file = await scene.ask("GET", `${day}/liste.csv`, agent, at());
      return {
        html: htmlOf(await scene.ask("GET", day, agent, at())),
        csv: file.kind === "file" && String(file.body),
      };
    };
    const [manager, reader, neither] = [
      await shown(["health.read", "families.read"]),
      await shown(["families.read"]),
      await shown([]),
    ];
    expect(manager.html).toMatch(/PAI à renouveler.*Allergies.*Ne pas remettre à Jean Vasseur/s);
    expect(reader.html).toContain("Jean Vasseur");
    expect(reader.html).not.toMatch(/PAI|Allergies/);
    expect(neither.html).not.toMatch(/PAI|Allergies|Vasseur/);
    for (const { html, csv } of [manager, reader, neither]) expect(`${html}${csv}`).not.toContain("Arachide");
  });

  test("the class is that of the school year of the day", async () => {
    const agent = scene.visit(agentWith(["bookings.read"]));
    const shown = async () => htmlOf(await scene.ask("GET", day, agent, at()));
    expect(await shown()).toContain("Sans classe connue");
    await owner(
      "test_classes",
      `insert into schooling (participant_id, school_year, class_name)
       select id, year, name from participant,
         (values ('2025-2026', 'Ancienne classe'), ('2026-2027', 'CP B'), ('2027-2028', 'Future classe')) v (year, name)`,
    );
    const html = await shown();
    expect(html).toContain("CP B");
    expect(html).not.toMatch(/Ancienne classe|Future classe|Sans classe/);
  });

  test("classes come from the youngest to the eldest", async () => {
    const agent = scene.visit(agentWith(["bookings.read"]));
    const home = await scene.family({ lastName: "Petit", children: ["Zoé"] });
    const [zoe] = home.children;
    if (zoe === undefined) throw new Error("The family has no child");
    await town.database.write(async (writes) => {
      await writes.run("test_age", `update participant set birth_date = '2022-03-01' where id = $1`, [
        zoe.id,
      ]);
      await writes.run(
        "test_ps",
        `insert into schooling (participant_id, school_year, class_name) values ($1, '2026-2027', 'PS')`,
        [zoe.id],
      );
    });
    const visit = { ...scene.visit(guardianOf(home)), actor: guardianOf(home) };
    const lines = [{ act: "book" as const, participantId: zoe.id, slotId: scene.rue.slotOn(DAY) }];
    await submitBookings(visit, { key: newId<"submission">(), lines });
    expect(htmlOf(await scene.ask("GET", day, agent, at()))).toMatch(/PS \(1\).*CP B \(1\)/s);
    const brings = (count: number) =>
      town.database.write((writes) =>
        writes.run("test_brings", "update booking set companions = $2 where participant_id = $1", [
          zoe.id,
          count,
        ]),
      );
    await brings(2);
    const words = wordsOf(htmlOf(await scene.ask("GET", day, agent, at())));
    expect(words).toMatch(/4 enfants attendus.*PS 3 CP B 1 Total 4/);
    expect(words).toContain("PS (3)");
    // Where adults come too, those who are expected are no « enfants ».
    const audience = (value: string) =>
      town.database.write((writes) =>
        writes.run("test_audience", "update activity set audience = $2 where id = $1", [
          scene.rue.activityId,
          value,
        ]),
      );
    await audience("everyone");
    const forAdults = wordsOf(htmlOf(await scene.ask("GET", day, agent, at())));
    expect(forAdults).toContain("4 personnes attendues");
    expect(forAdults).toMatch(/Classe Personnes PS 3 CP B 1 Total 4 PS \(3\) Personne /);
    expect(forAdults).not.toContain("Enfant");
    await audience("children");
    await brings(0);
  });

  test("the same class name of two schools is two groups; who was moved from another site is marked, hours are told", async () => {
    const agent = scene.visit(agentWith(["bookings.read"]));
    const quend = await scene.canteen({ name: "Quend" });
    const home = await scene.family({ lastName: "Roux", children: ["Inès", "Tom"] });
    const [ines, tom] = home.children;
    if (ines === undefined || tom === undefined) throw new Error("The family has no children");
    const visit = { ...scene.visit(guardianOf(home)), actor: guardianOf(home) };
    const lines = [ines, tom].map(({ id }) => ({
      act: "book" as const,
      participantId: id,
      slotId: scene.rue.slotOn(DAY),
    }));
    await submitBookings(visit, { key: newId<"submission">(), lines });
    for (const [child, school] of [
      [ines, "Rue"],
      [tom, "Quend"],
    ] as const) {
      await town.database.write((writes) =>
        writes.run(
          "test_two_schools",
          `insert into schooling (participant_id, school_year, school_name, class_name)
           values ($1, '2026-2027', $2, 'PS - Mme Leclère')`,
          [child.id, school],
        ),
      );
    }
    await town.database.write((writes) =>
      writes.run(
        "test_moved_here",
        `insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, by_label, by_agent)
         select '2026-11-02T09:00:00Z', b.household_id, b.participant_id, way.slot, b.id, way.act, 'Paul', true
         from booking b
         cross join (values (1, $2::uuid, 'moved_out'), (2, $3::uuid, 'moved_in')) as way (rank, slot, act)
         where b.participant_id = $1 order by way.rank`,
        [tom.id, quend.slotOn(DAY), scene.rue.slotOn(DAY)],
      ),
    );
    await owner("test_hours", `update booking set from_minute = 720, to_minute = 810 where state = 'booked'`);
    const html = htmlOf(await scene.ask("GET", day, agent, at())).replaceAll("\u00a0", " ");
    expect(html).toContain("Quend – PS - Mme Leclère (1)");
    expect(html).toContain("Rue – PS - Mme Leclère (1)");
    expect(html.match(/Déplacé depuis École de Quend/g)).toHaveLength(1);
    expect(html).toContain("de 12 h à 13 h 30");
  });

  test("only sites of the agent are offered, and the form leads to the one that is chosen", async () => {
    const crecy = await scene.canteen({ name: "Crécy" });
    const offered = async (sites?: readonly (typeof crecy.siteId)[]) =>
      htmlOf(await scene.ask("GET", day, scene.visit(agentWith(["bookings.read"], sites)), at()));
    expect(await offered([scene.rue.siteId])).not.toContain("Crécy");
    expect(await offered()).toContain("École de Crécy");
    const sent = { params: { site: scene.rue.siteId }, query: { jour: DAY, lieu: crecy.siteId } };
    const chosen = await scene.ask(
      "GET",
      "/agent/lieux/:site/jours",
      scene.visit(agentWith(["bookings.read"])),
      sent,
    );
    expect(chosen).toMatchObject({ to: `/agent/lieux/${crecy.siteId}/jours/${DAY}` });
  });

  test("says when there is nothing on that day", async () => {
    const agent = scene.visit(agentWith(["bookings.read"]));
    expect(htmlOf(await scene.ask("GET", day, agent, at("2026-11-11")))).toMatch(/<h1>.*Pas d’accueil/);
  });
});

test("the kitchen reads numbers at its sites, and no name", async () => {
  const kitchen = scene.visit(agentWith(["kitchen.read"], [scene.rue.siteId]));
  const html = htmlOf(await scene.ask("GET", "/agent/cuisine", kitchen));
  expect(html).toContain("4 sur 60");
  expect(html).not.toContain(list);
  const date = Temporal.PlainDate.from(DAY);
  const elsewhere = await town.database.read((reads) => comingCounts(reads, new Set(), date, date));
  expect(elsewhere).toEqual({ counts: [], days: [] });
});
