import { changeDisputeRule, monthOwed } from "#billing";
import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";

import { disputeLine } from "../../src/billing/disputes/dispute-line.ts";

import type { OwedCharges } from "../../src/billing/owed/owed-charges.ts";
import { draftRun } from "../../src/billing/run/draft-run.ts";
import { issueRun } from "../../src/billing/run/issue-run.ts";
import { startRun } from "../../src/billing/run/start-run.ts";
import { MadeUpOwed, type MadeUpFact } from "../billing/made-up-owed.ts";
import { agentWith, guardianOf } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import type { Household } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";
import type { TestDatabase } from "../postgres/test-database.ts";
import { LEGAL_WORDS } from "./request-town.ts";

/** A family with an issued invoice of which a line is disputed, and drafts of months in which nobody was booked. */
export async function buildBilling(town: TestDatabase, home: Household) {
  const visit: SignedInVisit = { ...visitTo(town), actor: agentWith(["billing.write"]) };
  const facts = (month: string, cents: number | null): MadeUpFact[] =>
    [1, 2, 3].map((day) => ({
      householdId: home.id,
      guardianId: home.guardians[0]?.id ?? newId<"guardian">(),
      sourceKey: `booking:${day}`,
      day: `${month}-0${day}`,
      cents: day === 1 ? cents : 400,
      ...(day === 2 ? cared : {}),
    }));
  // The nursery of the town: what it cost the eldest is on a certificate.
  const care = await town.database.read((reads) =>
    reads.row<{ id: Id<"activity"> }>(
      "test_care",
      "select activity_id as id from activities_unit_card where hour_step is not null limit 1",
    ),
  );
  const [child] = home.children;
  const cared =
    care === undefined || child === undefined
      ? {}
      : {
          participant: { id: child.id, name: child.firstName },
          activity: { ...care, name: "Multi-accueil" },
        };
  async function draft(month: string, cents: number | null = 320) {
    return draftOf(month, new MadeUpOwed(facts(month, cents)));
  }
  async function draftOf<Owed extends OwedCharges>(month: string, owed: Owed) {
    const id = newId<"run">();
    await startRun(visit, owed, { id, month: Temporal.PlainYearMonth.from(month) });
    await draftRun(town.database, owed, { run: id, now: visit.now });
    return { id, owed };
  }
  const first = await draft("2026-04");
  await town.database.write((writes) =>
    writes.run(
      "test_paper",
      `insert into invoice_delivery (household_id, valid_from, delivery, account_id, by_label, at)
       values ($1, '2026-01-01', 'paper', $2, 'Claire', $3)`,
      [home.id, newId<"account">(), visit.now.toString()],
    ),
  );
  const issued = await issueRun(visit, first.owed, first.id);
  if (!issued.ok) throw new Error(issued.refusal.code);
  const toSettle = await draft("2026-03", null);
  const found = await town.database.read((reads) =>
    reads.row<{ invoice: Id<"invoice">; oddity: Id<"oddity"> }>(
      "test_billing_ids",
      `select (select id from invoice limit 1) as invoice,
              (select id from billing_oddity where run_id = $1 and kind = 'unpriced') as oddity`,
      [toSettle.id],
    ),
  );
  if (found === undefined) throw new Error("no invoice");
  await changeDisputeRule(visit, Temporal.PlainDate.from("2026-01-01"), {
    ...LEGAL_WORDS,
    silence: "refused",
  });
  const dispute = newId<"dispute">();
  const claire = { ...visitTo(town), actor: guardianOf(home) };
  await disputeLine(claire, {
    id: dispute,
    invoice: found.invoice,
    position: 1,
    reason: "Lina était absente.",
  });
  return {
    ...found,
    dispute,
    issued: first.id,
    toSettle: toSettle.id,
    toLookAt: (await draftOf("2026-02", monthOwed)).id,
    // What is issued by its page is what is owed: a draft of made-up charges is behind the facts.
    toIssue: (await draftOf("2026-01", monthOwed)).id,
    toAbandon: (await draft("2025-12")).id,
    toRecompute: (await draft("2025-11")).id,
  };
}
