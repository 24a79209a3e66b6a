import { afterAll, beforeAll, expect, test } from "vitest";

import { everyoneOf } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { centreTown, later, lineOf } from "../../../test/builders/centre-town.ts";
import { carePlaces, contractsOf } from "./contract-queries.ts";
import {
  endContract,
  previewContract,
  previewEnd,
  signContract,
  type Agreement,
  type ContractPreview,
} from "./sign-contract.ts";

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

const agent = agentWith(["bookings.write"]);
const day = (text: string) => Temporal.PlainDate.from(text);
const visit = (actor = agent) => ({
  actor,
  authority: town.authority,
  database: town.database,
  now: later(0),
  address: "192.0.2.1",
});
const MORNING = { from: 480, to: 540 };
const said = ({ days }: Pick<ContractPreview, "days">) =>
  days.map(({ date, outcome, full }) =>
    [date.day, outcome, ...full.map(({ from, to }) => `${from}-${to}`)].join(" "),
  );

async function nursery() {
  const centre = await at.centre({
    units: [{ name: "Accueil", from: 480, to: 600, hourStep: 30 }],
    shares: [480, 510, 540, 570].map((from) => ({ from, to: from + 30, places: 1 })),
  });
  const [home, other] = [await at.family(centre), await at.family(centre, { lastName: "Autre" })];
  const places = await town.database.read((reads) =>
    carePlaces(reads, everyoneOf([home.id]), day("2026-11-02")),
  );
  const [place] = places;
  if (place === undefined) throw new Error("No place to contract for");
  expect(place.hours).toEqual({ from: 480, to: 600, step: 30 });
  const wanted = (
    firstDay: string,
    weekdays: readonly number[],
    replaces: Id<"contract"> | null = null,
    hours = MORNING,
  ) => ({
    householdId: home.id,
    enrolmentId: place.enrolmentId,
    unitId: place.unitId,
    terms: {
      firstDay: day(firstDay),
      lastDay: day("2026-11-27"),
      week: weekdays.map((weekday) => ({ weekday, ...hours })),
      adapting: null,
    },
    replaces,
  });
  return { centre, home, other, wanted };
}

