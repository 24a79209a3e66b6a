import { formatShortDate } from "#kernel";

/** What is known of a child's PAI. */
export interface PaiFacts {
  readonly hasPai: boolean;
  readonly paiUntil: Temporal.PlainDate | null;
}

/**
 * @rule Un PAI se renouvelle
 *
 * Un projet d’accueil individualisé vaut jusqu’à sa date, ce jour compris. Après, il reste signalé, avec la mention
 * « à renouveler » : ce que l’enfant risque ne disparaît pas avec la date.
 *
 * Exemple : un PAI jusqu’au 5 juillet 2027 est « PAI » ce jour-là, « PAI à renouveler » le 6 juillet.
 *
 * The words of the mark, empty where there is no PAI.
 */
export function paiWord({ hasPai, paiUntil }: PaiFacts, today: Temporal.PlainDate): string {
  if (!hasPai) return "";
  const over = paiUntil !== null && Temporal.PlainDate.compare(paiUntil, today) < 0;
  return over ? "PAI à renouveler" : "PAI";
}

/** « PAI jusqu’au 05/07/2027 » */
export function paiSentence(facts: PaiFacts, today: Temporal.PlainDate): string {
  const word = paiWord(facts, today);
  if (word === "" || facts.paiUntil === null) return word;
  return word === "PAI"
    ? `PAI jusqu’au ${formatShortDate(facts.paiUntil)}`
    : `${word} depuis le ${formatShortDate(facts.paiUntil)}`;
}
