import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../test/builders/actors.ts";
import { centreTown, lineOf } from "../../../../test/builders/centre-town.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../test/builders/visit.tsx";
import { bookingsFamilyRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
}, 60_000);
afterAll(() => town.close());

describe("the planning of a month", () => {
  test("each day says its state in words, and until when it can change", async () => {
    const home = await at.family();
    const html = await at.planning(at.visit(guardianOf(home)));
    const text = wordsOf(html);
    expect(text).toContain("Planning de novembre");
    expect(text).toContain("lundi 9 novembre Modifiable jusqu’au vendredi 6 novembre à 12 h");
    expect(text).toContain("jeudi 12 novembre Modifiable jusqu’au mardi 10 novembre à 12 h");
    expect(text).toContain(
      "lundi 2 novembre Aujourd’hui N’est plus modifiable depuis le vendredi 30 octobre à 12 h",
    );
    expect(text).toContain("mercredi 11 novembre mer. 11 Fermé : Armistice 1918");
    const { boxes } = formOf(html);
    expect(boxes.map(({ label }) => label)).toContain("LL Lina Repas , lundi 9 novembre : Libre À réserver");
    expect(boxes.some(({ label }) => label.includes("lundi 2 novembre"))).toBe(false);
  });

  test("holidays are named, months lead to each other as far as enrolments reach", async () => {
    const home = await at.family();
    const visit = at.visit(guardianOf(home));
    expect(wordsOf(await at.planning(visit, "2026-12"))).toContain("Vacances de Noël");
    expect(await at.planning(visit, "2026-09")).not.toContain("mois=2026-08");
    expect(await at.planning(visit, "2026-09")).toContain("mois=2026-10");
    expect(await at.planning(visit, "2027-07")).not.toContain("mois=2027-08");
  });

  test("without a month it opens at the next open day", async () => {
    const home = await at.family();
    const visit = at.visit(guardianOf(home), Temporal.Instant.from("2026-12-20T08:00:00Z"));
    expect(wordsOf(htmlOf(await at.ask("GET", "/planning", visit)))).toContain("Planning de janvier");
  });

  test("a month that does not exist shows the one of the next open day, and says so", async () => {
    const visit = at.visit(guardianOf(await at.family()));
    const answer = await at.ask("GET", "/planning", visit, { query: { mois: "2026-13" } });
    expect(answer).toMatchObject({ kind: "page", status: 422 });
    expect(wordsOf(htmlOf(answer))).toMatch(/Planning de novembre/);
  });

  test("all the children of all the guardian's households together, each with its household", async () => {
    const one = await at.family({ lastName: "Moreau", children: ["Anouk"] });
    const two = await at.family({ lastName: "Petit", children: ["Noé"], sharedGuardians: one.guardians });
    const text = wordsOf(await at.planning(at.visit(guardianOf(one, two))));
    expect(text).toContain("Anouk Repas, Foyer Moreau");
    expect(text).toContain("Noé Repas, Foyer Petit");
    expect(wordsOf(await at.planning(at.visit(guardianOf(one))))).not.toContain("Foyer");
  });

  test("what the other household booked for the same child is taken, by whom is not told", async () => {
    const mother = await at.family({ lastName: "Mere" });
    const father = await at.family({ lastName: "Pere", children: [], sharedChildren: mother.children });
    const visit = at.visit(guardianOf(mother));
    await at.save(visit, bodyOf(formOf(await at.planning(visit)), "lundi 9 novembre"));
    const html = await at.planning(at.visit(guardianOf(father)));
    expect(wordsOf(html)).toContain("Déjà réservé");
    expect(html).not.toContain("Mere");
    expect(formOf(html).boxes.some(({ label }) => label.includes("lundi 9 novembre"))).toBe(false);
  });

  test("a family without enrolment is told so", async () => {
    const home = await at.family({ enrolledIn: [] });
    expect(wordsOf(await at.planning(at.visit(guardianOf(home))))).toContain("Aucune inscription");
  });
});

