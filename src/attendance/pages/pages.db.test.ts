import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../test/builders/family-town.tsx";
import type { Household } from "../../../test/builders/household.ts";
import { htmlOf } from "../../../test/builders/visit.tsx";
import { noPrices } from "../../../test/attendance/no-prices.ts";
import { attendanceRoutes } from "./routes.ts";

// Lina and Hugo eat on Monday 9 November 2026; Zoé is enrolled and does not.
const DAY = "2026-11-09";
const NOON = Temporal.Instant.from("2026-11-09T11:05:00Z");
const PATH = "/agent/pointage/:site";
const paul = agentWith(["attendance.write", "families.read"]);

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let home: Household;
let other: Household;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, attendanceRoutes(noPrices));
  home = await at.family({ children: ["Lina", "Hugo"] });
  other = await at.family({ children: ["Zoé"], lastName: "Autre" });
  await town.database.write(async (writes) => {
    for (const { id } of home.children) {
      await writes.run(
        "test_book",
        `insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at)
         select $1, e.participant_id, e.household_id, e.id, $3 from enrolment e where e.participant_id = $2`,
        [at.rue.slotOn(DAY), id, "2026-11-02T08:00:00Z"],
      );
    }
  });
}, 60_000);
afterAll(() => town.close());

/** People are found by the key that every form of families writes. */
const findable = () =>
  town.database.write((writes) =>
    writes.run(
      "test_search_keys",
      `update participant set search_key = lower(first_name || ' ' || last_name)`,
    ),
  );

const see = async (
  query: Record<string, string> = { jour: DAY },
  actor = paul,
  site: string = at.rue.siteId,
) => at.ask("GET", PATH, at.visit(actor, NOON), { params: { site }, query });
const send = (body: Record<string, unknown>, actor = paul, site: string = at.rue.siteId) =>
  at.ask("POST", PATH, at.visit(actor, NOON), { params: { site }, body });

/** The fields that a browser would send of a page, with what is typed over them. */
async function form(typed: Record<string, unknown> = {}, query?: Record<string, string>) {
  const html = htmlOf(await see(query));
  const fields: Record<string, unknown> = { cle: newId<"page">(), jour: DAY };
  fields["vu"] = [...html.matchAll(/name="vu" value="([^"]*)"/g)].map(([, value]) => value ?? "");
  for (const [tag] of html.matchAll(/<input[^>]*type="radio"[^>]*checked[^>]*>/g)) {
    const [, name = "", value = ""] = [
      /name="([^"]*)"/.exec(tag)?.[1],
      /value="([^"]*)"/.exec(tag)?.[1],
    ].reduce<string[]>((all, part) => [...all, part ?? ""], [""]);
    fields[name] = value;
  }
  return { ...fields, ...typed };
}

/** Sends a form and follows to the page that it leads to. */
async function note(body: Record<string, unknown>, actor = paul): Promise<string> {
  const answer = await send(body, actor);
  if (answer.kind !== "redirect")
    return `${answer.kind === "page" ? answer.status : answer.kind} ${words(htmlOf(answer))}`;
  const query = Object.fromEntries(new URL(answer.to, "http://localhost").searchParams);
  return words(htmlOf(await see(query, actor)));
}
const words = (html: string) => wordsOf(html).replaceAll("\u00a0", " ");

/** The number of the line of a child on the page. */
async function lineOf(child: { id: string } | undefined): Promise<string> {
  const seen = (await form())["vu"];
  const line = Array.isArray(seen)
    ? seen.find((text) => String(text).includes(child?.id ?? "nobody"))
    : undefined;
  return String(line).split(" ")[0] ?? "";
}

test("another site and another right do not exist", async () => {
  const elsewhere = agentWith(["attendance.write"], [newId<"site">()]);
  expect((await see(undefined, elsewhere)).kind).toBe("not-found");
  expect((await send(await form(), elsewhere)).kind).toBe("not-found");
  expect((await see(undefined, agentWith(["bookings.write"]))).kind).toBe("not-found");
  const months = await at.ask("GET", "/agent/pointage", at.visit(elsewhere, NOON));
  expect(words(htmlOf(months))).toContain("Personne n’est attendu");
});

test("a day to come and a day without an opening say why", async () => {
  expect(words(htmlOf(await see({ jour: "2026-11-10" })))).toContain("n’est pas encore venu");
  expect(words(htmlOf(await see({ jour: "2026-11-08" })))).toContain("Pas d’accueil ce jour-là");
  expect(await note(await form({ jour: "2026-11-10" }))).toMatch(/^422 .*n’est pas encore venu/);
});

