import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed, type OwedCharges } from "#billing";
import type { Id } from "#kernel";
import { explainLine, priceOf, readChargeCase } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { givenPriceRoutes } from "../../src/billing/pages/agent/given-prices/routes.ts";
import { draftRun } from "../../src/billing/run/draft-run.ts";
import { issueRun } from "../../src/billing/run/issue-run.ts";
import { odditiesOfKind } from "../../src/billing/run/read-oddities.ts";
import { leaveOut } from "../../src/billing/run/settle-run.ts";
import { startRun } from "../../src/billing/run/start-run.ts";
import { agentWith } from "../builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../builders/canteen.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { knowIncome } from "../builders/income.ts";
import { htmlOf, sent, visitTo } from "../builders/visit.tsx";
import { attend, priceActivity } from "./family-month.ts";

// A tariff saved with a hole between 600 and 700: two families fall in it, and November is over.
const NOVEMBER = Temporal.PlainYearMonth.from("2026-11");
const OWED: OwedCharges = { ...monthOwed, unpointed: () => Promise.resolve([]) };
const DAYS = ["2026-11-26", "2026-11-27"];

let town: TestDatabase;
let lina: Household;
beforeAll(async () => {
  town = await testDatabase();
  lina = await town.database.write(async (writes) => {
    const canteen = await buildCanteen(writes, { dates: DAYS });
    await priceActivity(writes, canteen.activityId, {
      prices: [
        {
          price: {
            kind: "brackets",
            brackets: [
              { below: 600, price: "2.60" },
              { from: 700, price: "3.90" },
            ],
          },
        },
      ],
    });
    await eats(writes, canteen, 65_000);
    return eats(writes, canteen, 64_000);
  });
}, 60_000);
afterAll(() => town.close());

async function eats(writes: Parameters<typeof attend>[0], canteen: Canteen, qf: number) {
  const home = await buildHousehold(writes, { children: ["Lina"], enrolledIn: [canteen] });
  await knowIncome(writes, home, { qf, from: "2026-01-01" });
  const noted = { state: "present" } as const;
  await attend(
    writes,
    canteen.slots.map(({ id }) => ({ home, child: 0, slot: id, noted })),
  );
  return home;
}

const visit = (rights = ["billing.read", "billing.write"]) => ({
  ...visitTo(town),
  now: Temporal.Instant.from("2026-12-01T09:00:00Z"),
  actor: agentWith(rights),
});

async function drafted(id: Id<"run">): Promise<Id<"run">> {
  await draftRun(town.database, OWED, { run: id, now: visit().now });
  return id;
}
async function prepare(): Promise<Id<"run">> {
  const started = await startRun(visit(), OWED, { id: newId<"run">(), month: NOVEMBER });
  if (!started.ok) throw new Error(started.refusal.code);
  return drafted(started.value);
}
const odd = (run: Id<"run">, kind: "unpriced" | "given") =>
  town.database.read((reads) => odditiesOfKind(reads, run, kind, 100));

