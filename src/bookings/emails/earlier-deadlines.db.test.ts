import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../test/builders/actors.ts";
import type { Canteen } from "../../../test/builders/canteen.ts";
import { buildHousehold } from "../../../test/builders/household.ts";
import { announced, lettersTo } from "../../../test/builders/letters.ts";
import { SLOT_TOWN_NOW as NOW, slotTown } from "../../../test/builders/slot-town.ts";
import { liftMove } from "../moving/lift-move.ts";
import { moveDeadline, previewMove } from "../moving/move-deadline.ts";
import type { NewMove } from "../moving/move-queries.ts";
import { MOVE } from "../moving/policy.ts";
import { bookingsHandlers } from "./handlers.ts";

const EVENT = "bookings.deadlinesEarlier";

let town: TestDatabase;
let rue: Canteen;
let quend: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  const slots = await slotTown(town);
  rue = await slots.canteen();
  quend = await slots.canteen({ name: "Quend" });
}, 60_000);
afterAll(() => town.close());

const family = (settings: Parameters<typeof buildHousehold>[1]) =>
  town.database.write((writes) => buildHousehold(writes, { enrolledIn: [rue], ...settings }));

/** One minute after the other: of two moves the last written wins. */
let now = NOW;
const visit = () => ({ ...town, actor: agentWith([MOVE]), now, address: "192.0.2.7" });

/** The cut-off of Thursday 19 and Friday 20 November 2026: of itself the days before at 12 h. */
const move = (closesAt: string, changes: Partial<NewMove> = {}): NewMove => ({
  activityId: rue.activityId,
  unitId: null,
  acts: ["book", "cancel", "change"],
  firstDay: Temporal.PlainDate.from("2026-11-19"),
  lastDay: Temporal.PlainDate.from("2026-11-20"),
  closesAt: Temporal.Instant.from(closesAt),
  because: "le traiteur est fermé dès jeudi",
  ...changes,
});

async function moved(asked: NewMove) {
  now = now.add({ minutes: 1 });
  const preview = await previewMove(visit(), asked);
  const done = await moveDeadline(visit(), asked);
  if (!preview.ok || !done.ok) throw new Error("Not moved");
  return { moveId: done.value.moveId, toTell: preview.value.toTell };
}

/** Handles every event that was announced, twice: as the queue may. */
async function handle() {
  const events = await announced(town, EVENT);
  for (const facts of events) {
    for (const handler of bookingsHandlers(new URL("http://localhost:3000"))[EVENT] ?? []) {
      await handler({ ...town, now: NOW }, facts);
      await handler({ ...town, now: NOW }, facts);
    }
  }
  return events.length;
}

test("days that close earlier are told once to each guardian of a child enrolled then; later ones to nobody", async () => {
  await family({
    lastName: "Avance",
    guardians: ["Claire", "Marc"],
    children: ["Lina", "Hugo"],
  });
  const gone = await family({ lastName: "Partie" });
  const half = await family({ lastName: "Moitie" });
  const withheld = await family({ lastName: "Retire" });
  await family({ lastName: "Ailleurs", enrolledIn: [quend] });
  await town.database.write(async (writes) => {
    const last = "update enrolment set last_day = $2 where household_id = $1";
    await writes.run("test_leave", last, [gone.id, "2026-11-18"]);
    await writes.run("test_leave", last, [half.id, "2026-11-19"]);
    await writes.run(
      "test_withhold",
      `insert into withheld_authority (guardian_id, participant_id, by_label, at)
       select unnest($1::uuid[]), unnest($2::uuid[]), 'Test', now()`,
      [withheld.guardians.map(({ id }) => id), withheld.children.map(({ id }) => id)],
    );
  });

  const later = await moved(move("2026-11-19T13:00:00Z", { because: "livraison tardive" }));
  expect(later.toTell).toBe(0);
  expect(await handle()).toBe(0);

  const { toTell } = await moved(move("2026-11-11T09:00:00Z"));
  // Avance, Moitie and Retire: its only guardian may not act for the child, and is not written to.
  expect(toTell).toBe(3);
  expect(await handle()).toBe(1);
  const at = (name: string) => `${name}@exemple.fr`;
  const [toClaire, toMarc, toHalf, ...more] = await lettersTo(
    town,
    ...[
      "claire.avance",
      "marc.avance",
      "claire.moitie",
      "claire.partie",
      "claire.retire",
      "claire.ailleurs",
    ].map(at),
  );
  expect(more).toEqual([]);
  expect(toClaire?.subject).toBe(
    "Délai avancé : Restauration scolaire – Rue, du jeudi 19 au vendredi 20 novembre",
  );
  expect(toClaire?.text).toBe(`Bonjour Claire Avance,

Restauration scolaire – Rue : pour ces jours, le délai est maintenant plus tôt que celui que vous lisiez au planning.

Pourquoi : le traiteur est fermé dès jeudi.

Modifiable jusqu’au mercredi 11 novembre à 10\u00a0h
- jeudi 19 novembre, repas
- vendredi 20 novembre, repas

Ce que vous avez réservé ne change pas.

Voir le planning :
https://espace.exemple.fr/planning?mois=2026-11

-- 
Communauté de communes Ponthieu-Marquenterre
Une question ? Appelez le 03 22 27 00 00.
`);
  expect(toMarc?.subject).toBe(toClaire?.subject);
  expect(toHalf?.text).not.toContain("vendredi 20");
});

test("to lift what gave more time is to close earlier: it is told; to lift what gave less is not", async () => {
  await family({ lastName: "Retabli", enrolledIn: [quend] });
  const count = async () => (await announced(town, EVENT)).length;
  const before = await count();
  const days = { activityId: quend.activityId };
  const sooner = await moved(move("2026-11-11T09:00:00Z", { ...days, acts: ["book"] }));
  expect(await count()).toBe(before + 1);
  await liftMove(visit(), sooner.moveId);
  expect(await count()).toBe(before + 1);
  const later = await moved(move("2026-11-19T13:00:00Z", { ...days, because: "livraison tardive" }));
  expect(await count()).toBe(before + 1);
  await liftMove(visit(), later.moveId);
  expect(await count()).toBe(before + 2);
  await handle();
  // That of the first move was lifted before anybody was told.
  const [letter, ...more] = await lettersTo(town, "claire.retabli@exemple.fr");
  expect(more).toEqual([]);
  expect(letter?.text).toContain(
    "le délai avait été déplacé (livraison tardive), celui d’avant vaut de nouveau",
  );
  expect(letter?.text).toContain(
    "Modifiable jusqu’au mercredi 18 novembre à 12\u00a0h\n- jeudi 19 novembre, repas\n",
  );
});
