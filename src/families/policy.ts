import { agentEverywhere, type Access, type SignedInVisit } from "#identity";

/**
 * @rule Qui peut changer un dossier famille
 *
 * Adresse, adultes, enfants, personnes autorisées, autorité et payeurs sont ceux de la famille entière, et non d'un
 * lieu : ils se changent avec ce droit donné pour tous les lieux.
 */
export const familiesWriter: Access<SignedInVisit> = agentEverywhere("families.write");

/**
 * @rule Qui peut lire et corriger une fiche sanitaire
 *
 * Les responsables légaux de l’enfant lisent et corrigent sa fiche sanitaire ; un adulte du foyer sans autorité sur
 * l’enfant ne la voit pas. Un agent la lit s’il en a le droit là où l’enfant est inscrit ; il la corrige s’il a ce
 * droit partout. Chaque lecture et chaque changement sont écrits dans le journal, sans ce que dit la fiche.
 */
export const healthWriter: Access<SignedInVisit> = agentEverywhere("health.write");
