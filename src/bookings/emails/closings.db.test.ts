import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { announced, lettersTo } from "../../../test/builders/letters.ts";
import { buildOfferedCanteen, buildZoneB } from "../../../test/builders/offered-canteen.ts";
import { closeDays } from "../closing/close-days.ts";
import { liftClosing } from "../closing/lift-closing.ts";
import type { Act } from "../rules/lines.ts";
import { submitBookings } from "../submit/submit-bookings.ts";
import { bookingsHandlers } from "./handlers.ts";

/** Monday 2 November 2026, 9 h in Paris. */
const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");

let town: TestDatabase;
let rue: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    await buildZoneB(writes, town.authority.id);
    rue = await buildOfferedCanteen(writes, { authorityId: town.authority.id, now: NOW });
  });
}, 60_000);
afterAll(() => town.close());

const family = (settings: Parameters<typeof buildHousehold>[1]) =>
  town.database.write((writes) => buildHousehold(writes, { enrolledIn: [rue], ...settings }));

async function send(act: Act, home: Household, days: readonly string[], now = NOW) {
  const lines = home.children.flatMap((child) =>
    days.map((day) => ({ act, participantId: child.id, slotId: rue.slotOn(day) })),
  );
  const sent = await submitBookings(
    { ...town, actor: guardianOf(home), now },
    { key: newId<"submission">(), lines },
  );
  if (!sent.ok) throw new Error(sent.refusal.code);
}

const agentVisit = (now: Temporal.Instant) => ({
  ...town,
  actor: agentWith(["closures.write"]),
  now,
  address: "192.0.2.7",
});

async function close(first: string, last: string, message: string, now = NOW) {
  const closed = await closeDays(agentVisit(now), {
    siteId: rue.siteId,
    firstDay: Temporal.PlainDate.from(first),
    lastDay: Temporal.PlainDate.from(last),
    message,
  });
  if (!closed.ok) throw new Error(closed.refusal.code);
  return closed.value.closureId;
}

/** Handles the last event of a type, twice: as the queue may. */
async function handleLast(type: string, now = NOW) {
  const facts = (await announced(town, type)).at(-1);
  for (const handler of bookingsHandlers(new URL("http://localhost:3000"))[type] ?? []) {
    await handler({ ...town, now }, facts);
    await handler({ ...town, now }, facts);
  }
}

test("a closing writes one message to each guardian who lost bookings, with the days and the reason", async () => {
  const home = await family({
    lastName: "Perdue",
    guardians: ["Claire", "Marc"],
    children: ["Lina", "Hugo"],
  });
  const other = await family({ lastName: "Voisine", children: ["Maxence"] });
  const spared = await family({ lastName: "Epargnee" });
  await send("book", home, ["2026-11-12", "2026-11-13", "2026-11-16"]);
  await send("book", other, ["2026-11-13"]);
  await send("book", spared, ["2026-11-16"]);
  await close("2026-11-12", "2026-11-13", "Grève du personnel");
  await handleLast("bookings.closed");
  const [toClaire, toMarc, toOther, ...more] = await lettersTo(
    town,
    "claire.perdue@exemple.fr",
    "marc.perdue@exemple.fr",
    "claire.voisine@exemple.fr",
    "claire.epargnee@exemple.fr",
  );
  expect(more).toEqual([]);
  expect(toClaire?.subject).toBe("Des jours ferment : 4\u00a0repas annulés");
  expect(toClaire?.text).toBe(`Bonjour Claire Perdue,

Ces jours sont maintenant fermés. Les réservations que vous aviez sont annulées :

Fermé : Grève du personnel
- Hugo, repas du jeudi 12 novembre
- Hugo, repas du vendredi 13 novembre
- Lina, repas du jeudi 12 novembre
- Lina, repas du vendredi 13 novembre

Vos réservations des autres jours ne changent pas.

Voir le planning :
https://espace.exemple.fr/planning?mois=2026-11

-- 
Communauté de communes Ponthieu-Marquenterre
Une question ? Appelez le 03 22 27 00 00.
`);
  expect(toMarc?.subject).toBe(toClaire?.subject);
  expect(toOther?.subject).toBe("Fermé vendredi 13 novembre : 1\u00a0repas annulé");
  expect(toOther?.text).not.toContain("Lina");
});

