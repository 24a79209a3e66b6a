import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { announced, lettersTo } from "../../../../../test/builders/letters.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { bookingsAgentRoutes } from "../../agent/routes.ts";
import { bookingsHandlers } from "../../../emails/handlers.ts";
import { bookingsFamilyRoutes } from "../routes.ts";

// Lina and Hugo eat on Monday 9, Tuesday 10 and Thursday 12 November 2026; on Monday at 7 h 40 the meal of Tuesday
// (until Monday 12 h) and that of Thursday can still be cancelled.
const MORNING = Temporal.Instant.from("2026-11-09T06:40:00Z");

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [...bookingsFamilyRoutes(), ...bookingsAgentRoutes()]);
  home = await at.family({ children: ["Lina", "Hugo"] });
  const claire = at.visit(guardianOf(home));
  const days = ["lundi 9", "mardi 10", "jeudi 12"];
  await at.save(claire, bodyOf(formOf(await at.planning(claire)), ...days));
}, 60_000);
afterAll(() => town.close());

const see = async (visit: ReturnType<typeof at.visit>, query: Record<string, string> = {}) =>
  htmlOf(await at.ask("GET", "/absences", visit, { query }));
const notices = () =>
  town.database.read((reads) =>
    reads.rows<{ notice: string }>(
      "test_notices",
      `select p.first_name || ' ' || s.date || ' ' || n.cause as notice
       from absence_notice n join booking b on b.id = n.booking_id join slot s on s.id = b.slot_id
       join participant p on p.id = b.participant_id order by 1`,
    ),
  );

/** Tells families what was announced, twice as a worker may: no letter is written twice. */
async function tell() {
  for (const facts of await announced(town, "bookings.absencesNoted")) {
    for (const handler of bookingsHandlers(new URL("http://localhost:3000"))["bookings.absencesNoted"] ??
      []) {
      await handler({ ...town, now: MORNING }, facts);
      await handler({ ...town, now: MORNING }, facts);
    }
  }
}

test("nothing can be said of a place that is not the family's", async () => {
  const stranger = await at.family({ lastName: "Inconnu", children: ["Maxence"] });
  const place = `${home.children[0]?.id} ${at.rue.slotOn("2026-11-09")}`;
  const body = { cle: newId<"page">(), place, raison: "maladie", confirme: "1" };
  expect(
    await at.ask("POST", "/absences", at.visit(guardianOf(stranger), MORNING), {
      body: { ...body, confirme: undefined },
    }),
  ).toMatchObject({ kind: "refusal", refusal: { status: 409 } });
  const answer = await at.ask("POST", "/absences", at.visit(guardianOf(stranger), MORNING), { body });
  expect(answer).toMatchObject({ kind: "refusal", refusal: { status: 409 } });
  expect(wordsOf(await see(at.visit(guardianOf(stranger), MORNING)))).toContain("Rien de réservé");
});

test("nor of a child whose authority is withheld", async () => {
  const step = await at.family({ lastName: "Beau", children: [], sharedChildren: home.children });
  const actor = guardianOf(step, home);
  actor.guardian.withheldIds = home.children.map(({ id }) => id);
  expect(wordsOf(await see(at.visit(actor, MORNING)))).toContain("Rien de réservé");
  const body = {
    cle: newId<"page">(),
    place: `${home.children[0]?.id} ${at.rue.slotOn("2026-11-09")}`,
    raison: "autre",
    confirme: "1",
  };
  const answer = await at.ask("POST", "/absences", at.visit(actor, MORNING), { body });
  expect(answer).toMatchObject({ kind: "refusal", refusal: { status: 409 } });
  expect(await notices()).toEqual([]);
});

