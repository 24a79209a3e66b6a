import { agentEverywhere, type Access, type SignedInVisit } from "#identity";

/**
 * @rule Qui peut changer le calendrier
 *
 * Le calendrier vaut pour tous les lieux : il faut le droit de le changer partout. L'agent d'un seul lieu ferme des
 * jours de ce lieu, sans toucher au calendrier.
 */
export const calendarAgent: Access<SignedInVisit> = agentEverywhere("calendar.write");
