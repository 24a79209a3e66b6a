import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { announced, lettersTo } from "../../../../../test/builders/letters.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { bookingsHandlers } from "../../../emails/handlers.ts";
import { bookingsFamilyRoutes } from "../../family/routes.ts";
import { bookingsAgentRoutes } from "../routes.ts";

// Lina and Hugo eat on Monday 9, Tuesday 10 and Thursday 12 November 2026; on Monday at 7 h 40 the meal of Tuesday
// (until Monday 12 h) and that of Thursday can still be cancelled.
const MORNING = Temporal.Instant.from("2026-11-09T06:40:00Z");
const path = "/agent/familles/:household/absences";
const paul = agentWith(["bookings.write"]);

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

const see = (actor: typeof paul, query: Record<string, string> = {}, household: string = home.id) =>
  at.ask("GET", path, at.visit(actor, MORNING), { params: { household }, query });
const ask = (actor: typeof paul, body: object, household: string = home.id) =>
  at.ask("POST", path, at.visit(actor, MORNING), { params: { household }, body });
const note = (actor: typeof paul, body: object, household?: string) =>
  ask(actor, { ...body, confirme: "1" }, household);
const notices = () =>
  town.database.read((reads) =>
    reads.rows<{ notice: string }>(
      "test_notices",
      `select p.first_name || ' ' || s.date || ' ' || n.cause || ' ' || n.by_label || ' ' || n.by_agent as notice
       from absence_notice n join booking b on b.id = n.booking_id join slot s on s.id = b.slot_id
       join participant p on p.id = b.participant_id order by 1`,
    ),
  );
const place = (day: string) => `${home.children[0]?.id} ${at.rue.slotOn(day)}`;
const form = (day: string) => ({ cle: newId<"page">(), place: place(day), raison: "maladie" });

/** Handles the events of a type, twice: as the queue may. */
async function handle(type: string) {
  for (const facts of await announced(town, type)) {
    for (const handler of bookingsHandlers(new URL("http://localhost:3000"))[type] ?? []) {
      await handler({ ...town, now: MORNING }, facts);
      await handler({ ...town, now: MORNING }, facts);
    }
  }
}

test("an agent of another site of the family sees none of it and notes none of it", async () => {
  const quend = await at.canteen({ name: "Restauration scolaire – Quend" });
  await at.family({ children: [], sharedChildren: home.children, enrolledIn: [quend] });
  const elsewhere = agentWith(["bookings.write"], [quend.siteId]);
  const shown = wordsOf(htmlOf(await see(elsewhere)));
  expect(shown).toContain("Rien de réservé");
  expect(shown).toContain("Seuls les jours des lieux dont vous vous occupez");
  expect(await note(elsewhere, form("2026-11-09"))).toMatchObject({
    kind: "refusal",
    refusal: { status: 403, next: { href: `/agent/familles/${home.id}/absences` } },
  });
  expect(await notices()).toEqual([]);
});

test.each([
  ["an unknown family", paul, newId<"household">()],
  ["an agent who may only read", agentWith(["families.read", "bookings.read"]), null],
  ["the parent", null, null],
])("not for %s", async (_who, actor, household) => {
  const who = actor ?? guardianOf(home);
  const whose = household ?? home.id;
  expect((await note(who, form("2026-11-09"), whose)).kind).toBe("not-found");
  expect((await ask(who, form("2026-11-09"), whose)).kind).toBe("not-found");
  expect((await see(who, {}, whose)).kind).toBe("not-found");
});

test("nor of the places of another family", async () => {
  const other = await at.family({ lastName: "Voisine", children: ["Maxence"] });
  expect(await note(paul, form("2026-11-09"), other.id)).toMatchObject({
    kind: "refusal",
    refusal: { status: 409 },
  });
  expect(await notices()).toEqual([]);
});

test("« absent du 9 au 10 » ticks the days of one child; one is noted, one cancelled, twice is once, and the family reads it all", async () => {
  const enfant = home.children[0]?.id ?? "";
  const page = formOf(
    htmlOf(await see(paul, { enfant, du: "2026-11-09", au: "2026-11-10" })).replace(
      /<form method="get"[\s\S]*?<\/form>/,
      "",
    ),
  );
  const ticked = page.boxes.filter(({ checked }) => checked);
  expect(ticked.map(({ value }) => value)).toEqual([place("2026-11-09"), place("2026-11-10"), "maladie"]);
  const body = { ...page.fields, place: ticked.slice(0, 2).map(({ value }) => value), raison: "maladie" };
  const check = htmlOf(await ask(paul, body));
  expect(wordsOf(check)).toMatch(
    /Rien n’est encore fait.*1\splace sera annulée.*mardi 10 novembre.*1\splace restera réservée.*lundi 9 novembre.*il sera dit sur la facture/,
  );
  expect(await notices()).toEqual([]);
  expect(formOf(check).fields).toMatchObject({ cle: page.fields["cle"], raison: "maladie", confirme: "1" });
  const first = await note(paul, body);
  const address = first.kind === "redirect" ? first.to : "";
  expect(address).toMatch(/\/absences\?fait=annonce&recu=[0-9a-f-]{36}$/);
  await note(paul, body);
  expect(await notices()).toEqual([{ notice: "Lina 2026-11-09 sick Paul Martin true" }]);
  expect(await at.bookedDays(home)).toEqual([
    "Hugo 2026-11-09",
    "Hugo 2026-11-10",
    "Hugo 2026-11-12",
    "Lina 2026-11-09",
    "Lina 2026-11-12",
  ]);
  const query = Object.fromEntries(new URLSearchParams(address.split("?")[1]));
  const told = wordsOf(htmlOf(await see(paul, query)));
  expect(told).toContain("Absence annoncée à 7 h 40.");
  expect(told).toContain("Voir le reçu de l’annulation");
  expect(await at.receipt(at.visit(guardianOf(home), MORNING), `/recus/${query["recu"]}`)).toContain(
    "Agent : Paul Martin",
  );
  const history = wordsOf(htmlOf(await at.ask("GET", "/historique", at.visit(guardianOf(home)))));
  expect(history).toMatch(
    /Agent : Paul Martin Annulé Lina, repas du mardi 10 novembre Absence annoncée Lina, repas du lundi 9 novembre/,
  );

  // One call, one letter, whichever event is handled first.
  await handle("bookings.submitted");
  await handle("bookings.absencesNoted");
  const letters = (await lettersTo(town, "claire.lefebvre@exemple.fr")).filter(
    ({ subject }) => subject.startsWith("Fait") || subject.includes("annulé"),
  );
  expect(letters.map(({ subject }) => subject)).toEqual([
    "Fait pour vous : 1\u00a0absence notée, 1\u00a0repas annulé",
  ]);
  expect(letters[0]?.text).toContain(
    "Annulé, le délai n’étant pas passé\n- Lina, repas du mardi 10 novembre",
  );
  expect(letters[0]?.text).toContain(`/recus/${query["recu"]}`);
  expect(letters[0]?.text).toContain(
    "Fait pour vous par un agent, Paul Martin, le lundi 9 novembre à 7\u00a0h\u00a040.",
  );
  expect(letters[0]?.text).toContain("- Lina, repas du lundi 9 novembre");
  expect(letters[0]?.text).not.toMatch(/malad/i);

  const journal = await town.database.read((reads) =>
    reads.rows(
      "test_journal",
      `select by_label, object_id, facts from journal_entry where act = 'bookings.absence'`,
    ),
  );
  expect(journal).toEqual([
    { by_label: "Paul Martin", object_id: home.id, facts: { noted: 1, cancelled: query["recu"] } },
  ]);
});
