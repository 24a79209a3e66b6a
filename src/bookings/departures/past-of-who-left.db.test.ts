import { afterAll, beforeAll, expect, test } from "vitest";

import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../test/builders/visit.tsx";
import { feedBookings } from "../calendar-feed/feed-bookings.ts";
import { bookingsFamilyRoutes } from "../pages/family/routes.ts";
import { submitBookings } from "../submit/submit-bookings.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
}, 60_000);
afterAll(() => town.close());

type Home = Awaited<ReturnType<typeof at.family>>;
const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");

/** A child of a household leaves it; what is booked is kept. */
const leaves = (home: Home, child: Id<"participant">) =>
  town.database.write((writes) =>
    writes.run(
      "test_leaves",
      `update household_participant set left_on = '2026-11-02', left_by_label = 'Hélène'
       where household_id = $1 and participant_id = $2`,
      [home.id, child],
    ),
  );

/** The same adult as `loadActor` knows him or her once the child has left, or once authority is withheld. */
function without(home: Home, child: Id<"participant">, why: "left" | "withheld"): SignedIn {
  const actor = guardianOf(home);
  const leftIds = why === "left" ? [child] : [];
  return { ...actor, guardian: { ...actor.guardian, withheldIds: [child], leftIds } };
}

/** A household that has booked two days for its child Lina by the planning, and the address of its receipt. */
async function booked() {
  const home = await at.family({ children: ["Lina"] });
  const child = home.children[0]?.id ?? newId<"participant">();
  const claire = guardianOf(home);
  const visit = at.visit(claire);
  const body = bodyOf(formOf(await at.planning(visit)), "lundi 16 novembre", "mardi 17 novembre");
  const verify = htmlOf(await at.ask("POST", "/planning/verifier", visit, { body }));
  const address = await at.save(visit, formOf(verify).fields);
  return { home, child, claire, address };
}

test("a child who left: the household still reads its receipts and its history, and books nothing more", async () => {
  const { home, child, claire, address } = await booked();
  await leaves(home, child);
  const actor = { ...without(home, child, "left"), accountId: claire.accountId };
  const mother = at.visit(actor);
  expect(await at.receipt(mother, address)).toContain("Lundi 16 novembre");
  const history = wordsOf(htmlOf(await at.ask("GET", "/historique", mother)));
  expect(history).toContain("Réservé Lina, repas du lundi 16 novembre");

  expect(wordsOf(await at.planning(mother))).not.toContain("Lina");
  const result = await submitBookings(
    { ...town, actor, now: NOW },
    {
      key: newId<"submission">(),
      lines: [
        { act: "book", participantId: child, slotId: at.rue.slotOn("2026-11-19") },
        { act: "cancel", participantId: child, slotId: at.rue.slotOn("2026-11-16") },
      ],
    },
  );
  expect(result.ok ? result.value.lines.map(({ outcome }) => outcome) : result.refusal.code).not.toContain(
    "booked",
  );
  expect(await at.bookedDays(home)).toEqual(["Lina 2026-11-16", "Lina 2026-11-17"]);
});

test("what another household does for the child since is not told", async () => {
  const { home, child, claire } = await booked();
  const father = await at.family({ lastName: "Bernard", children: [], sharedChildren: home.children });
  await leaves(home, child);
  const lines = [{ act: "book" as const, participantId: child, slotId: at.rue.slotOn("2026-11-26") }];
  const key = newId<"submission">();
  const sent = await submitBookings(
    { ...town, actor: guardianOf({ ...father, children: home.children }), now: NOW },
    { key, lines },
  );
  expect(sent.ok && sent.value.lines[0]?.outcome).toBe("booked");
  const mother = at.visit({ ...without(home, child, "left"), accountId: claire.accountId });
  const history = wordsOf(htmlOf(await at.ask("GET", "/historique", mother)));
  expect(history).toContain("lundi 16 novembre");
  expect(history).not.toContain("26 novembre");
  expect(await at.ask("GET", "/recus/:key", mother, { params: { key } })).toMatchObject({
    kind: "not-found",
  });
});

test("a child whose authority is withheld stays out of the past as well", async () => {
  const { home, child, claire, address } = await booked();
  const visit = at.visit({ ...without(home, child, "withheld"), accountId: claire.accountId });
  expect(wordsOf(htmlOf(await at.ask("GET", "/historique", visit)))).not.toContain("Lina");
  const key = address.replace("/recus/", "");
  expect(await at.ask("GET", "/recus/:key", visit, { params: { key } })).toMatchObject({ kind: "not-found" });
});

test("the calendar feed keeps the days that were kept", async () => {
  const { home, child, claire } = await booked();
  const days = async () =>
    (await town.database.read((reads) => feedBookings(reads, claire.guardian.id, NOW))).map(({ date }) =>
      date.toString(),
    );
  expect(await days()).toEqual(["2026-11-16", "2026-11-17"]);
  await leaves(home, child);
  expect(await days()).toEqual(["2026-11-16", "2026-11-17"]);
});
