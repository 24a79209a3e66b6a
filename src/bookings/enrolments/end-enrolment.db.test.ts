import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { newId } from "../../../test/builders/canteen.ts";
import { enrolmentTown } from "../../../test/builders/enrolment-town.ts";
import type { Household } from "../../../test/builders/household.ts";
import { endEnrolment } from "./end-enrolment.ts";
import { enrolmentChoices } from "./enrolment-choices.ts";
import { requestEnrolment } from "./request-enrolment.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof enrolmentTown>>;

beforeAll(async () => {
  town = await testDatabase();
  at = await enrolmentTown(town);
}, 60_000);
afterAll(() => town.close());

const day = (text: string) => Temporal.PlainDate.from(text);

describe("an enrolment ends", () => {
  const endFrom = async (home: Household, from: string, now?: string) => {
    const visit = at.visitOf(home);
    const [known] = await town.database.read((reads) =>
      reads.rows<{ id: Id<"enrolment"> }>(
        "test_enrolment_of",
        `select id from enrolment where household_id = $1`,
        [home.id],
      ),
    );
    const enrolmentId = known?.id ?? newId<"enrolment">();
    return endEnrolment(
      { ...visit, ...(now === undefined ? {} : { now: Temporal.Instant.from(now) }) },
      { enrolmentId, reader: "family", from: day(from) },
    );
  };

  test("from a day on, unless something is booked from then on; then it may begin again", async () => {
    await at.rule([]);
    const home = await at.stranger();
    await at.ask(home);
    await at.book(home, "2026-11-12");
    expect(await endFrom(home, "2026-11-12")).toMatchObject({ refusal: { code: "booked-days" } });
    expect(await endFrom(home, "2026-11-01")).toMatchObject({ refusal: { code: "past" } });
    expect((await endFrom(home, "2026-11-13")).ok).toBe(true);
    expect((await endFrom(home, "2026-11-13")).ok).toBe(true);
    expect(await at.book(home, "2026-11-13")).toEqual(["unknown"]);
    const again = await requestEnrolment(
      { ...at.visitOf(home), now: Temporal.Instant.from("2026-11-23T08:00:00Z") },
      at.asked(home),
    );
    expect(again.ok).toBe(true);
    expect((await at.kept(home)).map(({ firstDay }) => firstDay.toString())).toEqual(["2026-11-02"]);
    expect(await at.book(home, "2026-11-27")).toEqual(["booked"]);
  });

  test("before its first day, and leaves no day", async () => {
    await at.rule([]);
    const home = await at.stranger();
    await at.ask(home);
    expect((await endFrom(home, "2026-11-02")).ok).toBe(true);
    const [person] = await town.database.read((reads) =>
      enrolmentChoices(reads, [home.id], null, Temporal.Instant.from("2026-11-02T08:00:00Z")),
    );
    expect(person?.choices.map(({ enrolment, decision }) => [enrolment, decision.kind])).toEqual([
      [null, "possible"],
    ]);
  });

  test("and a form of bookings at the same instant loses or wins whole", async () => {
    await at.rule([]);
    const home = await at.stranger();
    await at.ask(home);
    const [ended, booked] = await Promise.all([endFrom(home, "2026-12-01"), at.book(home, "2026-12-03")]);
    expect([ended.ok, booked[0]]).toEqual(ended.ok ? [true, "unknown"] : [false, "booked"]);
  });

  test("not another family's", async () => {
    await at.rule([]);
    const [home, other] = [await at.stranger(), await at.stranger()];
    await at.ask(home);
    const [known] = await town.database.read((reads) =>
      reads.rows<{ id: Id<"enrolment"> }>(
        "test_enrolment_id",
        `select id from enrolment where household_id = $1`,
        [home.id],
      ),
    );
    const visit = at.visitOf(other);
    const enrolmentId = known?.id ?? newId<"enrolment">();
    expect(
      await endEnrolment(visit, { enrolmentId, reader: "family", from: day("2026-12-01") }),
    ).toMatchObject({
      refusal: { code: "unknown" },
    });
  });
});
