import { afterAll, beforeAll, expect, test } from "vitest";

import { everyoneOf } from "#identity";
import { parseId, type Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../test/builders/actors.ts";
import { newId } from "../../../../test/builders/canteen.ts";
import { centreTown, later } from "../../../../test/builders/centre-town.ts";
import { lettersTo } from "../../../../test/builders/letters.ts";
import { carePlaces } from "../../contracts/contract-queries.ts";
import { endContract, previewContract, previewEnd, signContract } from "../../contracts/sign-contract.ts";
import { bookingsHandlers } from "../handlers.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

const visit = (minutes: number) => ({
  actor: agentWith(["bookings.write"]),
  authority: town.authority,
  database: town.database,
  now: later(minutes),
  address: "192.0.2.1",
});

test("what an agent does of a contract is told as a contract, not as thirty places with a reason", async () => {
  const centre = await at.centre({ units: [{ name: "Accueil", from: 480, to: 600, hourStep: 30 }] });
  const home = await at.family(centre, { lastName: "Creche" });
  const [place] = await town.database.read((reads) =>
    carePlaces(reads, everyoneOf([home.id]), day("2026-11-02")),
  );
  if (place === undefined) throw new Error("No place to contract for");
  const wanted = (firstDay: string, weekdays: readonly number[], replaces: Id<"contract"> | null = null) => ({
    householdId: home.id,
    enrolmentId: place.enrolmentId,
    unitId: place.unitId,
    terms: {
      firstDay: day(firstDay),
      lastDay: day("2026-11-27"),
      week: weekdays.map((weekday) => ({ weekday, from: 480, to: 540 })),
      adapting: null,
    },
    replaces,
  });
  const sign = async (minutes: number, contract: ReturnType<typeof wanted>) => {
    const preview = await previewContract(visit(minutes), contract);
    if (!preview.ok) throw new Error(preview.refusal.code);
    const key = newId<"submission">();
    const agreement = { key, seen: preview.value.seen, full: null };
    expect(await signContract(visit(minutes), contract, agreement)).toMatchObject({ ok: true });
    return key;
  };
  const first = await sign(0, wanted("2026-11-16", [1, 2, 4]));
  const second = await sign(10, wanted("2026-11-17", [1, 2, 4, 5], contractOf(first)));
  const end = { householdId: home.id, contractId: contractOf(second), from: day("2026-11-18") };
  const ending = await previewEnd(visit(20), end);
  if (!ending.ok) throw new Error(ending.refusal.code);
  const last = newId<"submission">();
  await endContract(visit(20), end, { key: last, seen: ending.value.seen });

  for (const handler of bookingsHandlers(new URL("http://localhost:3000"))["bookings.submitted"] ?? [])
    for (const key of [first, second, last]) await handler({ ...town, now: later(30) }, { key });
  const letters = await lettersTo(town, "claire.creche@exemple.fr");
  const told = letters.map(({ subject }) => subject).toSorted((a, b) => a.localeCompare(b, "fr"));
  const name = home.children[0]?.firstName ?? "";
  expect(told).toEqual([
    `Contrat d’accueil de ${name} changé, du 17 novembre au 27 novembre 2026`,
    `Contrat d’accueil de ${name}, du 16 novembre au 27 novembre 2026`,
    `Fin du contrat d’accueil de ${name}`,
  ]);
  const texts = letters.map(({ text }) => text).join("\n");
  expect(texts).toContain("lundi, mardi et jeudi de 8\u00a0h à 9\u00a0h : 3\u00a0h par semaine.");
  expect(texts).toContain("Le contrat s’arrête : son dernier jour est le mardi 17 novembre 2026.");
  expect(texts).not.toContain("Le motif est écrit");
});

/** A contract is kept under the key of the form that signed it. */
function contractOf(key: string): Id<"contract"> {
  const id = parseId<"contract">(key);
  if (id === undefined) throw new Error(`${key} is no id`);
  return id;
}