test("a second closing of the same day writes a second message", async () => {
  const home = await family({ lastName: "Rejouee" });
  const later = NOW.add({ minutes: 5 });
  await send("book", home, ["2026-11-17"]);
  const closure = await close("2026-11-17", "2026-11-17", "Neige");
  await handleLast("bookings.closed");
  await liftClosing(agentVisit(later), closure);
  await send("book", home, ["2026-11-17"], later);
  await close("2026-11-17", "2026-11-17", "Panne de chauffage", NOW.add({ minutes: 10 }));
  await handleLast("bookings.closed");
  const letters = await lettersTo(town, "claire.rejouee@exemple.fr");
  expect(letters.map(({ text }) => /Fermé : .*/.exec(text)?.[0])).toEqual([
    "Fermé : Neige",
    "Fermé : Panne de chauffage",
  ]);
});

test("when days open again, families who lost a booking read until when they can book, or whom to call", async () => {
  const home = await family({ lastName: "Retour", children: ["Lina"] });
  const gone = await family({ lastName: "Partie" });
  const eater = await family({ lastName: "Jamais" });
  await send("book", home, ["2026-11-24", "2026-11-26"]);
  await send("book", gone, ["2026-11-24"]);
  const closure = await close("2026-11-24", "2026-11-26", "Travaux");
  await town.database.write((writes) =>
    writes.run("test_leave", "update enrolment set last_day = '2026-11-20' where household_id = $1", [
      gone.id,
    ]),
  );
  // Monday 23 November, 15 h: the meal of Tuesday is closed since noon, that of Thursday is not.
  const monday = Temporal.Instant.from("2026-11-23T14:00:00Z");
  await liftClosing(agentVisit(monday), closure);
  await handleLast("bookings.reopened", monday);
  const letters = await lettersTo(
    town,
    "claire.retour@exemple.fr",
    "claire.partie@exemple.fr",
    "claire.jamais@exemple.fr",
  );
  expect(eater.children).toHaveLength(1);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toBe("De nouveau ouverts : 2\u00a0jours");
  expect(letters[0]?.text).toContain(
    "- Lina, repas du mardi 24 novembre : n’est plus réservable depuis le lundi 23 novembre à 12\u00a0h, appelez-nous",
  );
  expect(letters[0]?.text).toContain(
    "- Lina, repas du jeudi 26 novembre : réservable jusqu’au mercredi 25 novembre à 12\u00a0h",
  );
  expect(letters[0]?.text).toContain("https://espace.exemple.fr/planning?mois=2026-11");
});

test("nobody is told to book again what is booked again, or what is over", async () => {
  const again = await family({ lastName: "Dejarevenue" });
  await send("book", again, ["2026-12-03"]);
  const closure = await close("2026-12-03", "2026-12-03", "Travaux");
  const later = NOW.add({ minutes: 5 });
  await liftClosing(agentVisit(later), closure);
  await send("book", again, ["2026-12-03"], later);
  await handleLast("bookings.reopened", later);
  expect(await lettersTo(town, "claire.dejarevenue@exemple.fr")).toEqual([]);

  const late = await family({ lastName: "Troptard" });
  await send("book", late, ["2026-12-04"]);
  const second = await close("2026-12-04", "2026-12-04", "Travaux");
  await liftClosing(agentVisit(later), second);
  await handleLast("bookings.reopened", Temporal.Instant.from("2026-12-05T08:00:00Z"));
  expect(await lettersTo(town, "claire.troptard@exemple.fr")).toEqual([]);
});
