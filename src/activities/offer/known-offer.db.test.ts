import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { buildAccount } from "../../../test/builders/account.ts";
import { buildCanteen } from "../../../test/builders/canteen.ts";
import { liftClosure, recordClosure } from "../closures/closures.ts";
import { knownOffer } from "./known-offer.ts";
import { activityOffer } from "./read-offer.ts";
import { replaceLaterHours } from "./unit-hours.ts";

let place: TestDatabase;
beforeAll(async () => {
  place = await testDatabase();
});
afterAll(() => place.close());

const day = Temporal.PlainDate.from("2026-11-12");
const now = Temporal.Instant.from("2026-11-01T08:00:00Z");

test("what is remembered is what is true after every change, and nothing else is read meanwhile", async () => {
  const accountId = await buildAccount(place.database, { email: "agent@exemple.fr" });
  const { activityId, siteId } = await place.database.write((writes) =>
    buildCanteen(writes, { dates: [day.toString()] }),
  );
  const look = () =>
    place.database.read(async (reads) => {
      const known = await knownOffer(reads);
      const state = known.dayStates(activityId, day.toPlainYearMonth()).find(({ date }) => date.equals(day));
      return { known, label: state?.kind === "closed" ? state.label : state?.kind };
    });
  const before = await look();
  expect((await look()).known).toBe(before.known);

  const closureId = await place.database.write((writes) =>
    recordClosure(writes, {
      siteId,
      firstDay: day,
      lastDay: day,
      message: "Plus d’eau",
      by: { accountId, name: "Agent" },
      now,
    }),
  );
  expect((await look()).label).toBe("Plus d’eau");

  // What is undone is never remembered: the state before the transaction is found again.
  const closed = await look();
  await place.database
    .write(async (writes) => {
      await liftClosure(writes, { closureId, now });
      expect((await knownOffer(writes)).dayStates(activityId, day.toPlainYearMonth())).not.toEqual(
        closed.known.dayStates(activityId, day.toPlainYearMonth()),
      );
      throw new Error("undone");
    })
    .catch(() => undefined);
  expect((await look()).known).toBe(closed.known);

  await place.database.write((writes) => liftClosure(writes, { closureId, now }));
  expect((await look()).label).toBe(before.label);

  // Other hours from a day on are another state of the offer.
  const open = await look();
  await place.database.write(async (writes) => {
    const [offer] = await activityOffer(writes, [activityId]);
    const [unit] = offer?.units ?? [];
    if (unit === undefined) throw new Error("No unit");
    await replaceLaterHours(writes, activityId, [{ ...unit, laterHours: [{ ...unit, validFrom: day }] }]);
  });
  expect((await look()).known).not.toBe(open.known);
});
