import { agentEverywhere, agentWith, type SignedIn } from "#identity";

import type { KeptRegie } from "./regie.ts";

/** An agent who may be named in a régie; the use case looks whether he or she is. */
export const deskAgent = agentWith("regie.use");

/** An agent who writes what a régie may do and whom it names. */
export const regieSettingsWriter = agentEverywhere("regie.settings");

/** What somebody may do in a régie. `control`: read everything, take nothing. */
export type DeskRole = "holder" | "taker" | "control";

/**
 * @rule Qui encaisse, et qui tient la régie
 *
 * Personne n’encaisse sans être nommé : il faut le droit d’encaisser, et que la régie vous nomme ce jour-là. Le régisseur
 * et ses suppléants encaissent, corrigent, remboursent, versent et clôturent. Un mandataire encaisse et lit les
 * quittances. Qui écrit les réglages des régies les lit toutes, et n’encaisse rien sans être nommé.
 *
 * Exemple : Martine, à l’accueil, n’ouvre la régie « Enfance » qu’à partir du jour où ses réglages la nomment mandataire.
 */
export function deskRole(actor: SignedIn, regie: KeptRegie): DeskRole | undefined {
  const { regisseurId, deputyIds, takerIds } = regie;
  if (actor.rights.has("regie.use")) {
    if (actor.accountId === regisseurId || deputyIds.includes(actor.accountId)) return "holder";
    if (takerIds.includes(actor.accountId)) return "taker";
  }
  return actor.rights.get("regie.settings") === "everywhere" ? "control" : undefined;
}
