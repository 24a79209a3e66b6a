import { agentEverywhere, type Access, type SignedInVisit } from "#identity";

/**
 * @rule Qui règle les durées de conservation
 *
 * Un administrateur choisit les durées, lit ce qui s’effacerait et ce qui s’est effacé : des nombres. Les noms ne sont
 * montrés qu’à qui a aussi le droit de lire ces dossiers : les fiches sanitaires pour la santé, les familles pour le reste.
 */
export const retentionAgent: Access<SignedInVisit> = agentEverywhere("settings.write");
