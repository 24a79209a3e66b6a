import { afterAll, beforeAll, expect, test } from "vitest";

import { cents } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { issuedMonth } from "../../../test/billing/issued-month.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { postEntry } from "../account/post-entry.ts";
import { tellIssued } from "./tell-issued.ts";

let town: TestDatabase;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire"] }));
}, 60_000);
afterAll(() => town.close());

const at = Temporal.Instant.from("2026-11-12T08:00:00Z");

async function toldOf(month: string, amount: number, more?: number): Promise<string> {
  const payer = { householdId: home.id, guardianId: home.guardians[0]?.id ?? newId<"guardian">() };
  const fact = { ...payer, sourceKey: `booking:${month}`, day: `${month}-07`, cents: amount };
  const other = { ...fact, sourceKey: `booking:${month}-more`, cents: more ?? 0 };
  const run = await issuedMonth(town, month, more === undefined ? [fact] : [fact, other]);
  const { database, authority } = town;
  await tellIssued(new URL("https://espace.exemple.fr"))({ database, authority, now: at }, { run });
  const mails = await database.read((reads) =>
    reads.rows<{ body: string }>(
      "test_mail_of_run",
      `select m.subject || ' | ' || m.body_text as body from invoice i join outbox_message m on m.key = 'billing.issued:' || i.id
       where i.run_id = $1`,
      [run],
    ),
  );
  expect(mails).toHaveLength(1);
  return (mails[0]?.body ?? "").replaceAll(/\s+/g, " ");
}

test("what was in the payer's favour settles the next invoices as they are issued, and the e-mail says what is left", async () => {
  await town.database.write((writes) =>
    postEntry(writes, {
      payer: { householdId: home.id, guardianId: home.guardians[0]?.id ?? newId<"guardian">() },
      kind: "payment",
      cents: cents(5000),
      day: Temporal.PlainDate.from("2026-11-01"),
      sourceId: newId<"payment">(),
      at,
    }),
  );
  expect(await toldOf("2026-08", 4000)).toContain("40,00 €, déjà réglés par ce qui était en votre faveur");
  expect(await toldOf("2026-09", 4000)).toContain("il reste 30,00 € à régler avant le samedi 12 décembre");
  expect(await toldOf("2026-10", 4000)).toContain("40,00 €, à régler avant le samedi 12 décembre");
});

test("a payer who has something to pay and something given back reads both in one letter", async () => {
  expect(await toldOf("2026-05", 4000)).toMatch(/^Votre facture de mai 2026 \|/);
  const told = await toldOf("2026-05", 1000, 500);
  expect(told).toMatch(/^Un complément et un avoir sur votre facture de mai 2026 \|/);
  expect(told).toContain("F-2026-000005 : 5,00 €");
  expect(told).toContain("A-2026-000001 : 30,00 € sont déduits de ce que vous devez.");
  expect(told.match(/\/factures\//g)).toHaveLength(2);
});
