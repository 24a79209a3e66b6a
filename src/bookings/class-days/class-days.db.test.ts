import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Id } from "#kernel";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../test/builders/family-town.tsx";
import type { Household, HouseholdSettings } from "../../../test/builders/household.ts";
import { lettersTo } from "../../../test/builders/letters.ts";
import { htmlOf } from "../../../test/builders/visit.tsx";
import { tellClassDay } from "../emails/class-day/tell-class-day.ts";
import { tellWithdrawn } from "../emails/class-day/tell-withdrawn.ts";
import { tellSubmission } from "../emails/submitted/tell-submission.ts";
import { classDayRoutes } from "../pages/agent/class-days/routes.ts";
import { siteDayRoutes } from "../pages/agent/site-day/routes.ts";
import { bookingsFamilyRoutes } from "../pages/family/routes.ts";
import { disagreeingSlots } from "../slots/disagreeing-slots.ts";
import { submitBookings } from "../submit/submit-bookings.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let rue: Canteen;
let quend: Canteen;
let everywhere: Visit;
let ofRue: Visit;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [...classDayRoutes, ...siteDayRoutes, ...bookingsFamilyRoutes()]);
  rue = at.rue;
  quend = await at.canteen({ name: "Quend" });
  everywhere = at.visit(agentWith(["bookings.write", "bookings.read"]));
  ofRue = at.visit(agentWith(["bookings.write", "bookings.read"], [rue.siteId]));
}, 60_000);
afterAll(() => town.close());

const CLASSES = "/agent/classes";
const CHECK = "/agent/classes/verifier";
const SAVE = "/agent/classes/enregistrer";
const PUBLIC = new URL("https://espace.exemple.fr");

/** A family whose children are in a class of the school of Rue. */
async function pupils(className: string, settings: HouseholdSettings = {}): Promise<Household> {
  const home = await at.family({ enrolledIn: [rue, quend], ...settings });
  await town.database.write((writes) =>
    writes.run(
      "test_class",
      `insert into schooling (participant_id, school_year, school_name, class_name)
       select unnest($1::uuid[]), '2026-2027', 'École de Rue', $2`,
      [home.children.map(({ id }) => id), className],
    ),
  );
  return home;
}

const send = async (
  act: "book" | "cancel",
  home: Household,
  slots: readonly Id<"slot">[],
  now?: Temporal.Instant,
) => {
  const actor = guardianOf(home);
  const lines = slots.flatMap((slotId) =>
    home.children.map((child) => ({ act, participantId: child.id, slotId })),
  );
  const sent = await submitBookings(
    { ...at.visit(actor, now), actor },
    { key: newId<"submission">(), lines },
  );
  return sent.ok ? sent.value.lines.map(({ outcome }) => outcome) : [sent.refusal.code];
};

const form = (className: string, changes: Record<string, unknown> = {}) => ({
  classe: `${encodeURIComponent("École de Rue")}|${encodeURIComponent(className)}`,
  quoi: "away",
  du: "2026-11-16",
  au: "",
  message: "Sortie au parc du Marquenterre",
  ...changes,
});

const words = (answer: Answer) => wordsOf(htmlOf(answer));
const post = (path: string, visit: Visit, body: Record<string, unknown>) =>
  at.ask("POST", path, visit, { body });
const save = (visit: Visit, body: Record<string, unknown>, cle = newId()) =>
  post(SAVE, visit, { cle, prevu: "1", activite: [rue.activityId, quend.activityId], ...body });
const list = async (answer: Answer, visit = everywhere) => {
  if (answer.kind !== "redirect") throw new Error(`Not said: ${words(answer)}`);
  return words(await at.ask("GET", CLASSES, visit, { query: { faite: answer.to.replace(/.*=/, "") } }));
};
const taken = async (slotId: Id<"slot">) => {
  const row = await town.database.read((reads) =>
    reads.row<{ taken: number }>("test_slot_taken", `select taken from slot where id = $1`, [slotId]),
  );
  return row?.taken;
};
const idOf = (answer: Answer) => (answer.kind === "redirect" ? answer.to.replace(/.*=/, "") : "");

