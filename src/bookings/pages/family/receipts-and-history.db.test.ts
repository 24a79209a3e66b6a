import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../test/builders/actors.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../../test/builders/family-town.tsx";
import { newId } from "../../../../test/builders/canteen.ts";
import { lettersTo } from "../../../../test/builders/letters.ts";
import { htmlOf } from "../../../../test/builders/visit.tsx";
import { setEnrolmentRule } from "../../enrolments/enrolment-rules.ts";
import { tellSubmission } from "../../emails/submitted/tell-submission.ts";
import { submitBookings } from "../../submit/submit-bookings.ts";
import { bookingsFamilyRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
}, 60_000);
afterAll(() => town.close());

describe("who may see a receipt", () => {
  test("the other household of a child sees its own lines only; strangers and agents see nothing", async () => {
    const mother = await at.family({ lastName: "Mere", children: ["Lina", "Hugo"] });
    const father = await at.family({
      lastName: "Pere",
      children: ["Zoé"],
      sharedChildren: mother.children.slice(0, 1),
    });
    const stranger = await at.family({ lastName: "Inconnu" });
    const both = guardianOf(mother, father);
    const lines = [
      { act: "book", participantId: mother.children[1]?.id ?? newId(), slotId: at.rue.slotOn("2026-11-09") },
      { act: "book", participantId: father.children[0]?.id ?? newId(), slotId: at.rue.slotOn("2026-11-10") },
    ] as const;
    const key = newId<"submission">();
    expect(await submitBookings({ ...at.visit(both), actor: both }, { key, lines })).toMatchObject({
      ok: true,
    });
    const seenBy = (actor: Parameters<typeof at.visit>[0]) => at.receipt(at.visit(actor), `/recus/${key}`);
    expect(await seenBy(both)).toContain("Hugo");
    expect(await seenBy(guardianOf(mother))).toContain("Hugo");
    expect(await seenBy(guardianOf(mother))).not.toContain("Zoé");
    expect(await seenBy(guardianOf(father))).not.toContain("Hugo");
    expect(await seenBy(guardianOf(stranger))).toBe("");
    expect(await seenBy(agentWith(["bookings.read"]))).toBe("");
    expect(await at.ask("GET", "/recus/:key", at.visit({ kind: "visitor" }), { params: { key } })).toEqual({
      kind: "sign-in",
    });
  });

  test("what an agent did is shown with the agent's name and reason", async () => {
    const home = await at.family();
    const agent = agentWith(["bookings.write"]);
    const key = newId<"submission">();
    const lines = [
      { act: "book", participantId: home.children[0]?.id ?? newId(), slotId: at.rue.slotOn("2026-11-03") },
    ] as const;
    await submitBookings(
      { ...at.visit(agent), actor: agent },
      { key, lines },
      { householdId: home.id, reason: "Panne du site" },
    );
    const claire = at.visit(guardianOf(home));
    expect(await at.receipt(claire, `/recus/${key}`)).toContain(
      "Agent : Paul Martin – motif : Panne du site",
    );
    expect(wordsOf(htmlOf(await at.ask("GET", "/historique", claire)))).toContain(
      "Agent : Paul Martin – motif : Panne du site",
    );
    expect(await at.receipt(at.visit(agent), `/recus/${key}`)).toContain("1 repas réservé");
  });
});

test("a day that is open to others only: the planning, the receipt and the letter say the same, and to whom it is open", async () => {
  const quend = await at.canteen({ name: "Quend" });
  const home = await at.family({ enrolledIn: [quend], lastName: "Ailleurs" });
  const claire = at.visit(guardianOf(home));
  const page = bodyOf(formOf(await at.planning(claire)), "lundi 9 novembre");
  const opening = (opensAt: string, group: string | null) =>
    town.database.write((writes) =>
      writes.run(
        "test_opening",
        `insert into booking_window (season_id, first_day, last_day, priority_group, opens_at)
         values ($1, '2026-11-01', '2026-11-30', $2, $3)`,
        [quend.seasonId, group, opensAt],
      ),
    );
  await opening("2026-10-26T08:00:00+01:00", "habitants");
  await town.database.write((writes) =>
    setEnrolmentRule(writes, {
      activityId: quend.activityId,
      byFamily: true,
      validFrom: Temporal.PlainDate.from("2026-09-01"),
      conditions: [{ kind: "priority", group: "habitants", name: "les habitants", points: 1 }],
    }),
  );
  const key = (address: string) => address.replace("/recus/", "");
  const says = async (sentence: string) => {
    const planning = wordsOf(await at.planning(claire));
    expect(planning).toContain(`lundi 9 novembre ${sentence}`);
    expect(planning).toContain("Pas encore ouvert");
    const address = await at.save(claire, { ...page, cle: newId() });
    expect(await at.receipt(claire, address)).toContain(`${sentence}.`);
    const { authority, database, now } = claire;
    await tellSubmission(new URL("https://espace.exemple.fr"))(
      { authority, database, now },
      { key: key(address) },
    );
    const letters = await lettersTo(town, "claire.ailleurs@exemple.fr");
    expect(letters.map(({ text }) => wordsOf(text)).join()).toContain(`Pas encore ouvert. ${sentence}.`);
  };
  await says("Ouvert pour les habitants, sans date pour vous");
  await opening("2026-11-05T08:00:00+01:00", null);
  await says("Ouvert pour les habitants, pour vous le jeudi 5 novembre à 8 h");
  expect(await at.bookedDays(home)).toEqual([]);
});

