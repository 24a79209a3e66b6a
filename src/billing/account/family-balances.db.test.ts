import { afterAll, beforeAll, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { issuedMonth } from "../../../test/billing/issued-month.ts";
import { guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { familyBalances } from "./family-balances.ts";
import { accountReach } from "./reach.ts";
import { readAccounts } from "./read-accounts.ts";
import { readInvoice } from "./read-invoice.ts";

let town: TestDatabase;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire", "Marc"] }));
}, 60_000);
afterAll(() => town.close());

const fact = (day: string, cents: number, who = 0, key = "1") => ({
  householdId: home.id,
  guardianId: home.guardians[who]?.id ?? newId<"guardian">(),
  sourceKey: `booking:${day} ${who} ${key}`,
  day,
  cents,
});
const balances = () => town.database.read((reads) => familyBalances(reads, guardianOf(home).guardian));
/** Documents are issued on 12 November 2026, and one is paid within 30 days unless the rule says otherwise. */
const due = Temporal.PlainDate.from("2026-12-12");

test("each sum of a balance is told with the date of the document that asks it", async () => {
  expect(await balances()).toEqual([]);
  await issuedMonth(town, "2026-09", [fact("2026-09-07", 4000), fact("2026-09-07", 320, 1)]);
  expect(await balances()).toMatchObject([
    { own: true, payer: "Claire Lefebvre", balance: 4000, dues: [{ until: due, cents: 4000 }] },
    { own: false, payer: "Marc Lefebvre", balance: 320, dues: [{ until: due, cents: 320 }] },
  ]);
  await town.database.write((writes) =>
    writes.run(
      "test_rule",
      `insert into billing_rule (valid_from, invoice_series, credit_series, due_days, by_label, at)
       values ('2026-11-12', 'F', 'A', 60, 'Test', now())`,
    ),
  );
  await issuedMonth(town, "2026-10", [fact("2026-10-05", 3000)]);
  expect((await balances())[0]).toMatchObject({
    balance: 7000,
    dues: [
      { until: due, cents: 4000 },
      { until: due.add({ days: 30 }), cents: 3000 },
    ],
  });
  // September is given back whole: what remains is October's, and so is its day.
  await issuedMonth(town, "2026-09", [fact("2026-09-07", 0), fact("2026-09-07", 320, 1)]);
  expect((await balances())[0]).toMatchObject({
    balance: 3000,
    dues: [{ until: due.add({ days: 30 }), cents: 3000 }],
  });
  await issuedMonth(town, "2026-10", []);
  expect((await balances())[0]).toMatchObject({ balance: 0, dues: [] });
});

test("who has no authority over a child of the household is told of his or her own account only", async () => {
  const { guardian } = guardianOf(home);
  const told = await town.database.read((reads) =>
    familyBalances(reads, { ...guardian, withheldIds: [home.children[0]?.id ?? newId<"participant">()] }),
  );
  expect(told.map(({ payer }) => payer)).toEqual(["Claire Lefebvre"]);
});

test("who has left the household still reads what he or she pays there, and nothing of the others", async () => {
  await issuedMonth(town, "2026-11", [fact("2026-11-02", 3160), fact("2026-11-02", 500, 1)]);
  const { guardian } = guardianOf(home);
  const gone = { guardian: { ...guardian, householdIds: [newId<"household">()] } };
  const seen = await town.database.read(async (reads) => {
    const accounts = await readAccounts(reads, accountReach(gone));
    const issued = await reads.rows<{ id: Id<"invoice">; own: boolean }>(
      "test_issued",
      `select id, guardian_id = $1 as own from invoice where month = '2026-11-01' order by guardian_id = $1 desc`,
      [guardian.id],
    );
    return {
      balances: await familyBalances(reads, gone.guardian),
      payers: accounts.map(({ payer, balance }) => ({ payer, balance })),
      invoices: await Promise.all(
        issued.map(async ({ id, own }) => [
          own,
          (await readInvoice(reads, accountReach(gone), id)) !== undefined,
        ]),
      ),
    };
  });
  expect(seen.balances).toMatchObject([{ own: true, payer: "Claire Lefebvre", balance: 3160 }]);
  expect(seen.payers).toEqual([{ payer: "Claire Lefebvre", balance: 3160 }]);
  expect(seen.invoices).toEqual([
    [true, true],
    [false, false],
  ]);
});
