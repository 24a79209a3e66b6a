import { randomUUID } from "node:crypto";

import type { Id } from "#kernel";

import { newId } from "../builders/canteen.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import type { TestDatabase } from "../postgres/test-database.ts";

/** What a family paid on line, and what the service answered otherwise than asked, as their forms would leave them. */
export async function buildPayments(town: TestDatabase, home: Household, invoice: Id<"invoice">) {
  const [paid, differing] = [newId<"attempt">(), newId<"attempt">()];
  const [report, difference] = [newId<"report">(), newId<"reportDifference">()];
  const activation = newId<"activation">();
  const [toGive, toRefuse] = [newId<"refundRequest">(), newId<"refundRequest">()];
  // Whoever left the family, and has an account there still.
  const left = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Odile"] }));
  const saver = left.guardians[0]?.id ?? newId<"guardian">();
  const at = "2026-11-11T09:00:00Z";
  const anomaly = await town.database.write(async (writes) => {
    const setting = newId<"gatewaySetting">();
    await writes.run(
      "test_hostile_setting",
      `insert into gateway_setting (id, opened, origin, account, mode, part_allowed, by_label, at)
       values ($1, false, 'http://127.0.0.1:9', '123456', 'test', true, 'Essai', $2)`,
      [setting, at],
    );
    for (const [id, state, refdet] of [
      [paid, "paid", "202600000100000001"],
      [differing, "differing", "202600000100000002"],
    ] as const) {
      await writes.run(
        "test_hostile_attempt",
        `insert into payment_attempt (id, household_id, guardian_id, account_id, by_label, email, setting_id, refdet,
                                      amount_cents, year, state, at, reference, page_url)
         values ($1, $2, $3, $4, 'Claire', 'claire@exemple.fr', $5, $6, 1000, 2026, $7, $8, $9, 'http://127.0.0.1:9/')`,
        [id, home.id, home.guardians[0]?.id ?? "", newId(), setting, refdet, state, at, randomUUID()],
      );
      await writes.run(
        "test_hostile_debt",
        `insert into attempt_debt (attempt_id, position, invoice_id, amount_cents, live) values ($1, 1, $2, 1000, false)`,
        [id, invoice],
      );
    }
    await writes.run(
      "test_hostile_payment",
      `insert into payment (id, household_id, guardian_id, means, amount_cents, day, attempt_id, at)
       select id, household_id, guardian_id, 'card', amount_cents, '2026-11-01', id, at from payment_attempt where id = $1`,
      [paid],
    );
    // Somebody of the family who paid in advance, and asks for it back.
    await writes.run(
      "test_hostile_advance",
      `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, source_id, means, at)
       values ($1, $2, 'payment', -3000, '2026-11-11', gen_random_uuid(), 'card', $3)`,
      [home.id, saver, at],
    );
    await writes.run(
      "test_hostile_advance_rule",
      `insert into advance_rule (valid_from, opened, least_cents, most_cents, alert_least_cents, alert_cents,
                                 alert_most_cents, by_label, at)
       values ('2026-01-01', true, 1000, 20000, 0, 1000, 5000, 'Essai', $1)`,
      [at],
    );
    for (const request of [toGive, toRefuse])
      await writes.run(
        "test_hostile_request",
        `insert into refund_request (id, household_id, guardian_id, amount_cents, account_id, by_label, email, at)
         values ($1, $2, $3, 1000, $4, 'Claire', 'claire@exemple.fr', $5)`,
        [request, home.id, request === toGive ? saver : newId(), newId(), at],
      );
    await writes.run(
      "test_hostile_activation",
      `insert into activation_payment (id, setting_id, refdet, amount_cents, state, by_label, at)
       values ($1, $2, '202600000099999999', 100, 'failed', 'Essai', $3)`,
      [activation, setting, at],
    );
    await writes.run(
      "test_hostile_report",
      `insert into payment_report (id, file_name, sha256, bytes, state, account, lines_read, lines_expected, by_label,
                                   at, ended_at)
       values ($1, '11.csv', sha256('x'), 'x', 'compared', '123456', 1, 1, 'Essai', $2, $2)`,
      [report, at],
    );
    await writes.run(
      "test_hostile_line",
      `insert into payment_report_line (report_id, line, day, refdet, amount_cents, outcome)
       values ($1, 3, '2026-11-11', '202600000100000099', 310, 'unknown')`,
      [report],
    );
    await writes.run(
      "test_hostile_difference",
      `insert into report_difference (id, report_id, line, kind, refdet, day, there_cents, at)
       values ($1, $2, 3, 'unknown', '202600000100000099', '2026-11-11', 310, $3)`,
      [difference, report, at],
    );
    await writes.run(
      "test_hostile_entry",
      `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, source_id, toward, means, at)
       select household_id, guardian_id, 'payment', 0 - amount_cents, day, id, array[$2::uuid], means, at
       from payment where id = $1`,
      [paid, invoice],
    );
    return writes.row<{ id: Id<"anomaly"> }>(
      "test_hostile_anomaly",
      `insert into payment_anomaly (attempt_id, differences, answer, at)
       values ($1, '[{"field": "amount", "asked": "1000", "came": "100"}]', '{"outcome": "refused", "amount": 100}', $2)
       returning id`,
      [differing, at],
    );
  });
  return {
    paid,
    differing,
    activation,
    report,
    difference,
    saver,
    toGive,
    toRefuse,
    anomaly: anomaly?.id ?? newId<"anomaly">(),
  };
}