test("a long history goes on, page by page, and misses no entry", async () => {
  const home = await at.family({ children: ["Lina", "Hugo", "Zoé"] });
  const visit = at.visit(guardianOf(home));
  const query = {
    pour: home.children.map((child) => child.id),
    semaine: "2026-11-09",
    jusqua: "fin",
    rythme: "1",
  };
  await at.save(visit, bodyOf(formOf(await at.planning(visit)), "lundi 9 novembre", "mardi 10 novembre"));
  await at.save(visit, formOf(htmlOf(await at.ask("GET", "/planning/repeter", visit, { query }))).fields);
  const total = (await at.bookedDays(home)).length;
  expect(total).toBeGreaterThan(100);
  let seen = 0;
  let page: string | undefined = "first";
  while (page !== undefined) {
    const answer: Answer = await at.ask(
      "GET",
      "/historique",
      visit,
      page === "first" ? {} : { query: { avant: page } },
    );
    const html = htmlOf(answer);
    seen += html.split('class="state state-added"').length - 1;
    page = /\/historique\?avant=(\d+)/.exec(html)?.[1];
  }
  expect(seen).toBe(total);
});

test("a form of more than a hundred lines is whole on one page of the history, whatever came after it", async () => {
  const home = await at.family({ children: ["Lina", "Hugo", "Zoé"] });
  const visit = at.visit(guardianOf(home));
  const pour = home.children.map((child) => child.id);
  const week = { pour, semaine: "2026-11-09", jusqua: "fin", rythme: "1" };
  const cancelled = { pour, du: "2026-11-16", au: "2026-11-17" };
  await at.save(visit, bodyOf(formOf(await at.planning(visit)), "lundi 9 novembre", "mardi 10 novembre"));
  const few = (await at.bookedDays(home)).length;
  for (const [path, query] of [
    ["/planning/repeter", week],
    ["/planning/annuler", cancelled],
  ] as const) {
    await at.save(visit, formOf(htmlOf(await at.ask("GET", path, visit, { query }))).fields);
  }
  // What was cancelled had been booked by the long form.
  const many = (await at.bookedDays(home)).length - few + 6;
  expect(many).toBeGreaterThan(100);
  const cards = async (query: Record<string, string>) => {
    const html = htmlOf(await at.ask("GET", "/historique", visit, { query }));
    const older = /\/historique\?avant=(\d+)/.exec(html)?.[1];
    return { older, forms: html.split("/recus/").length - 1, words: wordsOf(html) };
  };
  const newest = await cards({});
  expect(newest.forms).toBe(2);
  expect(newest.words).toContain(`${many} réservés`);
  expect(newest.words).toContain("Zoé, repas du mardi 17 novembre");
  const oldest = await cards({ avant: newest.older ?? "" });
  expect(oldest).toMatchObject({ older: undefined, forms: 1 });
  expect(oldest.words).toContain("Lina, repas du lundi 9 novembre");
});

test("a form that changed nothing stays in the history with its receipt, for its household and no other", async () => {
  const home = await at.family({ lastName: "Refuse", children: ["Lina"] });
  const stranger = await at.family({ lastName: "Autre" });
  const claire = at.visit(guardianOf(home));
  await at.save(claire, bodyOf(formOf(await at.planning(claire)), "lundi 9 novembre"));
  const key = newId<"submission">();
  const actor = guardianOf(home);
  const late = { act: "cancel" as const, participantId: home.children[0]?.id ?? newId<"participant">() };
  await submitBookings(
    { ...at.visit(actor), actor, now: Temporal.Instant.from("2026-11-10T08:00:00Z") },
    { key, lines: [{ ...late, slotId: at.rue.slotOn("2026-11-09") }] },
  );
  const history = htmlOf(await at.ask("GET", "/historique", claire));
  expect(wordsOf(history)).toContain("Rien n’a changé : 1 demande refusée.");
  expect(history).toContain(`/recus/${key}`);
  expect(history.indexOf(key)).toBeLessThan(history.indexOf("Réservé"));
  expect(htmlOf(await at.ask("GET", "/historique", at.visit(guardianOf(stranger))))).not.toContain(key);
});