test("what is refused is shown again as it was typed, with what to write", async () => {
  const hugo = await lineOf(home.children[1]);
  const lina = await lineOf(home.children[0]);
  const answer = await send(
    await form({
      [`etat-${hugo}`]: "absent",
      [`motif-${hugo}`]: "family",
      [`preuve-${hugo}`]: "2026-11-10",
      [`etat-${lina}`]: "present",
    }),
  );
  const html = htmlOf(answer);
  expect(answer).toMatchObject({ kind: "page", status: 422 });
  expect(words(html)).toContain("le justificatif a été reçu aujourd’hui ou avant");
  expect(html).toMatch(new RegExp(`href="#preuve-${hugo}"`));
  expect(html).toMatch(/<option value="family" selected/);
  expect(html).toMatch(new RegExp(`name="etat-${lina}" id="etat-${lina}" value="present" checked`));
});

test("everybody of a group is present but those said absent, and the day is complete", async () => {
  const hugo = await lineOf(home.children[1]);
  expect(words(htmlOf(await see()))).toContain("0 pointé sur 2");
  const done = await note(
    await form({ [`etat-${hugo}`]: "absent", [`motif-${hugo}`]: "illness", tous: "1-2" }),
  );
  expect(done).toContain("2 personnes pointées");
  expect(done).toContain("Tout est pointé pour ce jour");
  const month = await at.ask("GET", "/agent/pointage", at.visit(paul, NOON));
  expect(words(htmlOf(month))).toContain("2/2 , tout est pointé");
});

test("who was announced absent is not marked present by « Tous présents »", async () => {
  const later = "2026-11-06";
  await town.database.write(async (writes) => {
    for (const { id, firstName } of home.children) {
      await writes.run(
        "test_book_announced",
        `with placed as (
           insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at)
           select $1, e.participant_id, e.household_id, e.id, '2026-11-02T08:00:00Z'
           from enrolment e where e.participant_id = $2
           returning id)
         insert into absence_notice (booking_id, cause, account_id, by_label, by_agent, at)
         select id, 'sick', $4, 'Claire', false, '2026-11-06T07:00:00Z' from placed where $3`,
        [at.rue.slotOn(later), id, firstName === "Lina", paul.accountId],
      );
    }
  });
  const body = { ...(await form({}, { jour: later })), jour: later, tous: "1-2" };
  const done = await note(body);
  expect(done).toContain("1 personne pointée");
  expect(done).toContain("Il reste 1 personne à pointer");
  expect(done).toContain("Annoncé malade");
});

test("the same class name of two schools is two groups, each with its own « Tous présents »", async () => {
  const together = "2026-11-05";
  for (const [index, { id }] of home.children.entries()) {
    await town.database.write(async (writes) => {
      await writes.run(
        "test_book_two_schools",
        `insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at)
         select $1, e.participant_id, e.household_id, e.id, '2026-11-02T08:00:00Z'
         from enrolment e where e.participant_id = $2`,
        [at.rue.slotOn(together), id],
      );
      await writes.run(
        "test_two_schools",
        `insert into schooling (participant_id, school_year, school_name, class_name)
         values ($1, '2026-2027', $2, 'CE1')`,
        [id, index === 0 ? "Rue" : "Quend"],
      );
    });
  }
  const html = htmlOf(await see({ jour: together }));
  expect(words(html)).toMatch(/Quend – CE1 \(1\).*Rue – CE1 \(1\)/s);
  expect(html).toContain('value="1-1"');
  expect(html).toContain('value="2-2"');
  await town.database.write((writes) =>
    writes.run("test_one_school", "delete from schooling where participant_id = any ($1)", [
      home.children.map(({ id }) => id),
    ]),
  );
});

test("who brings children is noted with them, and they are counted among the people expected", async () => {
  const brought = "2026-11-03";
  await town.database.write((writes) =>
    writes.run(
      "test_book_with_children",
      `insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at, companions)
       select $1, e.participant_id, e.household_id, e.id, '2026-11-02T08:00:00Z',
              case when e.participant_id = $2 then 3 else 0 end
       from enrolment e where e.household_id = $3`,
      [at.rue.slotOn(brought), home.children[0]?.id ?? null, home.id],
    ),
  );
  const page = words(htmlOf(await see({ jour: brought })));
  expect(page).toMatch(/\S+ Lina, avec 3 enfants/);
  expect(page).not.toMatch(/Hugo, avec/);
  expect(page).toContain("0 pointé sur 2, 5 personnes en comptant les enfants amenés");
});

