import type { SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { writeJournal, type Reads } from "#platform";

/** How invoices reach a household. */
export type Delivery = "paperless" | "paper";

/** How a household gets its invoices now, and what it chose for later. */
export interface HouseholdDelivery {
  readonly householdId: Id<"household">;
  readonly household: string;
  readonly now: Delivery;
  /** Whether the household said so, or the authority's setting does. */
  readonly chosen: boolean;
  readonly next: { readonly delivery: Delivery; readonly from: Temporal.PlainDate } | null;
}

interface Row {
  householdId: Id<"household">;
  household: string;
  current: Delivery | null;
  byDefault: Delivery;
  nextDelivery: Delivery | null;
  nextFrom: Temporal.PlainDate | null;
}

/**
 * @rule Factures sur papier ou sans papier
 *
 * Chaque foyer choisit de recevoir ses factures sans papier (un e-mail, puis la page) ou sur papier, par courrier. Tant
 * qu’il n’a rien choisi, c’est le réglage de la collectivité. Le choix vaut à partir du lendemain : une facture déjà émise
 * n’est pas envoyée une seconde fois. Un payeur sans adresse e-mail reçoit toujours du papier. Dans tous les cas, la
 * facture se lit aussi dans l’espace.
 *
 * Exemple : le 30 novembre 2026, un foyer choisit le papier ; la facture émise ce jour-là part par e-mail, celle du
 * 5 décembre par courrier.
 */
export async function deliveriesOf(
  reads: Reads,
  householdIds: readonly Id<"household">[],
  today: Temporal.PlainDate,
): Promise<readonly HouseholdDelivery[]> {
  const rows = await reads.rows<Row>(
    "billing_deliveries",
    `select h.household_id as "householdId", h.label as household, now.delivery as current,
            case when (select r.paper_by_default from billing_rule r
                       where r.valid_from <= $2 order by r.valid_from desc limit 1)
                 then 'paper' else 'paperless' end as "byDefault",
            next.delivery as "nextDelivery", next.valid_from as "nextFrom"
     from families_household_card h
     left join lateral (select delivery from invoice_delivery d
                        where d.household_id = h.household_id and d.valid_from <= $2
                        order by d.valid_from desc, d.id desc limit 1) now on true
     left join lateral (select delivery, valid_from from invoice_delivery d
                        where d.household_id = h.household_id and d.valid_from > $2
                        order by d.valid_from desc, d.id desc limit 1) next on true
     where h.household_id = any ($1::uuid[])
     order by h.label, h.household_id`,
    [householdIds, today.toString()],
  );
  return rows.map(({ current, byDefault, nextDelivery, nextFrom, ...household }) => {
    const now = current ?? byDefault;
    const changes = nextDelivery !== null && nextFrom !== null && nextDelivery !== now;
    return {
      ...household,
      now,
      chosen: current !== null,
      next: changes ? { delivery: nextDelivery, from: nextFrom } : null,
    };
  });
}

/** Keeps what a household wants from tomorrow on; the caller has checked that the household is within reach. */
export function chooseDelivery(
  { actor, database, now, address }: SignedInVisit,
  { householdId, delivery }: { householdId: Id<"household">; delivery: Delivery },
): Promise<void> {
  return database.write(async (writes) => {
    const from = parisDate(now).add({ days: 1 });
    const kept = await writes.run(
      "billing_choose_delivery",
      `insert into invoice_delivery (household_id, valid_from, delivery, account_id, by_label, at)
       select $1, $2, $3, $4, $5, $6
       where $3 is distinct from (select d.delivery from invoice_delivery d where d.household_id = $1
                                  order by d.valid_from desc, d.id desc limit 1)`,
      [householdId, from.toString(), delivery, actor.accountId, actor.name, now.toString()],
    );
    if (kept === 0) return;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.delivery-chosen",
      objectKind: "household",
      objectId: householdId,
      householdId,
      facts: { delivery, from: from.toString() },
      address,
    });
  });
}
