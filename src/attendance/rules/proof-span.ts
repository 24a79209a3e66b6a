/** What a proof is for, and when it came. */
export interface ProofSpan {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  receivedOn: Temporal.PlainDate;
}

/** What has to be written otherwise; null where nothing has. */
export type ProofFault = "ends-before-it-starts" | "too-long" | "received-later";

/** The longest span of one proof: a longer one is written in two. */
const LONGEST_DAYS = 92;

/**
 * @rule Un justificatif pour plusieurs jours
 *
 * Un justificatif vaut d’un jour à un jour, les deux compris, trois mois au plus, et porte le jour où il a été reçu :
 * aujourd’hui ou avant. Il est noté sur chaque absence pointée de ces jours ; un jour pas encore pointé reste à pointer, et
 * une présence reste une présence. Exemple : un certificat du 3 au 7 novembre, reçu le 9, est noté sur le mardi 3 et le
 * jeudi 5 où l’enfant a été pointé absent.
 */
export function proofFault(
  { first, last, receivedOn }: ProofSpan,
  today: Temporal.PlainDate,
): ProofFault | null {
  const { compare } = Temporal.PlainDate;
  if (compare(last, first) < 0) return "ends-before-it-starts";
  if (first.until(last).days >= LONGEST_DAYS) return "too-long";
  return compare(receivedOn, today) > 0 ? "received-later" : null;
}