test("a class that is away: said first, then its places are cancelled past the deadline, once, and told", async () => {
  const home = await pupils("CM1 A", { lastName: "Roux", children: ["Lina", "Hugo"] });
  const other = await pupils("CM1 B", { lastName: "Petit" });
  const monday = rue.slotOn("2026-11-16");
  await send("book", home, [monday, rue.slotOn("2026-11-17"), rue.slotOn("2026-11-19")]);
  await send("book", other, [monday]);
  const late = at.visit(agentWith(["bookings.write"]), Temporal.Instant.from("2026-11-16T08:00:00Z"));
  const body = form("CM1 A", { au: "2026-11-17" });

  const check = words(await post(CHECK, late, body));
  expect(check).toContain("CM1 A – École de Rue, du lundi 16 au mardi 17 novembre");
  expect(check).toContain("La classe compte 2 enfants.");
  expect(check).toContain("4 réservations de 2 enfants, dans 1 famille, peuvent être annulées.");
  expect(await taken(monday)).toBe(3);

  const key = newId();
  const [first, second] = await Promise.all([save(late, body, key), save(late, body, key)]);
  const colleague = await save(everywhere, body);
  expect([idOf(first), idOf(second), idOf(colleague)]).toEqual([key, key, key]);
  expect(await list(first)).toContain("4 réservations annulées, dans 1 famille.");
  expect(await taken(monday)).toBe(1);
  expect(await at.bookedDays(home)).toEqual(["Hugo 2026-11-19", "Lina 2026-11-19"]);
  expect(await town.database.read(disagreeingSlots)).toBe(0);

  const history = await town.database.read((reads) =>
    reads.rows(
      "test_class_history",
      `select distinct act, reason, by_agent as "byAgent" from booking_history
       where household_id = $1 and act = 'cancelled'`,
      [home.id],
    ),
  );
  expect(history).toEqual([{ act: "cancelled", reason: "Sortie au parc du Marquenterre", byAgent: true }]);

  const { authority, database, now } = late;
  for (const tell of [tellClassDay(PUBLIC), tellClassDay(PUBLIC)]) {
    await tell({ authority, database, now }, { id: key });
  }
  await tellSubmission(PUBLIC)({ authority, database, now }, { key });
  const letters = await lettersTo(town, "claire.roux@exemple.fr", "claire.petit@exemple.fr");
  expect(letters).toHaveLength(1);
  expect(wordsOf(letters[0]?.subject ?? "")).toBe(
    "Classe absente du lundi 16 au mardi 17 novembre : 4 repas annulés",
  );
  expect(letters[0]?.text).toContain("Classe CM1 A, École de Rue : Sortie au parc du Marquenterre");
});

test("only the activities that are ticked, only at the agent's sites", async () => {
  const home = await pupils("CE1", { lastName: "Caron" });
  await send("book", home, [rue.slotOn("2026-11-20"), quend.slotOn("2026-11-20")]);
  const body = form("CE1", { du: "2026-11-20" });
  expect(words(await post(CHECK, ofRue, body))).toContain(
    "1 réservation sur d’autres lieux que les vôtres ne change pas.",
  );
  const unticked = await save(ofRue, { ...body, activite: [] });
  expect(words(unticked)).toContain("Cochez au moins un service");
  await save(ofRue, body);
  expect(await taken(quend.slotOn("2026-11-20"))).toBe(1);
  expect(await at.bookedDays(home)).toEqual(["Lina 2026-11-20"]);
});

