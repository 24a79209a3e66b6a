import { afterAll, beforeAll, expect, test } from "vitest";

import { formId } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../../test/builders/actors.ts";
import { centreTown, lineOf } from "../../../../../test/builders/centre-town.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { lettersTo } from "../../../../../test/builders/letters.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { tellSubmission } from "../../../emails/submitted/tell-submission.ts";
import { bookingsFamilyRoutes } from "../routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
}, 60_000);
afterAll(() => town.close());

/** Evening care from 16 h 30 to 18 h 30 by half-hours, open on these days, and a family enrolled in it. */
async function evening(lastName: string, dates: readonly string[], places = 20) {
  const centres = centreTown(town);
  const units = [{ name: "Garderie du soir", from: 990, to: 1110, hourStep: 30, places }];
  const centre = await centres.centre({ units, dates });
  return { centres, centre, home: await centres.family(centre, { lastName }) };
}

/** The first pair of lists of a page, with one choice changed: what a browser sends. */
const withHours = (body: object, arrivee: string, depart: string) => ({ ...body, arrivee, depart });

test("hours are said beside the box, on the page that confirms, on the receipt, in the letter and in the history", async () => {
  const { home } = await evening("Soir", ["2026-11-16", "2026-11-17"]);
  const claire = at.visit(guardianOf(home));
  const page = await at.planning(claire);
  expect(wordsOf(page)).toContain("À réserver, 16 h 30 – 18 h 30");

  const body = withHours(bodyOf(formOf(page), "lundi 16 novembre", "mardi 17 novembre"), "0:990", "0:1080");
  const verify = htmlOf(await at.ask("POST", "/planning/verifier", claire, { body }));
  expect(wordsOf(verify)).toContain("Lundi 16 novembre, garderie du soir, 16 h 30 – 18 h Changer les heures");
  // Each day may still take other hours: the second leaves at 17 h.
  expect(verify).toContain('<option value="1:1020"');
  const address = await at.save(claire, {
    ...formOf(verify).fields,
    arrivee: ["0:990", "1:990"],
    depart: ["0:1080", "1:1020"],
  });

  const receipt = await at.receipt(claire, address);
  expect(receipt).toContain("Lundi 16 novembre, garderie du soir, 16 h 30 – 18 h ");
  expect(receipt).toContain("Mardi 17 novembre, garderie du soir, 16 h 30 – 17 h ");
  const history = async () => wordsOf(htmlOf(await at.ask("GET", "/historique", claire)));
  expect(await history()).toContain("garderie du soir du lundi 16 novembre, 16 h 30 – 18 h ");

  const key = formId<"submission">().parse(address.replace("/recus/", ""));
  await tellSubmission(new URL("http://localhost:3000"))(claire, { key });
  const [letter] = await lettersTo(town, "claire.soir@exemple.fr");
  expect(letter?.text.replaceAll("\u00a0", " ")).toContain(
    "- mardi 17 novembre, garderie du soir, 16 h 30 – 17 h",
  );

  // Other hours later: the history keeps those of each act.
  const hours = htmlOf(await at.ask("GET", "/planning/heures", claire, { query: { mois: "2026-11" } }));
  const changed = await at.save(
    claire,
    withHours(bodyOf(formOf(hours), "Lundi 16 novembre"), "0:990", "0:1110"),
  );
  const both = "undi 16 novembre, garderie du soir, 16 h 30 – 18 h 30 (avant : 16 h 30 – 18 h)";
  expect(await at.receipt(claire, changed)).toContain(both);
  await tellSubmission(new URL("http://localhost:3000"))(claire, {
    key: formId<"submission">().parse(changed.replace("/recus/", "")),
  });
  const told = await lettersTo(town, "claire.soir@exemple.fr");
  expect(told.map(({ text }) => text.replaceAll("\u00a0", " ")).join()).toContain(both);
  expect(await history()).toContain(
    "Heures changées Lina, garderie du soir du lundi 16 novembre, 16 h 30 – 18 h 30",
  );
  expect(await history()).toContain("Réservé Lina, garderie du soir du lundi 16 novembre, 16 h 30 – 18 h ");
});

test("on the page that confirms, other hours are shown again before anything is saved", async () => {
  const { home } = await evening("Recalcul", ["2026-11-16"]);
  const claire = at.visit(guardianOf(home));
  const body = bodyOf(formOf(await at.planning(claire)), "lundi 16 novembre");
  const verify = htmlOf(await at.ask("POST", "/planning/verifier", claire, { body }));
  const sent = withHours(formOf(verify).fields, "0:990", "0:1050");
  const again = htmlOf(await at.ask("POST", "/planning/verifier", claire, { body: sent }));
  expect(wordsOf(again)).toContain("garderie du soir, 16 h 30 – 17 h 30");
  expect(await at.bookedDays(home)).toEqual([]);
});

