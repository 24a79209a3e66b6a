import type { GuardianVisit } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { issuedMonth } from "../../../test/billing/issued-month.ts";
import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { announced } from "../../../test/builders/letters.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { tellDisputed } from "../emails/tell-disputed.ts";
import { acknowledgedDispute } from "./acknowledged-dispute.ts";
import { disputeLine } from "./dispute-line.ts";
import { changeDisputeRule, type DisputeRule } from "./dispute-rule.ts";

let town: TestDatabase;
let home: Household;
let invoice: Id<"invoice">;
const now = Temporal.Instant.from("2026-12-01T09:30:00Z");
const RULE: DisputeRule = {
  department: "Régie",
  departmentAddress: "80120 Rue",
  departmentEmail: "regie@exemple.fr",
  departmentPhone: "0353018010",
  silence: "refused",
  silenceMonths: 2,
  expectedDays: 15,
  appeal: "Le tribunal administratif, dans les deux mois.",
};
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes));
  const guardianId = home.guardians[0]?.id ?? newId<"guardian">();
  await issuedMonth(
    town,
    "2026-10",
    ["booking:1", "booking:2"].map((sourceKey) => ({
      householdId: home.id,
      guardianId,
      sourceKey,
      day: "2026-10-05",
      cents: 320,
    })),
  );
  const row = await town.database.read((reads) =>
    reads.row<{ id: Id<"invoice"> }>("test_invoice_to_dispute", `select id from invoice`),
  );
  invoice = row?.id ?? newId();
}, 60_000);
afterAll(() => town.close());

const claire = (): GuardianVisit => ({ ...visitTo(town), now, actor: guardianOf(home) });
const dispute = (id: Id<"dispute">, position: number) =>
  disputeLine(claire(), { id, invoice, position, reason: "Lina était malade." });
const acknowledged = (id: Id<"dispute">) => town.database.read((reads) => acknowledgedDispute(reads, id));
const agent = () => ({ ...visitTo(town), now, actor: agentWith(["billing.write"]) });

test("while the authority has said nothing, a dispute is kept and no receipt is given", async () => {
  const id = newId<"dispute">();
  expect(await dispute(id, 1)).toEqual({ ok: true, value: "kept" });
  expect(await acknowledged(id)).toBeUndefined();
  expect(await announced(town, "billing.disputed")).toEqual([]);
});

test("a dispute is acknowledged at once, with what was said that day, and told once", async () => {
  const from = Temporal.PlainDate.from("2026-12-01");
  await changeDisputeRule(agent(), from, RULE);
  const id = newId<"dispute">();
  for (const _ of [1, 2]) expect(await dispute(id, 2)).toEqual({ ok: true, value: "acknowledged" });
  await changeDisputeRule(agent(), from, { ...RULE, department: "Finances", silenceMonths: 6 });
  const { received } = (await acknowledged(id)) ?? {};
  expect([received?.department, received?.silenceOn.toString(), received?.expectedOn.toString()]).toEqual([
    "Régie",
    "2027-02-01",
    "2026-12-16",
  ]);
  expect(received?.title).toMatch(/^Contestation de la facture .+, ligne\s2$/);
  const facts = await announced(town, "billing.disputed");
  expect(facts).toHaveLength(1);
  const { database, authority } = town;
  for (const _ of [1, 2])
    await tellDisputed(new URL("https://espace.exemple.fr"))({ database, authority, now }, facts[0]);
  const letters = await database.read((reads) =>
    reads.rows<{ body: string }>(
      "test_dispute_letters",
      `select body_text as body from outbox_message where key like 'billing.disputed:%'`,
    ),
  );
  expect(letters).toHaveLength(1);
  expect(letters[0]?.body).toMatch(/considérée comme refusée/);
  expect(letters[0]?.body).toContain("Le tribunal administratif");
});