test("whom to tick is asked of a family with several children; sick is said, tomorrow is cancelled, and saying it twice changes nothing", async () => {
  const visit = at.visit(guardianOf(home), MORNING);
  expect(wordsOf(await at.planning(visit))).toContain("Malade aujourd’hui ?");
  expect(wordsOf(await at.planning(visit, "2026-12"))).not.toContain("Malade aujourd’hui ?");
  const form = formOf(await see(visit));
  expect(form.boxes.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(["Maladie"]);
  const wanted = form.boxes.filter(({ label }) => label.startsWith("Lina"));
  expect(wanted[1]?.label).toContain("annulable jusqu’au lundi 9 novembre à 12");
  const place = [wanted[0]?.value, wanted[1]?.value];
  const asked = { ...form.fields, place, raison: "maladie" };

  // First what it would do: nothing is done.
  const check = htmlOf(await at.ask("POST", "/absences", visit, { body: asked }));
  expect(wordsOf(check)).toContain("1 place sera annulée");
  expect(wordsOf(check)).toContain(
    "Annulé Lina, repas du mardi 10 novembre Encore annulable jusqu’au lundi 9",
  );
  expect(wordsOf(check)).toContain("1 place restera réservée");
  expect(wordsOf(check)).toContain("Absence Lina, repas du lundi 9 novembre");
  expect(wordsOf(check)).toContain("la place reste réservée. Ce qu’elle coûte :");
  expect(wordsOf(check)).toContain("Un certificat médical au nom de l’enfant");
  expect(await notices()).toEqual([]);
  expect(await at.bookedDays(home)).toHaveLength(6);

  const body = { ...asked, confirme: formOf(check).fields["confirme"] };
  const first = await at.ask("POST", "/absences", visit, { body });
  const address = first.kind === "redirect" ? first.to : "";
  expect(address).toMatch(/^\/absences\?fait=annonce&recu=[0-9a-f-]{36}$/);
  expect(await notices()).toEqual([{ notice: "Lina 2026-11-09 sick" }]);
  expect(await at.bookedDays(home)).toEqual([
    "Hugo 2026-11-09",
    "Hugo 2026-11-10",
    "Hugo 2026-11-12",
    "Lina 2026-11-09",
    "Lina 2026-11-12",
  ]);

  await at.ask("POST", "/absences", visit, { body });
  expect(await notices()).toHaveLength(1);
  const query = Object.fromEntries(new URLSearchParams(address.split("?")[1]));
  const told = wordsOf(await see(visit, query));
  expect(told).toContain("le lieu d’accueil est prévenu");
  expect(told).toContain("Gardez le certificat médical");
  expect(told).toContain("Absence annoncée à 7 h 40.");
  expect(told).toContain("Voir le reçu de l’annulation");
  const history = wordsOf(htmlOf(await at.ask("GET", "/historique", visit)));
  expect(history).toContain("Absence annoncée Lina, repas du lundi 9 novembre");
  expect(wordsOf(await at.planning(visit))).toContain("Absence annoncée");
});

test("the day of an only child is ticked, but nothing is once something was done: a second click gives nothing back", async () => {
  const only = await at.family({ lastName: "Seul", children: ["Tom"] });
  const visit = at.visit(guardianOf(only));
  await at.save(visit, bodyOf(formOf(await at.planning(visit)), "lundi 9"));
  const ticked = async (query: Record<string, string>) =>
    formOf(await see(at.visit(guardianOf(only), MORNING), query))
      .boxes.filter(({ checked }) => checked)
      .map(({ label }) => label.split(" ")[0]);
  expect(await ticked({})).toEqual(["Tom,", "Maladie"]);
  expect(await ticked({ fait: "annonce" })).toEqual(["Maladie"]);
});

test("a family reads in its mail what it announced, takes it back until the service begins, and reads that too", async () => {
  const ana = await at.family({ lastName: "Retrait", children: ["Ana"] });
  const visit = at.visit(guardianOf(ana), MORNING);
  await at.save(
    at.visit(guardianOf(ana)),
    bodyOf(formOf(await at.planning(at.visit(guardianOf(ana)))), "lundi 9"),
  );
  const place = `${ana.children[0]?.id} ${at.rue.slotOn("2026-11-09")}`;
  const body = { cle: newId<"page">(), place, raison: "maladie", confirme: "1" };
  await at.ask("POST", "/absences", visit, { body });
  await tell();
  expect(wordsOf(await see(visit))).toContain("Retirer cette annonce");

  const stranger = at.visit(guardianOf(await at.family({ lastName: "Autre" })), MORNING);
  await at.ask("POST", "/absences/retirer", stranger, { body: { retirer: place } });
  // The meal is served at noon.
  const late = at.visit(guardianOf(ana), Temporal.Instant.from("2026-11-09T13:00:00Z"));
  expect(wordsOf(await see(late))).not.toContain("Retirer cette annonce");
  expect(await at.ask("POST", "/absences/retirer", late, { body: { retirer: place } })).toMatchObject({
    kind: "refusal",
    refusal: { status: 409 },
  });
  expect(await notices()).toContainEqual({ notice: "Ana 2026-11-09 sick" });

  const after = { ...visit, now: MORNING.add({ minutes: 5 }) };
  expect(await at.ask("POST", "/absences/retirer", after, { body: { retirer: place } })).toMatchObject({
    to: "/absences?fait=retrait",
  });
  await tell();
  expect(await notices()).not.toContainEqual({ notice: "Ana 2026-11-09 sick" });
  expect(wordsOf(await see(after, { fait: "retrait" }))).toContain("L’annonce est retirée");
  expect(wordsOf(htmlOf(await at.ask("GET", "/historique", after)))).toMatch(
    /Annonce d’absence retirée Ana, repas du lundi 9 novembre.*Absence annoncée Ana/,
  );
  const subjects = (await lettersTo(town, "claire.retrait@exemple.fr")).map(({ subject }) => subject);
  expect(subjects.map((subject) => subject.replaceAll("\u00a0", " "))).toEqual(
    expect.arrayContaining(["Bien reçu : 1 absence notée", "Annonce retirée : 1 absence"]),
  );
});

test("a form without a day comes back as it was, with one sentence at the top and one at the days", async () => {
  const visit = at.visit(guardianOf(home), MORNING);
  const { fields } = formOf(await see(visit));
  const answer = await at.ask("POST", "/absences", visit, { body: { ...fields, raison: "autre" } });
  expect(answer).toMatchObject({ kind: "page", status: 422 });
  const html = htmlOf(answer);
  expect(html).toContain('<a href="#place">Cochez au moins un jour : celui où l’enfant ne viendra pas.</a>');
  expect(html.match(/Cochez au moins un jour/g)).toHaveLength(2);
  expect(html).toMatch(/name="raison"[^>]*checked[^>]*value="autre"|value="autre"[^>]*checked/);
  expect(html).toContain('id="place"');
});

test("the site reads it on its list of the day", async () => {
  const agent = at.visit(agentWith(["bookings.read"]), MORNING);
  const params = { site: at.rue.siteId, date: "2026-11-09" };
  const list = wordsOf(htmlOf(await at.ask("GET", "/agent/lieux/:site/jours/:date", agent, { params })));
  expect(list).toContain("Lefebvre Lina Malade, prévenu à 7 h 40");
  expect(list).toContain("1 absence annoncée");
  expect(list).not.toContain("Hugo Malade");
});
