import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { SimulatedAttempt } from "../../../src/payments/simulator/attempt.ts";
import { benchId } from "../data/ids.ts";
import { totalOf, type PayingTown } from "./paying-town.ts";

/** The n-th attempt, of the invoice that is the n-th of the town: what both sides know of it. */
interface OpenAttempt {
  readonly household: number;
  readonly month: number;
  /** The service's idOp. */
  readonly reference: string;
  readonly refdet: string;
  readonly cents: number;
}

/** The attempts 1 to `count` of a town, each of another invoice. */
export function openAttempts({ households }: PayingTown, count: number): readonly OpenAttempt[] {
  return Array.from({ length: count }, (_, index) => {
    const household = 1 + (index % households);
    const month = 1 + Math.floor(index / households);
    return {
      household,
      month,
      reference: benchId("idOp", index + 1),
      refdet: `2026${String(month * 100_000 + household)}${String(index + 1).padStart(8, "0")}`,
      cents: totalOf(household, month),
    };
  });
}

/** The statements that write them as opened a minute ago; `bench_id('attempt', n)` is the n-th. */
export function attemptStatements(attempts: readonly OpenAttempt[]): readonly string[] {
  const rows = attempts.map(
    ({ household, month, reference, refdet, cents }, index) =>
      `(${index + 1}, ${household}, ${month}, '${reference}', '${refdet}', ${cents})`,
  );
  return [
    `create temporary table made (n, household, month, reference, refdet, cents) as values ${rows.join(", ")}`,
    `insert into payment_attempt (id, household_id, guardian_id, account_id, by_label, email, setting_id, refdet,
                                  amount_cents, year, state, at, reference, page_url, next_look_up)
     select pg_temp.bench_id('attempt', n), pg_temp.bench_id('household', household),
            pg_temp.bench_id('guardian', 2 * household - 1), pg_temp.bench_id('account', household), 'Claire Mesure',
            'famille' || household || '@exemple.fr', s.id, refdet, cents, 2026, 'open', now() - interval '1 minute',
            reference, s.origin || '/tpa/paiementws.web?idop=' || reference, now() + interval '1 hour'
     from made cross join gateway_setting s`,
    `insert into attempt_debt (attempt_id, position, invoice_id, amount_cents, live)
     select pg_temp.bench_id('attempt', n), 1, pg_temp.bench_id('invoice', household * 1000 + month), cents, true
     from made`,
  ];
}

/** Writes the same into the folder of a simulator that is not started yet, every one of them paid by card. */
export function writePaidThere(dataDir: string, attempts: readonly OpenAttempt[]): void {
  const file = join(dataDir, "simulateur", "operations.jsonl");
  const at = Temporal.Now.instant().subtract({ seconds: 40 });
  const lines = attempts.map(({ household, reference, refdet, cents }) => {
    const known: SimulatedAttempt = {
      idOp: reference,
      exer: "2026",
      mel: `famille${household}@exemple.fr`,
      montant: String(cents),
      numcli: "090909",
      objet: "Mesures",
      refdet,
      saisie: "W",
      urlnotif: "http://localhost/paiement/notification",
      urlredirect: "http://localhost/paiement/retour",
      createdAt: at.subtract({ seconds: 20 }).toString(),
      openedAt: at.subtract({ seconds: 10 }).toString(),
      result: { resultrans: "P", at: at.toString(), numauto: "A1B2C3" },
    };
    return `${JSON.stringify(known)}\n`;
  });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, lines.join(""));
}
