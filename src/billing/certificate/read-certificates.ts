import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { AccountReach } from "../account/reach.ts";

/** What a child did, and what was billed for it, in one service and month. */
export interface CertifiedMonth {
  readonly month: Temporal.PlainYearMonth;
  /** The service; with its place where the child went to another of the same name. */
  readonly activity: string;
  /** Days on which the child was noted present. */
  readonly days: number;
  /** What issued documents hold for this month; what a correction gave back is taken off. Null: not billed yet. */
  readonly cents: Cents | null;
}

/** The care of one child in a calendar year. */
export interface Certificate {
  readonly participantId: Id<"participant">;
  readonly name: string;
  readonly birthDate: Temporal.PlainDate | null;
  readonly year: number;
  readonly months: readonly CertifiedMonth[];
  readonly days: number;
  readonly cents: Cents;
}

interface Row {
  participantId: Id<"participant">;
  firstName: string;
  lastName: string;
  birthDate: Temporal.PlainDate | null;
  activityId: Id<"activity">;
  activity: string;
  site: string;
  month: Temporal.PlainDate;
  days: number;
  cents: Cents | null;
}

/**
 * @rule Ce que dit l’attestation de présence
 *
 * Pour chaque enfant et chaque mois de l’année civile : les jours où sa présence a été notée dans un service de garde, et
 * tout ce que les factures de ce mois contiennent pour ce service, corrections comprises : les prestations, les absences
 * facturées, les suppléments et les pénalités. Un mois noté que rien ne facture encore le dit ; ce qui attend, trop petit pour
 * une facture seule, n’est pas facturé encore. La collectivité dit service
 * par service s’il est de la garde, pour cette attestation comme pour la fiscale. Sans réglage, un service qui ne fait que
 * servir un repas (une unité de trois heures au plus, avec repas, sans heures à choisir) n’est pas de la garde. Ce n’est
 * pas l’attestation fiscale, qui dit ce qui a été payé, et de la garde seulement.
 *
 * Exemple : Lina est venue quatre mercredis de novembre 2026 à l’accueil de loisirs, facturés 48,00 €, plus 5,00 € de
 * pénalité ; l’attestation de 2026 porte « novembre 2026, 4 jours, 53,00 € », et rien de ses repas à la cantine. Ses deux
 * mercredis de décembre, que personne n’a facturés encore : « décembre 2026, 2 jours, pas encore facturé ».
 */
export async function readCertificates(
  reads: Reads,
  { householdIds, withheldIds, onlyGuardian }: AccountReach,
  year: number,
): Promise<readonly Certificate[]> {
  const rows = await reads.rows<Row>(
    "billing_certificate",
    `with usual as (
       select activity_id, min(activity_name) as activity_name,
              string_agg(distinct site_name, ', ' order by site_name) as site_name,
              bool_or(not with_meal or hour_step is not null or ends_at - starts_at > interval '3 hours') as care
       from activities_unit_card
       group by activity_id
     )
     select who.participant_id as "participantId", who.first_name as "firstName", who.last_name as "lastName",
            who.birth_date as "birthDate", care.activity_id as "activityId", care.activity_name as activity, care.site_name as site, known.month,
            sum(known.days)::integer as days,
            case when bool_or(known.billed) then sum(known.cents)::integer end as cents
     from (
       select f.participant_id, f.activity_id, date_trunc('month', f.date)::date as month,
              count(distinct f.date) as days, 0 as cents, false as billed
       from attendance_fact f
       join usual on usual.activity_id = f.activity_id
       left join lateral (
         select r.counted from care_rule r
         where r.activity_id = f.activity_id and r.valid_from <= f.date
         order by r.valid_from desc limit 1
       ) said on true
       where f.household_id = any ($1::uuid[]) and f.date between $4 and $5 and f.state = 'present'
         and coalesce(said.counted, usual.care)
       group by f.participant_id, f.activity_id, date_trunc('month', f.date)
       union all
       select c.participant_id, c.activity_id, date_trunc('month', c.day)::date, 0,
              coalesce(sum(c.amount_cents) filter (where $3::uuid is null or c.guardian_id = $3), 0), true
       from billing_run r
       join charge c on c.run_id = r.id
       join usual on usual.activity_id = c.activity_id
       left join lateral (
         select r.counted from care_rule r
         where r.activity_id = c.activity_id and r.valid_from <= c.day
         order by r.valid_from desc limit 1
       ) said on true
       where r.state = 'issued' and r.month between $4 and $5 and c.household_id = any ($1::uuid[])
         and not exists (select from carried_charge w where w.charge_id = c.id and w.invoice_id is null)
         and coalesce(said.counted, usual.care)
       group by c.participant_id, c.activity_id, date_trunc('month', c.day)
     ) known
     join usual care on care.activity_id = known.activity_id
     join (
       select distinct on (participant_id) participant_id, first_name, last_name, birth_date
       from families_participant_card
       where household_id = any ($1::uuid[]) and participant_id <> all ($2::uuid[]) and kind = 'child'
       order by participant_id, household_id
     ) who on who.participant_id = known.participant_id
     group by who.participant_id, who.first_name, who.last_name, who.birth_date, care.activity_id, care.activity_name,
              care.site_name, known.month
     having sum(known.days) <> 0 or sum(known.cents) <> 0
     order by who.birth_date, who.first_name, who.participant_id, known.month, care.activity_name, care.site_name,
              care.activity_id`,
    [householdIds, withheldIds, onlyGuardian, `${year}-01-01`, `${year}-12-31`],
  );
  return [...Map.groupBy(rows, ({ participantId }) => participantId)].flatMap(([participantId, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { firstName, lastName, birthDate } = first;
    return {
      participantId,
      name: `${firstName} ${lastName}`,
      birthDate,
      year,
      months: own.map((one) => {
        const { month, days, cents: amount } = one;
        return { month: month.toPlainYearMonth(), activity: serviceName(one, own), days, cents: amount };
      }),
      days: own.reduce((sum, { days }) => sum + days, 0),
      cents: cents(own.reduce((sum, one) => sum + (one.cents ?? 0), 0)),
    };
  });
}

/** Two services of one name are two lines: « Accueil de loisirs (Rue) », « Accueil de loisirs (Quend) ». */
function serviceName({ activityId, activity, site }: Row, all: readonly Row[]): string {
  const isAlone = all.every((other) => other.activity !== activity || other.activityId === activityId);
  return isAlone ? activity : `${activity} (${site})`;
}
