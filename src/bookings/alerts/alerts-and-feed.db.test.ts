import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../test/builders/actors.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../test/builders/family-town.tsx";
import type { Household } from "../../../test/builders/household.ts";
import { lettersTo } from "../../../test/builders/letters.ts";
import { htmlOf } from "../../../test/builders/visit.tsx";
import { bookingsFamilyRoutes } from "../pages/family/routes.ts";
import { guardiansWanting } from "./alert-choices.ts";
import { alertJob } from "./tell-alerts.ts";

const paris = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).toInstant();
const OCTOBER = paris("2026-10-01T09:00");
const TODAY = Temporal.PlainDate.from("2026-10-01");
// The meal of Monday 16 November can be booked until Friday 13 at 12 h: told on Thursday at 18 h.
const NOON = paris("2026-11-12T12:05");
const EVENING = paris("2026-11-12T18:05");
const DECEMBER = paris("2026-12-05T09:00");

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
  home = await at.family({ children: ["Lina", "Hugo"], guardians: ["Claire", "Marc"] });
  const claire = at.visit(guardianOf(home), OCTOBER);
  await at.save(claire, bodyOf(formOf(await at.planning(claire)), "lundi 2 novembre", "lundi 9 novembre"));
}, 60_000);
afterAll(() => town.close());

const withhold = (guardian = "", participant = "") =>
  town.database.write((writes) =>
    writes.run(
      "test_withhold",
      `insert into withheld_authority (guardian_id, participant_id, by_label, at) values ($1, $2, 'Test', now())`,
      [guardian, participant],
    ),
  );

describe("alerts", () => {
  const choose = (visit: ReturnType<typeof at.visit>, ...alerte: string[]) =>
    at.ask("POST", "/alertes", visit, { body: { alerte } });
  const run = (now: Temporal.Instant) => alertJob(new URL("http://localhost:3000")).run({ ...town, now });
  const subjects = async () =>
    (await lettersTo(town, "claire.lefebvre@exemple.fr", "marc.lefebvre@exemple.fr")).map(
      ({ to, subject }) => `${to.split(".")[0]}: ${subject.replaceAll("\u00a0", " ")}`,
    );

  test("nobody is told who did not ask, except of an offered place; a choice holds for its guardian alone", async () => {
    await run(EVENING);
    expect(await subjects()).toEqual([]);
    const claire = at.visit(guardianOf(home), OCTOBER);
    const { boxes } = formOf(htmlOf(await at.ask("GET", "/alertes", claire)));
    expect(boxes.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(["place_offered"]);
    await choose(claire, "empty_week", "deadline_tonight");
    const wanting = await town.database.read((reads) => guardiansWanting(reads, "place_offered", TODAY));
    expect(wanting.map(({ name }) => name)).toEqual(["Marc Lefebvre"]);
    const among = claire.actor.kind === "signed-in" ? claire.actor.guardian?.id : undefined;
    const found = await town.database.read((reads) =>
      guardiansWanting(reads, "empty_week", TODAY, among === undefined ? [] : [among]),
    );
    expect(found.map(({ email, householdIds }) => [email, householdIds])).toEqual([
      ["claire.lefebvre@exemple.fr", [home.id]],
    ]);
  });

  test("told at its hour, once, in words; not of a child for whom one may not act", async () => {
    const marc = { ...guardianOf(home), guardian: { ...guardianOf(home).guardian } };
    marc.guardian.id = home.guardians[1]?.id ?? marc.guardian.id;
    await choose(at.visit(marc), "empty_week");
    for (const child of home.children) await withhold(marc.guardian.id, child.id);

    await run(NOON);
    expect(await subjects()).toEqual([]);
    await run(EVENING);
    // Monday closes with its week: the letter of the week says so, and no second one about the same Monday.
    const told = ["claire: Rien de réservé pour Hugo et Lina, semaine du lundi 16 novembre"];
    expect(await subjects()).toEqual(told);
    await run(EVENING);
    await run(paris("2026-11-13T11:05"));
    expect(await subjects()).toEqual(told);

    const letters = await lettersTo(town, "claire.lefebvre@exemple.fr");
    const text = letters.map((letter) => letter.text.replaceAll("\u00a0", " ")).join("\n");
    expect(text).toContain("Lina : rien n’est réservé. À décider avant le vendredi 13 novembre à 12 h.");
    expect(text).not.toContain("repas du lundi 16 novembre");
    expect(text).toContain("/planning?semaine=2026-11-16");
    expect(text).toContain("/alertes");
  });
});

describe("the calendar's address", () => {
  const visit = () => at.visit(guardianOf(home), DECEMBER);
  const make = async () =>
    /\/agenda\/([\w-]{22}\.ics)</.exec(htmlOf(await at.ask("POST", "/agenda/creer", visit())))?.[1] ?? "";
  const read = (file: string) =>
    at.ask("GET", "/agenda/:file", at.visit({ kind: "visitor" }, DECEMBER), { params: { file } });

  test("gives the bookings from a month back on, of the children one may act for, and nothing else of them", async () => {
    await withhold(home.guardians[0]?.id, home.children[1]?.id);
    const answer = await read(await make());
    expect(answer).toMatchObject({ kind: "file", type: "text/calendar; charset=utf-8" });
    const lines = answer.kind === "file" ? String(answer.body).split("\r\n") : [];
    expect(lines.filter((line) => line.startsWith("DTSTART;"))).toEqual([
      "DTSTART;TZID=Europe/Paris:20261109T120000",
    ]);
    expect(new Set(lines.filter((line) => line.startsWith("SUMMARY")))).toEqual(
      new Set(["SUMMARY:Lina : repas"]),
    );
    expect(lines.join(" ")).not.toMatch(/Lefebvre|Hugo/);
  });

  test("is known by its print only; a new one ends the old one; once ended it leads nowhere", async () => {
    const first = await make();
    const kept = await town.database.read((reads) =>
      reads.rows<{ row: string }>("test_feeds", "select calendar_feed::text as row from calendar_feed"),
    );
    expect(kept.some(({ row }) => row.includes(first.slice(0, 22)))).toBe(false);
    const second = await make();
    expect((await read(first)).kind).toBe("not-found");
    expect((await read(second)).kind).toBe("file");
    expect(wordsOf(htmlOf(await at.ask("GET", "/agenda", visit())))).toContain(
      "depuis le samedi 5 décembre 2026",
    );
    expect(await at.ask("POST", "/agenda/supprimer", visit())).toMatchObject({ to: "/agenda?supprimee=1" });
    for (const file of [second, `${"x".repeat(22)}.ics`, "x.ics", second.slice(0, 22)]) {
      expect((await read(file)).kind).toBe("not-found");
    }
  });
});
