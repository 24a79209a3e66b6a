import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import { issuedMonth } from "../../../test/billing/issued-month.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold } from "../../../test/builders/household.ts";
import { tellAnswered } from "./tell-answered.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

test("the answer to a dispute names its line, and promises nothing that the rules may leave due", async () => {
  const home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire"] }));
  const guardianId = home.guardians[0]?.id ?? newId<"guardian">();
  const fact = { householdId: home.id, guardianId, sourceKey: "booking:1", day: "2026-10-05", cents: 320 };
  await issuedMonth(town, "2026-10", [fact]);
  const dispute = newId<"dispute">();
  await town.database.write((writes) =>
    writes.run(
      "test_answered_dispute",
      `insert into line_dispute (id, charge_id, invoice_id, account_id, guardian_id, by_label, reason, at, outcome,
                                 answer, answered_by, answered_at)
       select $1, c.id, l.invoice_id, gen_random_uuid(), $2, 'Claire Lefebvre', 'Lina était malade', now(),
              'accepted', 'Nous corrigeons.', 'Nadia Roussel', now()
       from charge c join invoice_line l on l.charge_id = c.id`,
      [dispute, guardianId],
    ),
  );
  const { database, authority } = town;
  const now = Temporal.Instant.from("2026-11-12T08:00:00Z");
  await tellAnswered(new URL("https://espace.exemple.fr"))({ database, authority, now }, { dispute });
  const mail = await database.read((reads) =>
    reads.row<{ subject: string; body: string }>(
      "test_mail_of_dispute",
      "select subject, body_text as body from outbox_message where key = 'billing.disputeAnswered:' || $1",
      [dispute],
    ),
  );
  expect(mail?.subject.replaceAll(/\s+/g, " ")).toBe("Réponse à votre contestation : lundi 5 octobre 2026");
  expect(mail?.body.replaceAll(/\s+/g, " ")).toMatch(
    /le lundi 5 octobre 2026 : 3,20 €.*Si le prix juste est moins élevé/,
  );
});
