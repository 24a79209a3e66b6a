import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { CARE_KINDS } from "../rules/care-kinds.ts";
import { careKey, type CareParts } from "../rules/care-paid.ts";

/** A child's care in one service: what an amount of the tax certificate is for. */
export interface Care {
  readonly participantId: Id<"participant">;
  readonly name: string;
  readonly birthDate: Temporal.PlainDate | null;
  readonly activity: string;
  /** Where it is: « Accueil de loisirs de Rue, Rue ». */
  readonly site: string;
}

interface Row {
  invoiceId: Id<"invoice">;
  participantId: Id<"participant">;
  activityId: Id<"activity">;
  firstName: string;
  lastName: string;
  birthDate: Temporal.PlainDate | null;
  activity: string;
  siteName: string;
  commune: string;
  cents: number;
}

/**
 * @rule Ce qui est de la garde dans une facture
 *
 * Les prestations et les forfaits d’un service de garde, pour chaque enfant ; ni les repas, ni ce qu’une absence coûte,
 * ni les majorations, ni les suppléments, ni les frais de dossier. La collectivité dit service par service s’il est de la
 * garde, et ce que vaut le repas compris dans son prix, qui est retiré. Sans réglage, ni un service qui ne fait que servir
 * un repas (trois heures au plus, avec repas, sans heures à choisir), ni ce qui se prend pour une saison (un cours, un
 * séjour), ni ce qui est pour les adultes n’est de la garde, et rien n’est retiré aux autres.
 *
 * Exemple : une journée d’accueil de loisirs à 12,00 €, repas compris pour 3,20 € : 8,80 € de garde.
 * @param withheldIds the children of whom nothing is told
 */
export async function readCareParts(
  reads: Reads,
  invoices: readonly Id<"invoice">[],
  withheldIds: readonly Id<"participant">[],
): Promise<{ parts: CareParts; cares: ReadonlyMap<string, Care> }> {
  const rows = await reads.rows<Row>(
    "billing_care_parts",
    `select part.invoice_id as "invoiceId", part.participant_id as "participantId", part.activity_id as "activityId",
            part.cents, who.first_name as "firstName", who.last_name as "lastName", who.birth_date as "birthDate",
            place.activity_name as activity, place.site_name as "siteName", place.commune
     from (
       select l.invoice_id, c.participant_id, c.activity_id,
              sum(greatest(c.owed_cents - worth.meal, 0)
                  - greatest(c.owed_cents - c.amount_cents - worth.meal, 0))::integer as cents
       from invoice_line l
       join charge c on c.id = l.charge_id
       join usual_care usual on usual.activity_id = c.activity_id
       left join activities_unit_card u on u.unit_id = c.unit_id
       left join lateral (
         select r.counted, r.meal_cents from care_rule r
         where r.activity_id = c.activity_id and r.valid_from <= c.day
         order by r.valid_from desc limit 1
       ) said on true
       cross join lateral (
         select case when c.kind = 'unit' and u.with_meal then coalesce(said.meal_cents, 0) else 0 end as meal
       ) worth
       where l.invoice_id = any ($1::uuid[]) and c.kind = any ($3::text[])
         and c.participant_id <> all ($2::uuid[]) and coalesce(said.counted, usual.care)
       group by l.invoice_id, c.participant_id, c.activity_id
     ) part
     join (
       select distinct on (participant_id) participant_id, first_name, last_name, birth_date
       from families_participant_card
       where kind = 'child'
       order by participant_id, household_id
     ) who on who.participant_id = part.participant_id
     join (
       select distinct on (activity_id) activity_id, activity_name, site_name, commune
       from activities_unit_card
       order by activity_id, position
     ) place on place.activity_id = part.activity_id
     where part.cents <> 0
     order by who.birth_date desc, who.first_name, part.participant_id, place.activity_name`,
    [invoices, withheldIds, CARE_KINDS],
  );
  const keyOf = ({ participantId, activityId }: Row) => careKey(participantId, activityId);
  const byInvoice = Map.groupBy(rows, ({ invoiceId }) => invoiceId);
  return {
    parts: new Map(
      [...byInvoice].map(([id, own]) => [id, own.map((row) => ({ key: keyOf(row), cents: row.cents }))]),
    ),
    cares: new Map(rows.map((row) => [keyOf(row), careOf(row)])),
  };
}

function careOf({ participantId, firstName, lastName, birthDate, activity, siteName, commune }: Row): Care {
  const site = siteName.includes(commune) ? siteName : `${siteName}, ${commune}`;
  return { participantId, name: `${firstName} ${lastName}`, birthDate, activity, site };
}
