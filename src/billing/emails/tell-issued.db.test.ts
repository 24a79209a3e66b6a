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

async function toldOf(month: string, amount: number): Promise<string> {
  const payer = { householdId: home.id, guardianId: home.guardians[0]?.id ?? newId<"guardian">() };
  const fact = { ...payer, sourceKey: `booking:${month}`, day: `${month}-07`, cents: amount };
  const run = await issuedMonth(town, month, [fact]);
  const { database, authority } = town;
  await tellIssued(new URL("https://espace.exemple.fr"))({ database, authority, now: at }, { run });
  const mail = await database.read((reads) =>
    reads.row<{ body: string }>(
      "test_mail_of_run",
      `select m.body_text as body from invoice i join outbox_message m on m.key = 'billing.issued:' || i.id
       where i.run_id = $1`,
      [run],
    ),
  );
  return (mail?.body ?? "").replaceAll(/\s+/g, " ");
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
