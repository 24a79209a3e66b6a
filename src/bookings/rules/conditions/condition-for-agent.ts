import { conditionSentence } from "./condition-sentence.ts";
import type { Unmet } from "./unmet.ts";

/** « … : appelez-nous pour la donner. », « … ; si cela a changé, appelez-nous. », « … : envoyez-le dans … ». */
const CALL_US = /(?:\s;[^;.]*,|\s:|,) (?:appelez-nous|envoyez-le)[^.]*\./gu;

/**
 * The same, read by an agent: which condition is not met, without « appelez-nous ». « Réservé aux enfants de l'école de
 * Rue : en 2026-2027, Lina est à l'école du Crotoy. »
 */
export function conditionForAgent(unmet: Unmet): string {
  return conditionSentence(unmet).replace(CALL_US, ".");
}
