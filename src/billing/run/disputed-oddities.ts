import type { Id } from "#kernel";
import type { Writes } from "#platform";

/**
 * @rule Une contestation acceptée que rien n’a corrigée se voit à la facturation suivante
 *
 * Accepter une contestation ne change aucun fait : un agent corrige ensuite le pointage ou la réservation, et le mois
 * préparé à nouveau rend la différence. Tant qu’aucune facturation de ce mois n’a changé la ligne contestée, chaque
 * facturation, de n’importe quel mois, la montre parmi ce qui est à regarder : aussi quand le fait est corrigé et que le
 * règlement laisse le même prix dû (le premier jour d’une maladie), car la famille attend un avoir.
 *
 * Exemple : le repas du 12 novembre 2026 est contesté, l’agent accepte et oublie de noter l’absence : la facturation de
 * décembre le dit. L’absence notée et novembre préparé à nouveau, l’avoir part et plus rien n’est à regarder.
 *
 * Writes them beside the charges of a run that is drafted: a charge of this run, or of one issued since, corrects.
 */
export async function writeDisputedOddities(writes: Writes, run: Id<"run">): Promise<void> {
  await writes.run(
    "billing_disputed_oddities",
    `insert into billing_oddity (run_id, household_id, guardian_id, kind, source_key, facts)
     select distinct on (c.household_id, c.guardian_id, c.source_key)
            $1, c.household_id, c.guardian_id, 'disputed', c.source_key,
            jsonb_build_object('kind', 'disputed', 'invoice', d.invoice_id, 'answer', d.answer, 'day', c.day,
                               'month', to_char(origin.month, 'YYYY-MM'),
                               'what', concat_ws(', ', nullif(c.participant_name, ''), nullif(c.activity_name, ''),
                                                 nullif(c.unit_name, '')))
     from line_dispute d
     join charge c on c.id = d.charge_id
     join billing_run origin on origin.id = c.run_id
     where d.outcome = 'accepted'
       and not exists (
         select from billing_run later
         join charge put_right on put_right.run_id = later.id and put_right.household_id = c.household_id
           and put_right.guardian_id = c.guardian_id and put_right.source_key = c.source_key
         where later.month = origin.month
           and later.id <> origin.id
           and (later.id = $1 or (later.state = 'issued' and later.ended_at >= origin.ended_at)))
     order by c.household_id, c.guardian_id, c.source_key, d.at desc`,
    [run],
  );
}