async function preview(wanted: Parameters<typeof previewContract>[1]): Promise<ContractPreview> {
  const result = await previewContract(visit(), wanted);
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`);
  return result.value;
}

async function sign(wanted: Parameters<typeof previewContract>[1], full: Agreement["full"]) {
  const { seen } = await preview(wanted);
  const key = newId<"submission">();
  return { key, seen, result: await signContract(visit(), wanted, { key, seen, full }) };
}

test("is previewed without a trace, signed once, and full half-hours are the agent's choice", async () => {
  const { centre, home, other, wanted } = await nursery();
  const tuesday = centre.slotOf("Accueil", "2026-11-17");
  await at.send(other, [lineOf("book", other, tuesday, { hours: { from: 510, to: 600 } })]);
  const contract = wanted("2026-11-16", [1, 2, 4]);
  expect(said(await preview(contract))).toEqual(["16 booked", "17 full 510-600", "19 booked"]);
  expect(await at.slots(centre)).toEqual(["Accueil 2026-11-17 1/100"]);

  const unsaid = await sign(contract, null);
  expect(unsaid.result).toMatchObject({ ok: false, refusal: { code: "look-again" } });
  const stale = await signContract(visit(), contract, { key: newId(), seen: "autre", full: "leave" });
  expect(stale).toMatchObject({ ok: false, refusal: { code: "look-again" } });
  expect(await at.slots(centre)).toEqual(["Accueil 2026-11-17 1/100"]);

  const unfounded = await sign(contract, { over: " " });
  expect(unfounded.result).toMatchObject({ ok: false, refusal: { code: "no-reason" } });
  const { key, seen, result } = await sign(contract, { over: "Fratrie." });
  expect(result.ok).toBe(true);
  const again = await signContract(visit(), contract, { key, seen, full: { over: "Fratrie." } });
  expect(again).toEqual({ ok: true, value: [] });
  expect(await at.shared(centre)).toEqual([
    "2026-11-16 480-510 0 1/1",
    "2026-11-16 510-540 0 1/1",
    "2026-11-17 480-510 0 1/1",
    "2026-11-17 510-540 0 2/2",
    "2026-11-17 540-570 0 1/1",
    "2026-11-17 570-600 0 1/1",
    "2026-11-19 480-510 0 1/1",
    "2026-11-19 510-540 0 1/1",
  ]);
  const contracts = await town.database.read((reads) => contractsOf(reads, everyoneOf([home.id])));
  expect(contracts).toMatchObject([{ bookedMinutes: 180, by: "Paul Martin", endedBy: null }]);
  const second = await previewContract(visit(), wanted("2026-11-18", [3]));
  expect(second).toMatchObject({ ok: false, refusal: { code: "overlaps" } });
});

test("changes from a day on and ends, and what the family gave back or booked besides is left alone", async () => {
  const { centre, home, wanted } = await nursery();
  const slot = (date: string) => centre.slotOf("Accueil", date);
  const { key } = await sign(wanted("2026-11-16", [1, 2, 4, 5]), "leave");
  await at.send(home, [
    lineOf("cancel", home, slot("2026-11-19")),
    lineOf("book", home, slot("2026-11-18"), { hours: { from: 570, to: 600 } }),
  ]);
  const [first] = await town.database.read((reads) => contractsOf(reads, everyoneOf([home.id])));
  expect(first?.contractId).toBe(key);
  if (first === undefined) return;

  const change = wanted("2026-11-17", [2, 4], first.contractId, { from: 480, to: 600 });
  expect(said(await preview(change))).toEqual(["17 changed", "19 given-back", "20 cancelled"]);
  const changed = await sign(change, null);
  expect(changed.result.ok).toBe(true);
  const [now, before] = await town.database.read((reads) => contractsOf(reads, everyoneOf([home.id])));
  expect(before?.terms.lastDay.toString()).toBe("2026-11-16");
  expect(await at.slots(centre)).toEqual([
    "Accueil 2026-11-16 1/100",
    "Accueil 2026-11-17 1/100",
    "Accueil 2026-11-18 1/100",
  ]);
  if (now === undefined) return;

  const end = { householdId: home.id, contractId: now.contractId, from: day("2026-11-17") };
  const ending = await previewEnd(visit(), end);
  if (!ending.ok) throw new Error(ending.refusal.code);
  expect(said(ending.value)).toEqual(["17 cancelled"]);
  const agreement = { key: newId<"submission">(), seen: ending.value.seen };
  expect((await endContract(visit(), end, agreement)).ok).toBe(true);
  expect(await endContract(visit(), end, agreement)).toEqual({ ok: true, value: [] });
  const later = { ...end, from: day("2026-11-18") };
  expect(await endContract(visit(), later, agreement)).toMatchObject({
    ok: false,
    refusal: { code: "after-the-end" },
  });
  expect(await at.slots(centre)).toEqual(["Accueil 2026-11-16 1/100", "Accueil 2026-11-18 1/100"]);
  expect(
    (await town.database.read((reads) => contractsOf(reads, everyoneOf([home.id])))).map(
      ({ terms }) => `${terms.firstDay.toString()} ${terms.lastDay.toString()}`,
    ),
  ).toEqual(["2026-11-17 2026-11-16", "2026-11-16 2026-11-16"]);
});

test("a day that an agent cancelled for the family stays cancelled", async () => {
  const { centre, home, wanted } = await nursery();
  await sign(wanted("2026-11-16", [1, 2, 4]), null);
  const thursday = lineOf("cancel", home, centre.slotOf("Accueil", "2026-11-19"));
  const cancelled = await at.sendAs(agent, [thursday], undefined, {
    householdId: home.id,
    reason: "Malade, dit au téléphone",
  });
  expect(cancelled).toEqual(["cancelled"]);
  const [first] = await town.database.read((reads) => contractsOf(reads, everyoneOf([home.id])));
  const change = wanted("2026-11-17", [2, 4], first?.contractId, { from: 480, to: 600 });
  expect(said(await preview(change))).toEqual(["17 changed", "19 given-back"]);
});

test("is refused where it does not fit, and to who may not", async () => {
  const { other, wanted } = await nursery();
  const good = wanted("2026-11-16", [1]);
  const { terms } = good;
  const table: [object, string, typeof agent?][] = [
    [{ terms: { ...terms, firstDay: day("2026-11-01") } }, "past"],
    [{ terms: { ...terms, lastDay: day("2026-11-15") } }, "backwards"],
    [{ terms: { ...terms, lastDay: day("2027-07-03") } }, "outside-enrolment"],
    [{ terms: { ...terms, week: [] } }, "empty-week"],
    [{ terms: { ...terms, week: [{ weekday: 1, from: 490, to: 540 }] } }, "bad-hours"],
    [{ terms: { ...terms, adapting: { until: day("2026-11-15"), week: terms.week } } }, "adapting-outside"],
    [{ terms: { ...terms, adapting: { until: day("2026-11-20"), week: [] } } }, "empty-week"],
    [{ replaces: newId<"contract">() }, "unknown"],
    [{ householdId: other.id }, "unknown"],
    [{}, "unknown", agentWith(["bookings.write"], [newId<"site">()])],
    [{}, "unknown", agentWith(["families.read"])],
  ];
  for (const [more, code, actor] of table) {
    const result = await previewContract(visit(actor), { ...good, ...more });
    expect(result.ok ? "ok" : result.refusal.code).toBe(code);
  }
});
