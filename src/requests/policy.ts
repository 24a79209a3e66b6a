import { agentEverywhere, type Access, type SignedInVisit } from "#identity";

const WRITE = "requests.write";

/**
 * @rule Qui voit et traite les démarches
 *
 * Une famille ne voit que les démarches qu’elle a commencées : chaque adulte voit les siennes, et jamais celles de
 * l’autre parent. Un agent les voit et y répond s’il traite les démarches et s’il a, pour tous les lieux, le droit que
 * leur effet demande : changer les dossiers pour une adresse, les revenus pour un quotient, la santé pour une fiche
 * sanitaire. Le registre de ce que les agents ont lu et décidé est le journal.
 */
export const requestsWriter: Access<SignedInVisit> = agentEverywhere(WRITE);

/** An agent who opens kinds of request, says what the law wants of them and publishes them. */
export const kindsWriter: Access<SignedInVisit> = agentEverywhere("requests.settings");
