import { agePhrase } from "./age-phrase.ts";
import { conditionSentence } from "./condition-sentence.ts";
import type { Unmet } from "./unmet.ts";

/**
 * A condition without the person: « Réservé à l'école « Rue » », « Avoir 3 ans ». It is said once above all those who do
 * not meet it, where `conditionSentence` says to one of them what stands in the way.
 */
export function conditionAlone(unmet: Unmet): string {
  switch (unmet.code) {
    case "too-young":
      return `Avoir ${agePhrase(unmet.fromMonths ?? 0)}`;
    case "too-old":
      return `Avoir moins de ${agePhrase(unmet.untilMonths ?? 0)}`;
    case "age-excluded":
      return "Avoir un autre âge";
    case "no-birth-date":
      return "Une date de naissance au dossier";
    case "for-children":
      return "Être un enfant";
    case "school-unknown":
      return "Une école au dossier";
    case "file-incomplete":
      return "Un dossier complet";
    case "document-missing":
    case "document-over":
      return `Un document : « ${unmet.document} »`;
    case "none-of":
      return unmet.of.map(conditionAlone).join(" ou ");
    case "other-school":
    case "school-excluded":
    case "residence-unknown":
    case "not-resident":
    case "resident-excluded":
    case "file-complete":
    case "document-excluded":
    case "no-sibling":
    case "sibling-excluded":
    case "adults-only":
    case "children-only":
    case "no-group":
    case "group-excluded":
    case "regulars-only":
    case "occasional-only":
    case "nothing-to-book":
      return beforeColon(conditionSentence(unmet));
  }
}

/** « Réservé à l'école « Rue » : en 2026-2027, Hugo… » without what is of Hugo; a colon within quotes is a name's. */
function beforeColon(sentence: string): string {
  const [head = ""] = /^(?:«[^»]*»|[^:«])*/.exec(sentence) ?? [];
  return head.trim().replace(/\.$/, "");
}
