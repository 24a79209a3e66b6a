import { parisDate } from "#kernel";

import type { KeptSetting } from "../settings/setting.ts";
import type { ActivationPayment } from "./activation.ts";
import { nextWorkingDay } from "./working-day.ts";

/** What is known of a number that an agent wants to open for real. */
export interface KnownNumber {
  readonly account: string;
  readonly current: KeptSetting | undefined;
  /** The payments of trial and of activation of this number. */
  readonly payments: readonly Pick<ActivationPayment, "mode" | "state" | "at">[];
  /** The agent says that PayFiP has activated it already, for another program. */
  readonly declared: boolean;
}

/**
 * @rule Passer en production
 *
 * Un numéro client ne passe en production que si son paiement d’activation est connu ici et a pris effet (le jour ouvré qui
 * suit), ou si l’agent déclare qu’il est déjà activé à PayFiP, par un autre logiciel : sans cela, PayFiP refuserait chaque
 * paiement des familles. Un numéro qui y est déjà y reste.
 *
 * Exemple : payé le vendredi 13 novembre 2026 : production possible à partir du lundi 16.
 *
 * @returns null where it may; else the day from which it may, or « never » where no activation is known
 */
export function mayProduce(
  { account, current, payments, declared }: KnownNumber,
  now: Temporal.Instant,
): Temporal.PlainDate | "never" | null {
  if (declared || (current?.mode === "production" && current.account === account)) return null;
  const days = payments
    .filter(({ mode, state }) => mode === "activation" && state === "paid")
    .map(({ at }) => nextWorkingDay(parisDate(at)))
    .toSorted((one, other) => Temporal.PlainDate.compare(one, other));
  const [first] = days;
  if (first === undefined) return "never";
  return Temporal.PlainDate.compare(first, parisDate(now)) > 0 ? first : null;
}
