import type { Cents } from "#kernel";

import type { GatewayMode, GatewayResult } from "../gateway/gateway.ts";

/** What was asked of the service. */
export interface Asked {
  readonly refdet: string;
  readonly amount: Cents;
  readonly account: string;
  readonly mode: GatewayMode;
}

/** A field in which the answer is not what was asked. */
export interface Difference {
  readonly field: keyof Asked;
  readonly asked: string;
  readonly came: string;
}

/**
 * @rule La réponse de PayFiP est comparée à ce qui était demandé
 *
 * Le montant, la référence, le numéro de la collectivité et le mode doivent être ceux de la demande. Une seule différence,
 * et rien n’est inscrit au compte : un agent regarde.
 *
 * Exemple : 48,00 € demandés, 4,80 € annoncés payés : l’écart attend un agent ; la facture reste à régler.
 */
export function differences(asked: Asked, came: GatewayResult): readonly Difference[] {
  const fields = ["refdet", "amount", "account", "mode"] as const;
  return fields.flatMap((field) =>
    asked[field] === came[field] ? [] : [{ field, asked: String(asked[field]), came: String(came[field]) }],
  );
}
