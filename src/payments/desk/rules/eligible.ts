import { cents, type Cents, type Id } from "#kernel";

/** A line of a document, as the means of a desk read it. */
export interface DeskLine {
  readonly invoice: Id<"invoice">;
  readonly creditNote: boolean;
  readonly activity: Id<"activity"> | null;
  readonly kind: string;
  readonly cents: Cents;
  readonly day: Temporal.PlainDate;
  /** Null where it concerns nobody in particular: a yearly file. */
  readonly bornOn: Temporal.PlainDate | null;
  /** The document that a line of a credit note gives back from. */
  readonly corrects: Id<"invoice"> | null;
}

/** What a title may pay: activities, and some only for children below an age. */
export interface TitleScope {
  readonly activities: readonly Id<"activity">[];
  readonly youngActivities: readonly Id<"activity">[];
  readonly youngAge: number;
  /** Lines of these kinds only, those of care: no absence, no supplement, no card; null: of any kind but penalties. */
  readonly kinds: readonly string[] | null;
}

/** Whether a title may pay this line. */
export function mayPay(
  line: DeskLine,
  { activities, youngActivities, youngAge, kinds }: TitleScope,
): boolean {
  const { activity, kind, day, bornOn } = line;
  if (activity === null || kind === "penalty") return false;
  if (kinds !== null && !kinds.includes(kind)) return false;
  if (activities.includes(activity)) return true;
  if (!youngActivities.includes(activity) || bornOn === null) return false;
  return Temporal.PlainDate.compare(day, bornOn.add({ years: youngAge })) < 0;
}

/**
 * @rule Ce que le CESU et le chèque-vacances peuvent payer
 *
 * Un titre paie les lignes que la régie admet pour lui, ligne par ligne : le CESU, la garde (accueil du matin et du soir,
 * multi-accueil ; le centre de loisirs avant six ans) et jamais la cantine, une absence facturée, les suppléments ni les pénalités ; l’ANCV,
 * les activités que la régie nomme. On ne rend pas la monnaie sur un titre, et il ne devient pas un crédit : le montant ne
 * dépasse pas les lignes admises qui restent à régler. Ce qui a été payé autrement a d’abord réglé les lignes que le
 * titre ne peut pas payer.
 *
 * Exemple : une facture de 50,00 €, dont 30,00 € de cantine et 20,00 € d’accueil du soir. 20,00 € de CESU passent ;
 * 25,00 € sont refusés. Après 30,00 € en espèces, il reste 20,00 €, que le CESU peut régler.
 *
 * @param open what of each document is owed still
 * @param paidByTitle what titles of the same kind have settled of each already
 */
export function eligibleOpen<Line extends DeskLine>(
  lines: readonly Line[],
  open: ReadonlyMap<Id<"invoice">, Cents>,
  paidByTitle: ReadonlyMap<Id<"invoice">, number>,
  admits: (line: Line) => boolean,
): ReadonlyMap<Id<"invoice">, Cents> {
  const admitted = lines.filter(admits);
  const sum = (of: readonly DeskLine[]) => of.reduce((total, line) => total + line.cents, 0);
  return new Map(
    [...open].map(([invoice, owed]) => {
      const own = sum(admitted.filter((line) => line.invoice === invoice));
      const givenBack = sum(admitted.filter((line) => line.creditNote && line.corrects === invoice));
      const left = own + Math.min(0, givenBack) - (paidByTitle.get(invoice) ?? 0);
      return [invoice, cents(Math.max(0, Math.min(owed, left)))] as const;
    }),
  );
}
