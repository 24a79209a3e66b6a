import { agentEverywhere, type Access, type SignedInVisit } from "#identity";

const WRITE = "requests.write";

/**
 * @rule Qui voit et traite les démarches
 *
 * Chaque adulte voit les démarches qu’il a commencées, et lui seul les complète ou les retire. Les autres adultes du
 * foyer lisent celles que le type partage (un quotient, un enfant à ajouter), une fois envoyées et s’ils ont autorité sur
 * l’enfant concerné ; jamais ce qui touche à la santé ou à la vie privée, ni ce que demande l’autre foyer d’un enfant.
 * C’est un réglage de chaque type. Un agent les voit et y répond s’il traite les démarches et s’il a, pour tous les lieux, le droit que
 * leur effet demande : changer les dossiers pour une adresse, les revenus pour un quotient, la santé pour une fiche
 * sanitaire. Le registre de ce que les agents ont lu et décidé est le journal.
 */
export const requestsWriter: Access<SignedInVisit> = agentEverywhere(WRITE);

/** An agent who opens kinds of request, says what the law wants of them and publishes them. */
export const kindsWriter: Access<SignedInVisit> = agentEverywhere("requests.settings");
