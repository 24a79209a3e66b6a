import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { ReportFinding, ReportLine } from "../report/read-report.ts";

/** What a line of a report was found to be. */
export type LineOutcome =
  | "agrees"
  /** The authority's own payment of trial or of activation. */
  | "activation"
  | "unfinished"
  | "unknown"
  | "not_opened"
  | "differs"
  | "repeated"
  | "twice"
  | "elsewhere"
  | "unpaid"
  | "unreadable";

/**
 * @rule Le relevé de PayFiP est comparé ligne par ligne
 *
 * Chaque ligne est cherchée par sa référence, et comparée à ce que le compte du payeur porte : montant, jour, et, si le
 * relevé les donne, idOp, numéro client, mode et résultat. Payée là-bas et inachevée ici, PayFiP est interrogé aussitôt :
 * sa réponse décide, jamais le fichier. Tout écart attend un agent ; aucun compte n’est touché. Deux relevés qui se
 * recouvrent comptent chaque ligne une fois. Le paiement d’essai ou d’activation de la collectivité est reconnu : il n’est
 * d’aucune famille.
 *
 * Exemple : le relevé du 12 novembre porte 48,00 € pour une référence dont le compte porte 4,80 € : l’écart attend un
 * agent, le compte garde 4,80 €.
 */
export async function compareLines(
  writes: Writes,
  of: {
    report: Id<"report">;
    lines: readonly ReportLine[];
    accounts: readonly string[];
    now: Temporal.Instant;
  },
): Promise<void> {
  const { report, lines, accounts, now } = of;
  await writes.run(
    "payments_report_compare",
    `with told as (
       select *
       from unnest($2::integer[], $3::date[], $4::text[], $5::integer[], $6::text[], $7::text[], $8::text[], $9::text[])
         as t (line, day, refdet, cents, reference, account, result, mode)
     ), before as (
       select t.line, bool_or(b.day = t.day and b.amount_cents = t.cents) as same,
              bool_or(b.day <> t.day or b.amount_cents <> t.cents) as other
       from told t
       join payment_report_line b on b.refdet = t.refdet
       group by t.line
     ), known as (
       select t.line, t.day, t.refdet, t.cents, a.id as attempt_id, p.id as payment_id,
              a.reference is not null as opened, v.id is not null as own, coalesce(e.cents, v.amount_cents) as here,
              coalesce(t.account <> all ($10::text[]), false) as elsewhere,
              coalesce(t.result in ('P', 'V'), true) as paid_there,
              row_number() over (partition by t.refdet order by t.line) > 1 as again,
              before.same, before.other,
              array_remove(array[
                case when coalesce(e.cents, v.amount_cents) is distinct from t.cents
                     then jsonb_build_object('field', 'amount', 'asked', coalesce(e.cents, v.amount_cents, 0)::text,
                                             'came', t.cents::text) end,
                case when p.paid_at is not null and p.day <> t.day
                     then jsonb_build_object('field', 'day', 'asked', p.day::text, 'came', t.day::text) end,
                case when t.reference <> coalesce(a.reference, v.reference)
                     then jsonb_build_object('field', 'reference', 'asked', coalesce(a.reference, v.reference),
                                             'came', t.reference) end,
                case when t.account <> s.account
                     then jsonb_build_object('field', 'account', 'asked', s.account, 'came', t.account) end,
                case when t.mode <> case s.mode when 'test' then 'T' when 'activation' then 'X' else 'W' end
                     then jsonb_build_object('field', 'mode', 'asked', s.mode, 'came', t.mode) end,
                case when t.result not in ('P', 'V')
                     then jsonb_build_object('field', 'result', 'asked', 'P', 'came', t.result) end
              ], null) as differences
       from told t
       left join payment_attempt a on a.refdet = t.refdet
       left join activation_payment v on v.refdet = t.refdet
       left join gateway_setting s on s.id = coalesce(a.setting_id, v.setting_id)
       left join payment p on p.attempt_id = a.id
       left join billing_payment_entry e on e.payment_id = p.id
       left join before on before.line = t.line
     ), found as (
       select k.*,
              case when elsewhere then 'elsewhere'
                   when again then 'twice'
                   when same then 'repeated'
                   when other then 'twice'
                   when own and not paid_there then 'unpaid'
                   when own then case when differences = '{}' then 'activation' else 'differs' end
                   when attempt_id is null then 'unknown'
                   when payment_id is null and not paid_there then 'unpaid'
                   when payment_id is null and not opened then 'not_opened'
                   when payment_id is null then 'unfinished'
                   when differences <> '{}' then 'differs'
                   else 'agrees' end as outcome
       from known k
     ), written as (
       insert into payment_report_line (report_id, line, day, refdet, amount_cents, outcome)
       select $1, line, day, refdet, cents, outcome from found
     ), asked as (
       update payment_attempt a set next_look_up = least(a.next_look_up, $11)
       from found f
       where f.outcome = 'unfinished' and a.id = f.attempt_id and a.state not in ('paid', 'differing')
     )
     insert into report_difference (report_id, line, kind, attempt_id, refdet, day, here_cents, there_cents,
                                    differences, at)
     select $1, line, outcome, attempt_id, refdet, day, here, cents,
            case when outcome = 'differs' then to_jsonb(differences) else '[]' end, $11
     from found
     where outcome in ('unknown', 'not_opened', 'differs', 'twice', 'elsewhere')`,
    [
      report,
      lines.map(({ line }) => line),
      lines.map(({ day }) => day.toString()),
      lines.map(({ refdet }) => refdet),
      lines.map(({ amount }) => amount),
      lines.map(({ reference }) => reference),
      lines.map(({ account }) => account),
      lines.map(({ result }) => result),
      lines.map(({ mode }) => mode),
      accounts,
      now.toString(),
    ],
  );
}

/** Lines that cannot be read: each waits for an agent with its sentence. */
export async function keepUnreadable(
  writes: Writes,
  of: { report: Id<"report">; findings: readonly ReportFinding[]; now: Temporal.Instant },
): Promise<void> {
  const { report, findings, now } = of;
  if (findings.length === 0) return;
  await writes.run(
    "payments_report_unreadable",
    `with told as (
       select * from unnest($2::integer[], $3::text[]) as t (line, sentence)
     ), written as (
       insert into payment_report_line (report_id, line, outcome) select $1, line, 'unreadable' from told
     )
     insert into report_difference (report_id, line, kind, sentence, at)
     select $1, line, 'unreadable', sentence, $4 from told`,
    [report, findings.map(({ line }) => line), findings.map(({ sentence }) => sentence), now.toString()],
  );
}