function ask(method: "GET" | "POST", run: Id<"run">, fields: object, rights?: readonly string[]) {
  const found = givenPriceRoutes(OWED).find((one) => one.method === method);
  if (found === undefined) throw new Error("no route");
  const body = method === "GET" ? { query: fields } : { body: fields };
  return found.handle(visit(rights && [...rights]), sent({ params: { run }, ...body }));
}
const text = async (answer: ReturnType<typeof ask>) =>
  htmlOf(await answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
const totals = () =>
  town.database.read((reads) =>
    reads.rows<{ kind: string; cents: number }>(
      "test_given_documents",
      "select kind, total_cents as cents from invoice order by kind desc, total_cents",
    ),
  );

test("lines that an issued month left out get a price: confirmed, counted once, told, kept by later runs", async () => {
  const first = await prepare();
  const left = (await odd(first, "unpriced")).map(({ id }) => id);
  expect(left).toHaveLength(2);
  await leaveOut(visit(), first, { oddities: left, reason: "Tranche oubliée" });
  expect(await issueRun(visit(), OWED, first)).toMatchObject({ ok: true, value: { documents: 0 } });

  const run = await prepare();
  const lines = await odd(run, "unpriced");
  const anomalie = lines.find(({ householdId }) => householdId === lina.id)?.id ?? "";
  const form = htmlOf(await ask("GET", run, { anomalie }));
  // Both lines of the unit are shown; only the one of the same quotient is ticked.
  expect(form.match(/name="ligne"/g)).toHaveLength(2);
  expect(form.match(/ checked/g)).toHaveLength(1);
  const fields = {
    cle: newId<"run">(),
    anomalie,
    ligne: lines.map(({ id }) => id),
    prix: "3,20",
    raison: "Tranche oubliée.",
  };
  const told = await text(ask("POST", run, fields));
  expect(told).toContain("4 jours à 3,20 €, soit 12,80 € en tout.");
  expect(told).toContain("parce que le tarif n’en dit pas : Tranche oubliée.");
  expect(await odd(run, "unpriced")).toHaveLength(2);

  for (let sending = 0; sending < 2; sending += 1)
    expect(await ask("POST", run, { ...fields, confirme: "1" })).toMatchObject({ kind: "redirect" });
  const again = await drafted(fields.cle);
  expect(await odd(again, "unpriced")).toEqual([]);
  expect((await odd(again, "given")).map(({ facts, days }) => [facts.kind, days.length])).toEqual([
    ["given", 2],
    ["given", 2],
  ]);
  expect(await issueRun(visit(), OWED, again)).toMatchObject({ ok: true });
  expect(await totals()).toEqual([
    { kind: "invoice", cents: 640 },
    { kind: "invoice", cents: 640 },
  ]);

  // The month prepared again owes nothing more; another price for one family is a credit note.
  const third = await prepare();
  const mine = (await odd(third, "given")).find(({ householdId }) => householdId === lina.id);
  const changed = { ...fields, cle: newId<"run">(), anomalie: mine?.id, ligne: [mine?.id], prix: "2,60" };
  expect(await ask("POST", third, { ...changed, confirme: "1" })).toMatchObject({ kind: "redirect" });
  expect(await issueRun(visit(), OWED, await drafted(changed.cle))).toMatchObject({ ok: true });
  expect(await totals()).toEqual([
    { kind: "invoice", cents: 640 },
    { kind: "invoice", cents: 640 },
    { kind: "credit_note", cents: -120 },
  ]);
});

test("a charge keeps who gave its price and why; what it keeps gives the same cents again", async () => {
  const charges = await town.database.read((reads) =>
    reads.rows<{ owed: number; facts: { why: Parameters<typeof explainLine>[0]["facts"]; priced: unknown } }>(
      "test_given_charges",
      "select owed_cents as owed, facts from charge where facts ? 'hole' order by owed_cents",
    ),
  );
  expect(charges.map(({ owed }) => owed)).toEqual([260, 260, 320, 320, 320, 320]);
  for (const { owed, facts } of charges) {
    const read = readChargeCase(facts.priced);
    if (!read.ok) throw new Error(read.at);
    const price = priceOf(read.value.facts, { kind: "hole", code: "noTariff" });
    expect(price).toMatchObject({ kind: "price", total: owed, lines: [{ facts: facts.why }] });
    const [sentence] = price.kind === "price" ? price.lines.flatMap((line) => explainLine(line)) : [];
    expect(sentence).toMatch(
      /^Prix fixé par .+ le mardi 1er décembre 2026, parce que le tarif n’en dit pas : Tranche oubliée\.$/,
    );
  }
});

test("a price holds for its cause only: with another quotient the line is asked again", async () => {
  await town.database.write((writes) => knowIncome(writes, lina, { qf: 66_000, from: "2026-11-01" }));
  const run = await prepare();
  expect((await odd(run, "unpriced")).map(({ householdId }) => householdId)).toEqual([lina.id]);
  const [line] = await odd(run, "unpriced");
  const fields = { cle: newId<"run">(), anomalie: line?.id, ligne: [line?.id], prix: "3", raison: "Vu." };
  for (const [change, message] of [
    [{ prix: "trois" }, "Écrivez un montant en euros"],
    [{ prix: "10000" }, "au plus 9"],
    [{ raison: " " }, "Écrivez la raison"],
    [{ ligne: [] }, "Cochez au moins une ligne"],
  ] as const) {
    const refused = await ask("POST", run, { ...fields, ...change });
    expect(refused).toMatchObject({ kind: "page", status: 422 });
    expect(htmlOf(refused)).toContain(message);
  }
  const other = { ...fields, anomalie: newId(), ligne: [newId()], confirme: "1" };
  expect(JSON.stringify(await ask("POST", run, other))).toContain(
    "Ces lignes ne sont plus dans ce brouillon",
  );
  expect(await ask("POST", run, fields, ["billing.read"])).toMatchObject({ kind: "not-found" });
  expect(await ask("POST", run, { ...fields, confirme: "1" })).toMatchObject({ kind: "redirect" });
  const late = { ...fields, cle: newId(), confirme: "1" };
  expect(JSON.stringify(await ask("POST", run, late))).toContain("Ce brouillon a été refait");
});
