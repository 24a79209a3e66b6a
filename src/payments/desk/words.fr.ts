import { formatMoment, parisDateTime } from "#kernel";

import type { DeskMeans } from "./regie.ts";

/** Words that every page, print and mail of a régie shares. */
export const words = {
  means: {
    cash: "Espèces",
    cheque: "Chèque",
    desk_card: "Carte au guichet",
    cesu: "CESU",
    ancv: "Chèques-vacances (ANCV)",
    transfer: "Virement",
  } satisfies Record<DeskMeans, string>,
  /** The same in a sentence to a family. */
  paidBy: {
    cash: "espèces",
    cheque: "chèque",
    desk_card: "carte bancaire",
    cesu: "CESU",
    ancv: "chèques-vacances (ANCV)",
    transfer: "virement (demandez les coordonnées bancaires)",
  } satisfies Record<DeskMeans, string>,
  number: ({ year, number }: { year: number; number: number }) =>
    `${year}-${String(number).padStart(6, "0")}`,
  moment: (at: Temporal.Instant) => {
    const local = parisDateTime(at);
    return formatMoment(local.toPlainDate(), local.toPlainTime());
  },
};
