import type { Writes } from "#platform";

import type { BillingRule } from "./rule.ts";
import { firstDayOf, type Run } from "./run.ts";

/** What is issued, under which rule, on which day. */
interface Issue {
  readonly run: Run;
  readonly rule: BillingRule;
  readonly today: Temporal.PlainDate;
  readonly at: Temporal.Instant;
}

/**
 * @rule Une facture par payeur, et ce qui attend la suivante
 *
 * Un payeur reçoit par émission un document à payer (une facture, ou un complément si le mois lui a déjà été facturé) et, si
 * quelque chose lui est rendu, un avoir à part : aucun document ne mêle des lignes à payer et des lignes rendues. L’avoir
 * se déduit de la facture. Là où la collectivité émet des titres, un total inférieur au seuil (15 €) attend : la famille lit
 * combien et pourquoi sur la page de ses factures. Ce qui attend rejoint les factures de la première émission d’un mois
 * suivant, qui disent quelles lignes viennent d’avant ; jamais celles d’un mois antérieur ou du même mois, ni un complément
 * préparé pour corriger. Ce qui est rendu entre-temps se déduit d’abord de ce qui attend. Une facturation où rien n'est dû
 * n'a pas de document. Les numéros se suivent sans trou, par série et par année.
 *
 * Exemple : 3,20 € en novembre 2026 chez une collectivité qui émet des titres ; décembre fait 14,00 € : la facture de
 * décembre porte les deux, 17,20 €. Octobre préparé à nouveau entre les deux, pour corriger un repas, ne demande pas ces
 * 3,20 €. En janvier 2027, 40,00 € de repas et une absence justifiée après coup (−3,20 €) font une
 * facture de 40,00 € et un avoir de 3,20 € : 36,80 € à régler.
 */
export async function writeDocuments(writes: Writes, issue: Issue): Promise<number> {
  await lockSeries(writes, issue);
  const documents = await writeInvoices(writes, issue);
  const run = [issue.run.id];
  await writes.run(
    "billing_series_advance",
    `update invoice_counter s
     set last_number = given.last_number
     from (select series, year, max(number) as last_number from invoice where run_id = $1 group by series, year) given
     where s.series = given.series and s.year = given.year`,
    run,
  );
  // Payer by payer, as the charges lie on their pages: each line's key locks its charge there.
  await writes.run(
    "billing_lines_write",
    `insert into invoice_line (invoice_id, position, charge_id)
     select i.id,
            row_number() over (partition by i.id
                               order by c.participant_name, c.activity_name, c.day, c.source_key, c.id),
            c.id
     from invoice i
     join lateral payer_charges_to_issue($1, i.household_id, i.guardian_id) c
       on c.credit = (i.kind = 'credit_note')
     where i.run_id = $1`,
    run,
  );
  await writes.run(
    "billing_entries_write",
    `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, invoice_id, at)
     select household_id, guardian_id, kind, total_cents, issued_on, id, $2
     from invoice where run_id = $1
     order by series, number`,
    [issue.run.id, issue.at.toString()],
  );
  await carryOver(writes, issue);
  return documents;
}

/** One issue at a time holds the series, all of them: what waits since earlier runs is put on one document only. */
async function lockSeries(writes: Writes, { rule, today }: Issue): Promise<void> {
  await writes.run(
    "billing_series_open",
    `insert into invoice_counter (series, year)
     select series, $3 from unnest(array[$1, $2]) as s (series)
     order by series
     on conflict do nothing`,
    [rule.invoiceSeries, rule.creditSeries, today.year],
  );
  await writes.rows(
    "billing_series_lock",
    "select series, year from invoice_counter order by series, year for update",
  );
}

/** The documents of each payer who is due some, numbered in the order of the payers. */
function writeInvoices(writes: Writes, { run, rule, today }: Issue): Promise<number> {
  return writes.run(
    "billing_invoices_write",
    `insert into invoice (run_id, series, year, number, kind, household_id, guardian_id, month, issued_on, due_on,
                          total_cents, payer_name, address_line, postcode, commune)
     select $1, s.series, s.year,
            s.last_number + row_number() over (partition by s.series order by d.household_id, d.guardian_id),
            d.kind, d.household_id, d.guardian_id, $2, $4, $4::date + $5::integer, d.cents,
            coalesce(trim(g.civility || ' ' || g.first_name || ' ' || g.last_name), ''),
            coalesce(h.address_line, ''), coalesce(h.postcode, ''), coalesce(h.commune, '')
     from due_documents($1, $2, $3) d
     join invoice_counter s
       on s.series = case when d.kind = 'credit_note' then $7 else $6 end and s.year = $8
     left join families_guardian_name g on g.guardian_id = d.guardian_id
     -- Whoever has left the household is not told where the others live now; nor they, where he or she does.
     left join families_household_card h
       on h.household_id = d.household_id
       and exists (select from families_guardian_card present
                   where present.household_id = d.household_id and present.guardian_id = d.guardian_id)
     where d.kind is not null`,
    [
      run.id,
      firstDayOf(run.month),
      rule.carryOverBelow,
      today.toString(),
      rule.dueDays,
      rule.invoiceSeries,
      rule.creditSeries,
      today.year,
    ],
  );
}

/** What got its document waits no longer; what got none, and is something, waits for the next run. */
async function carryOver(writes: Writes, { run, rule }: Issue): Promise<void> {
  await writes.run(
    "billing_carried_end",
    `update carried_charge w set invoice_id = i.id
     from invoice i, invoice_line l
     where i.run_id = $1 and l.invoice_id = i.id and l.charge_id = w.charge_id and w.invoice_id is null`,
    [run.id],
  );
  if (rule.carryOverBelow === null) return;
  await writes.run(
    "billing_carried_begin",
    `insert into carried_charge (charge_id, household_id, guardian_id, run_id)
     select c.id, due.household_id, due.guardian_id, c.run_id
     from due_documents($1, $2, $3) due
     join lateral payer_charges_to_issue($1, due.household_id, due.guardian_id) c
       on c.credit = due.credit and c.run_id = $1
     where due.kind is null
       and not exists (select from invoice i where i.run_id = $1 and i.household_id = due.household_id
                         and i.guardian_id = due.guardian_id and (i.kind = 'credit_note') = due.credit)`,
    [run.id, firstDayOf(run.month), rule.carryOverBelow],
  );
}