test("a teacher who is absent: nothing is cancelled, families may until the slot starts, the day's list says so", async () => {
  const home = await pupils("CM2", { lastName: "Durand" });
  const elsewhere = await pupils("CP", { lastName: "Leroy" });
  const day = "2026-11-24";
  await send("book", home, [rue.slotOn(day)]);
  await send("book", elsewhere, [rue.slotOn(day)]);
  const morning = Temporal.Instant.from("2026-11-24T07:00:00Z");
  expect(await send("cancel", home, [rue.slotOn(day)], morning)).toEqual(["too_late_to_cancel"]);
  const body = form("CM2", { quoi: "teacher_absent", du: day, message: "Mme Blond est absente" });
  const said = await post(SAVE, everywhere, { ...body, cle: newId(), prevu: "0" });
  expect(await list(said)).toContain("1 réservation de 1 famille reste ;");
  expect(await taken(rue.slotOn(day))).toBe(2);

  const { authority, database, now } = everywhere;
  await tellClassDay(PUBLIC)({ authority, database, now }, { id: idOf(said) });
  const [letter, ...others] = await lettersTo(town, "claire.durand@exemple.fr", "claire.leroy@exemple.fr");
  expect(others).toEqual([]);
  expect(letter?.subject).toBe("Enseignant absent le mardi 24 novembre");

  const params = { site: rue.siteId, date: day };
  const onList = words(await at.ask("GET", "/agent/lieux/:site/jours/:date", everywhere, { params }));
  expect(onList).toContain("Classe CM2 : enseignant absent Mme Blond est absente (1 enfant de cette classe");

  expect(await send("cancel", elsewhere, [rue.slotOn(day)], morning)).toEqual(["too_late_to_cancel"]);
  expect(await send("cancel", home, [rue.slotOn(day)], morning)).toEqual(["cancelled"]);
});

test("an agent of one site lifts the deadlines there only", async () => {
  const home = await pupils("CM2 B", { lastName: "Deux" });
  const day = "2026-11-27";
  await send("book", home, [rue.slotOn(day), quend.slotOn(day)]);
  await post(SAVE, ofRue, {
    ...form("CM2 B", { quoi: "teacher_absent", du: day }),
    cle: newId(),
    prevu: "0",
  });
  const morning = Temporal.Instant.from(`${day}T07:00:00Z`);
  expect(await send("cancel", home, [rue.slotOn(day), quend.slotOn(day)], morning)).toEqual([
    "cancelled",
    "too_late_to_cancel",
  ]);
});

test("while a class is away nothing is booked for it where the agent said so, and the reason is told; taken back, its places are there again", async () => {
  const full = await at.canteen({ name: "Forest", places: 1 });
  const home = await pupils("MS", { lastName: "Noyelle", enrolledIn: [rue, quend, full] });
  const mate = await pupils("MS", { lastName: "Blin" });
  const next = await at.family({ lastName: "Suivant", enrolledIn: [full] });
  const day = "2026-12-03";
  await send("book", home, [rue.slotOn(day), full.slotOn(day)]);
  const body = { ...form("MS", { du: day }), cle: newId(), prevu: "1" };
  expect(words(await post(CHECK, everywhere, body))).toContain("Restauration scolaire – Quend");
  const said = await post(SAVE, everywhere, { ...body, activite: [rue.activityId, full.activityId] });
  expect(await send("book", mate, [rue.slotOn(day), quend.slotOn(day)])).toEqual(["class_away", "booked"]);
  expect(await send("book", next, [full.slotOn(day)])).toEqual(["booked"]);
  const planning = words(
    await at.ask("GET", "/planning", at.visit(guardianOf(mate)), { query: { mois: "2026-12" } }),
  );
  expect(planning).toContain("Sa classe n’est pas là ce jour-là : Sortie au parc du Marquenterre");

  const withdraw = { params: { said: idOf(said) }, body: { message: "La sortie est reportée" } };
  const BACK = "/agent/classes/:said/retirer";
  expect((await at.ask("POST", BACK, ofRue, withdraw)).kind).toBe("not-found");
  expect(words(await at.ask("GET", BACK, everywhere, withdraw))).toContain(
    "2 réservations annulées sont refaites pour 1 famille",
  );
  expect(words(await at.ask("POST", BACK, everywhere, { ...withdraw, body: { message: " " } }))).toContain(
    "Écrivez un message",
  );
  const morning = at.visit(everywhere.actor, Temporal.Instant.from(`${day}T08:00:00Z`));
  const backs = await Promise.all([1, 2].map(() => at.ask("POST", BACK, morning, withdraw)));
  expect(backs.map(({ kind }) => kind)).toEqual(["redirect", "redirect"]);
  const page = words(await at.ask("GET", CLASSES, morning, { query: { faite: idOf(said) } }));
  expect(page).toContain("1 réservation refaite. 1 réservation n’a pas pu être refaite");
  expect(page).toContain("Retiré par Paul Martin : La sortie est reportée");
  expect(await at.bookedDays(home)).toEqual([`Lina ${day}`]);
  expect(await taken(full.slotOn(day))).toBe(1);
  expect(await town.database.read(disagreeingSlots)).toBe(0);

  const { authority, database, now } = morning;
  for (let twice = 0; twice < 2; twice += 1) {
    await tellWithdrawn(PUBLIC)({ authority, database, now }, { id: idOf(said) });
  }
  const letters = await lettersTo(town, "claire.noyelle@exemple.fr", "claire.blin@exemple.fr");
  expect(letters.map(({ subject }) => wordsOf(subject))).toEqual([
    "La classe est là, finalement, le jeudi 3 décembre",
  ]);
  expect(letters[0]?.text).toContain("La sortie est reportée");
  expect(wordsOf(letters[0]?.text ?? "")).toContain("Toutes les places de ce jour sont prises.");
  await town.database.write((writes) =>
    writes.run("test_no_mail", `update guardian set email = '' where id = any ($1)`, [
      home.guardians.map(({ id }) => id),
    ]),
  );
  const again = words(await at.ask("GET", CLASSES, morning, { query: { faite: idOf(said) } }));
  expect(again).toContain("1 famille à prévenir par téléphone");
  expect(await send("cancel", home, [rue.slotOn(day)], now)).toEqual(["cancelled"]);
  expect(await send("cancel", mate, [quend.slotOn(day)], now)).toEqual(["too_late_to_cancel"]);
});