describe("changing many days", () => {
  test("verified in words, then saved, then a receipt found again by the other parent", async () => {
    const home = await at.family({ children: ["Lina", "Hugo"], guardians: ["Claire", "Marc"] });
    const claire = at.visit(guardianOf(home));
    await at.save(claire, bodyOf(formOf(await at.planning(claire)), "Hugo Repas , lundi 9"));
    const body = bodyOf(
      formOf(await at.planning(claire)),
      "Hugo Repas , lundi 9",
      "Lina Repas , mardi 10",
      "jeudi 12",
    );
    const verify = htmlOf(await at.ask("POST", "/planning/verifier", claire, { body }));
    expect(wordsOf(verify)).toContain("3 repas à ajouter, 1 à annuler : à confirmer Rien n’est encore fait.");
    expect(wordsOf(verify)).toContain("Annuler Lundi 9 novembre, repas");
    expect(await at.bookedDays(home)).toEqual(["Hugo 2026-11-09"]);
    const address = await at.save(claire, formOf(verify).fields);
    expect(await at.bookedDays(home)).toEqual(["Hugo 2026-11-12", "Lina 2026-11-10", "Lina 2026-11-12"]);
    for (const visit of [claire, at.visit(guardianOf(home))]) {
      const text = await at.receipt(visit, address);
      expect(text).toContain("3 repas réservés, 1 annulé");
      expect(text).toContain("lundi 2 novembre à 9 h. Claire Lefebvre");
    }
    const history = wordsOf(htmlOf(await at.ask("GET", "/historique", claire)));
    expect(history).toContain("Lundi 2 novembre 2026 à 9 h Claire Lefebvre");
    expect(history).toContain("Annulé Hugo, repas du lundi 9 novembre");
  });

  test("a refused line says why and whom to call, the others are taken", async () => {
    const home = await at.family();
    const visit = at.visit(guardianOf(home));
    const body = bodyOf(formOf(await at.planning(visit)), "jeudi 5 novembre", "lundi 9 novembre");
    const late = { ...visit, now: Temporal.Instant.from("2026-11-04T11:00:00.001Z") };
    const text = await at.receipt(late, await at.save(late, body));
    expect(text).toContain("1 repas réservé, 1 refusé");
    expect(text).toContain("Ce jour n’est plus réservable depuis le mercredi 4 novembre à 12 h.");
    expect(text).toContain("03 22 27 00 00");
    expect(await at.bookedDays(home)).toEqual(["Lina 2026-11-09"]);
  });

  test("sent twice, the first receipt comes back; sent again with other wishes, nothing is lost", async () => {
    const home = await at.family();
    const visit = at.visit(guardianOf(home));
    const page = formOf(await at.planning(visit));
    const [first, second] = await Promise.all([
      at.save(visit, bodyOf(page, "lundi 9 novembre")),
      at.save(visit, bodyOf(page, "lundi 9 novembre")),
    ]);
    expect(second).toBe(first);
    const third = await at.save(visit, bodyOf(page, "lundi 9 novembre", "mardi 10 novembre"));
    expect(third).not.toBe(first);
    expect(await at.bookedDays(home)).toEqual(["Lina 2026-11-09", "Lina 2026-11-10"]);
  });

  test("two parents from two stale pages: each changes what he or she touched, and nothing else", async () => {
    const home = await at.family({ guardians: ["Claire", "Marc"] });
    const claire = at.visit(guardianOf(home));
    const marc = at.visit(guardianOf(home));
    await at.save(claire, bodyOf(formOf(await at.planning(claire)), "lundi 9 novembre", "mardi 10 novembre"));
    const [herPage, hisPage] = [formOf(await at.planning(claire)), formOf(await at.planning(marc))];
    await at.save(claire, bodyOf(herPage, "lundi 9 novembre"));
    await at.save(marc, bodyOf(hisPage, "jeudi 12 novembre"));
    expect(await at.bookedDays(home)).toEqual(["Lina 2026-11-10", "Lina 2026-11-12"]);
  });

  test("nothing changed: nothing is written, and the page says so", async () => {
    const home = await at.family();
    const visit = at.visit(guardianOf(home));
    const body = bodyOf(formOf(await at.planning(visit)));
    for (const path of ["/planning/verifier", "/planning/enregistrer"]) {
      expect(await at.ask("POST", path, visit, { body })).toMatchObject({
        to: "/planning?mois=2026-11&inchange=1",
      });
    }
    const flash = await at.ask("GET", "/planning", visit, { query: { mois: "2026-11", inchange: "1" } });
    expect(wordsOf(htmlOf(flash))).toContain("Rien n’a changé.");
  });
});

const dayAfter = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString();