test("an old page says line by line what a colleague noted meanwhile", async () => {
  const lina = await lineOf(home.children[0]);
  const old = await form({ [`etat-${lina}`]: "none" });
  const sofia = agentWith(["attendance.write", "families.read"]);
  await note(await form({ [`etat-${lina}`]: "absent" }), sofia);
  const done = await note(old);
  expect(done).toContain("Rien n’a changé");
  expect(done).toContain("Lina : noté absent par Paul Martin entre-temps");
  await note(await form({ [`etat-${lina}`]: "present" }));
});

test("who came without booking is found by name, added, and taken off again", async () => {
  const [zoe] = other.children;
  await findable();
  const found = words(htmlOf(await see({ jour: DAY, cherche: "zo" })));
  expect(found).toContain("inscrit ici");
  expect(found).toMatch(/Noter présent Zoé [^:]+ : /);
  const venu = `${at.rue.slotOn(DAY)} ${zoe?.id} ${other.id}`;
  const done = await note(await form({ venu }));
  expect(done).toContain("1 personne pointée");
  expect(done).toContain("Sans réservation");
  expect(done).toContain("2 pointés sur 2");
  const line = await lineOf(zoe);
  expect(htmlOf(await see({ jour: DAY, cherche: "zo" }))).toContain(`href="#ligne-${line}"`);
  expect(await note(await form({ [`etat-${line}`]: "none" }))).toContain("1 pointage retiré");
  expect(words(htmlOf(await see()))).not.toContain("Zoé");
});

test("without the right to read files only those enrolled here are found", async () => {
  await at.canteen({ name: "Crécy" });
  const far = await at.family({ children: ["Ulysse"], lastName: "Loin", enrolledIn: [] });
  await findable();
  const here = agentWith(["attendance.write"], [at.rue.siteId]);
  const query = { jour: DAY, cherche: "ulysse" };
  expect(words(htmlOf(await see(query, here)))).toContain("Personne de ce nom");
  expect(words(htmlOf(await see(query)))).toContain("pas inscrit ici");
  expect(far.children).toHaveLength(1);
});

test("« Maintenant » notes the server's hour, on the day itself only", async () => {
  const lina = await lineOf(home.children[0]);
  await town.database.write((writes) => writes.run("test_hours", `update unit set hour_step = 30`));
  expect(htmlOf(await see())).toContain(`value="arrivee-${lina}"`);
  const answer = await send(await form({ maintenant: `arrivee-${lina}` }));
  expect(answer).toMatchObject({ kind: "redirect" });
  expect(answer.kind === "redirect" && answer.to).toMatch(new RegExp(`#ligne-${lina}$`));
  expect(htmlOf(await see())).toMatch(/name="arrivee-\d" id="arrivee-\d" value="12:05"/);
  const past = htmlOf(
    await at.ask("GET", PATH, at.visit(paul, NOON.add({ hours: 24 })), {
      params: { site: at.rue.siteId },
      query: { jour: DAY },
    }),
  );
  expect(past).not.toContain('name="maintenant"');
});

test("a departure before the session opens is refused at its field", async () => {
  const lina = await lineOf(home.children[0]);
  const answer = await send(await form({ [`arrivee-${lina}`]: "", [`depart-${lina}`]: "08:00" }));
  const html = htmlOf(answer);
  expect(answer).toMatchObject({ kind: "page", status: 422 });
  expect(words(html)).toContain("Lina : ce départ est avant l’ouverture de l’accueil");
  expect(html).toMatch(new RegExp(`href="#depart-${lina}"`));
});

test("the family reads what was noted of its own places, and nobody else's", async () => {
  const query = { mois: "2026-11" };
  const read = async (who: Parameters<typeof at.visit>[0]) =>
    words(htmlOf(await at.ask("GET", "/presences", at.visit(who, NOON), { query })));
  const actor = guardianOf(home);
  const own = await read(actor);
  expect(own).toMatch(/Absence Hugo, Repas/);
  expect(own).toMatch(/Présence Lina, Repas, arrivée à 12 h 05/);
  expect(await read(guardianOf(other))).toContain("Rien n’a été noté");
  const [hugo] = home.children.slice(1);
  if (hugo === undefined) throw new Error("No Hugo");
  const withheld = { ...actor, guardian: { ...actor.guardian, withheldIds: [hugo.id] } };
  expect(await read(withheld)).not.toContain("Hugo");
});

test("a form that is none of ours changes nothing", async () => {
  for (const body of [
    {},
    { cle: "x", jour: DAY },
    { cle: newId<"page">(), jour: DAY, vu: "1 2 3" },
    { cle: newId<"page">(), jour: DAY, venu: "x" },
  ]) {
    expect(await note(body)).toContain("422");
  }
});