test("without any choice the page that confirms says all the unit's hours, and saving keeps them", async () => {
  const { home } = await evening("Entier", ["2026-11-16"]);
  const claire = at.visit(guardianOf(home));
  const body = bodyOf(formOf(await at.planning(claire)), "lundi 16 novembre");
  const verify = htmlOf(await at.ask("POST", "/planning/verifier", claire, { body }));
  expect(wordsOf(verify)).toContain("garderie du soir, 16 h 30 – 18 h 30");
  expect(await at.receipt(claire, await at.save(claire, formOf(verify).fields))).toContain(
    "16 h 30 – 18 h 30",
  );
});

test("hours sent without a day come back as they were chosen, with what to tick", async () => {
  const { home, centres, centre } = await evening("Sans", ["2026-11-16"]);
  await centres.send(home, [lineOf("book", home, centre.slotOf("Garderie du soir", "2026-11-16"))]);
  const claire = at.visit(guardianOf(home));
  const hours = htmlOf(await at.ask("GET", "/planning/heures", claire, { query: { mois: "2026-11" } }));
  const body = withHours(formOf(hours).fields, "0:1020", "0:1080");
  const answer = await at.ask("POST", "/planning/verifier", claire, { body });
  expect(answer).toMatchObject({ kind: "page", status: 422 });
  const again = htmlOf(answer);
  expect(again).toContain('<a href="#jour">Cochez au moins un jour : celui dont les heures changent.</a>');
  expect(again).toContain('id="jour"');
  expect(again).toMatch(/<option selected value="0:1020"|<option value="0:1020" selected/);
  expect(again).toMatch(/<option selected value="0:1080"|<option value="0:1080" selected/);
});

test("many days with the same hours change them together", async () => {
  const dates = Array.from({ length: 14 }, (_, day) =>
    Temporal.PlainDate.from("2026-11-12").add({ days: day }).toString(),
  );
  const { home } = await evening("Beaucoup", dates);
  const claire = at.visit(guardianOf(home));
  const form = formOf(await at.planning(claire));
  const body = { ...form.fields, voulu: form.boxes.map(({ value }) => value) };
  const verify = htmlOf(await at.ask("POST", "/planning/verifier", claire, { body }));
  expect(wordsOf(verify)).toContain("Garderie du soir, 16 h 30 – 18 h 30 (14 jours)");
  expect(verify.match(/<select/g)).toHaveLength(2);
  const sent = withHours(formOf(verify).fields, "0:990", "0:1080");
  const receipt = await at.receipt(claire, await at.save(claire, sent));
  expect(receipt.match(/16 h 30 – 18 h /g)).toHaveLength(14);
});

test("a request for a full day is named apart from bookings, before and after", async () => {
  const { centres, centre, home } = await evening("Liste", ["2026-11-16", "2026-11-17"], 1);
  const other = await centres.family(centre, { lastName: "Premier", children: ["Bob"] });
  await centres.send(other, [lineOf("book", other, centre.slotOf("Garderie du soir", "2026-11-16"))]);
  const claire = at.visit(guardianOf(home));
  const page = await at.planning(claire);
  expect(page).toContain("data-turn");
  const body = bodyOf(formOf(page), "lundi 16 novembre", "mardi 17 novembre");
  const verify = htmlOf(await at.ask("POST", "/planning/verifier", claire, { body }));
  expect(wordsOf(verify)).toContain("1 place à ajouter, 1 demande sur liste d’attente : à confirmer");
  const receipt = await at.receipt(claire, await at.save(claire, formOf(verify).fields));
  expect(receipt).toContain("1 place réservée, 1 demande sur liste d’attente");
});

test("a departure before the arrival is corrected on the page, before and at saving, and nothing is lost", async () => {
  const { centres, centre, home } = await evening("Envers", ["2026-11-16", "2026-11-17"]);
  const claire = at.visit(guardianOf(home));
  const ticked = bodyOf(formOf(await at.planning(claire)), "lundi 16 novembre", "mardi 17 novembre");
  const ask = (path: string, body: object) => at.ask("POST", path, claire, { body });
  const early = await ask("/planning/verifier", withHours(ticked, "0:1080", "0:1050"));
  expect(early).toMatchObject({ status: 422 });
  expect(wordsOf(htmlOf(early))).toContain("Le départ vient avant l’arrivée");

  const verify = htmlOf(await ask("/planning/verifier", ticked));
  const late = { ...formOf(verify).fields, arrivee: ["0:1080", "1:990"], depart: ["0:1050", "1:1020"] };
  const answer = await ask("/planning/enregistrer", late);
  expect(answer).toMatchObject({ status: 422 });
  expect(htmlOf(answer)).toContain('href="#depart-0"');
  expect(htmlOf(answer)).toContain('<option value="0:1080" selected');
  expect(await centres.slots(centre)).toEqual([]);
  const corrected = {
    ...formOf(htmlOf(answer)).fields,
    arrivee: ["0:990", "1:990"],
    depart: ["0:1050", "1:1020"],
  };
  expect(await at.receipt(claire, await at.save(claire, corrected))).toContain("16 h 30 – 17 h 30");
});