describe("refuses, writes nothing, and keeps what was typed", () => {
  beforeAll(() => pupils("GS", { lastName: "Martin" }));
  const count = async () =>
    (await town.database.read((reads) => reads.rows("test_said", `select id from class_day`))).length;

  test.each([
    ["yesterday", { du: "2026-11-01" }, "à partir d’aujourd’hui, lundi 2 novembre 2026"],
    ["an end before the start", { au: "2026-11-12" }, "Le dernier jour vient avant le premier"],
    ["a season", { au: "2027-03-01" }, "Écrivez 31 jours au plus"],
    ["two school years", { du: "2027-06-28", au: "2027-07-10" }, "deux années scolaires"],
    ["a Sunday", { du: "2026-11-15", au: "" }, "aucune séance n’est ouverte ces jours-là"],
    ["no message", { message: " " }, "Écrivez un message"],
    ["no kind", { quoi: "malade" }, "Choisissez ce qui se passe"],
    ["a class that is none", { classe: "CM9|X" }, "Cette classe n’existe pas"],
    ["a class that is no class", { classe: "%zz|x" }, "Choisissez une classe"],
  ])("%s", async (_, changes, message) => {
    const before = await count();
    for (const path of [CHECK, SAVE]) {
      const body = { ...form("GS", changes), cle: newId(), prevu: "0" };
      const answer = await post(path, everywhere, body);
      expect(words(answer)).toContain(message);
      if (!("du" in changes)) expect(htmlOf(answer)).toContain('value="2026-11-16"');
    }
    expect(await count()).toBe(before);
  });

  test("a class of which no child is at the agent's sites is not there, nor what was said of it", async () => {
    const alone = await at.canteen({ name: "Nouvion" });
    const stranger = at.visit(agentWith(["bookings.write"], [alone.siteId]));
    const said = await post(SAVE, everywhere, { ...form("GS"), cle: newId(), prevu: "0" });
    expect(await list(said)).toContain("GS – École de Rue");
    const page = words(await at.ask("GET", CLASSES, stranger, { query: { faite: idOf(said) } }));
    expect(page).not.toContain("École de Rue");
    expect(words(await post(CHECK, stranger, form("GS")))).toContain("Cette classe n’existe pas");
  });
});