describe("the tools", () => {
  test("a week is repeated until the holidays, copied to the other child, and a span is cancelled", async () => {
    const home = await at.family({ children: ["Lina", "Hugo"] });
    const visit = at.visit(guardianOf(home));
    const [lina, hugo] = home.children.map((child) => child.id);
    await at.save(
      visit,
      bodyOf(formOf(await at.planning(visit)), "Lina Repas , lundi 9", "Lina Repas , jeudi 12"),
    );

    const query = { pour: lina, semaine: "2026-11-09", jusqua: "vacances", rythme: "1" };
    const repeat = htmlOf(await at.ask("GET", "/planning/repeter", visit, { query }));
    expect(wordsOf(repeat)).toContain("répétée jusqu’au vendredi 18 décembre");
    expect(wordsOf(repeat)).toContain("10 repas à ajouter : à confirmer");
    await at.save(visit, formOf(repeat).fields);
    const days = await at.bookedDays(home);
    expect(days).toHaveLength(12);
    expect(days.at(-1)).toBe("Lina 2026-12-17");

    const copied = { de: lina, pour: hugo, semaine: "2026-11-16" };
    const copy = htmlOf(await at.ask("GET", "/planning/copier", visit, { query: copied }));
    await at.save(visit, formOf(copy).fields);
    expect(await at.bookedDays(home)).toEqual(expect.arrayContaining(["Hugo 2026-11-16", "Hugo 2026-11-19"]));

    const span = { pour: [lina, hugo], du: "2026-11-10", au: "2026-12-31" };
    const clear = htmlOf(await at.ask("GET", "/planning/annuler", visit, { query: span }));
    await at.save(visit, formOf(clear).fields);
    expect(await at.bookedDays(home)).toEqual(["Lina 2026-11-09"]);
  });

  test("a week at the centre is repeated whole, care with its hours; a full day leaves its week, and says so", async () => {
    const weeks = ["2026-11-09", "2026-11-16", "2026-11-23"];
    const dates = weeks.flatMap((monday) => [0, 1].map((days) => dayAfter(monday, days)));
    const centres = centreTown(town);
    const centre = await centres.centre({
      units: [
        { name: "Semaine", bookedBy: "week", places: 1 },
        { name: "Matin", from: 420, to: 510, hourStep: 30 },
      ],
      dates,
    });
    const home = await centres.family(centre, { lastName: "Forestier" });
    const other = await centres.family(centre, { lastName: "Premier", children: ["Bob"] });
    const whole = (monday: string, who = home) =>
      [0, 1].map((days) => lineOf("book", who, centre.slotOf("Semaine", dayAfter(monday, days))));
    const hours = { from: 450, to: 510 };
    const care = lineOf("book", home, centre.slotOf("Matin", "2026-11-10"), { hours });
    await centres.send(home, [...whole("2026-11-09"), care]);
    await centres.send(other, whole("2026-11-23", other));

    const visit = at.visit(guardianOf(home));
    const pour = home.children[0]?.id;
    const repeated = { pour, semaine: "2026-11-09", jusqua: "fin", rythme: "1" };
    const repeat = htmlOf(await at.ask("GET", "/planning/repeter", visit, { query: repeated }));
    expect(wordsOf(repeat)).toContain("Réserver Mardi 17 novembre, matin, 7 h 30 – 8 h 30");
    expect(wordsOf(repeat)).toContain("Complet : Lina, semaine (lundi 23 novembre et mardi 24 novembre).");
    await at.save(visit, formOf(repeat).fields);
    expect(await at.bookedDays(home)).toEqual(
      ["09", "10", "10", "16", "17", "17", "24"].map((day) => `Lina 2026-11-${day}`),
    );

    const part = { pour, du: "2026-11-17", au: "2026-11-20" };
    const clear = htmlOf(await at.ask("GET", "/planning/annuler", visit, { query: part }));
    expect(wordsOf(clear)).toContain("Se réserve en entier : la période demandée n’en couvre qu’une partie");
    await at.save(visit, formOf(clear).fields);
    expect(await at.bookedDays(home)).toHaveLength(6);
  });

  test("nothing to change is said, with what cannot change", async () => {
    const home = await at.family();
    const visit = at.visit(guardianOf(home));
    const query = { pour: home.children[0]?.id, du: "2026-11-02", au: "2026-11-30" };
    expect(wordsOf(htmlOf(await at.ask("GET", "/planning/annuler", visit, { query })))).toContain(
      "Rien à changer",
    );
  });
});
