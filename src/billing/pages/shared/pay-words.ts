import { joinChoices } from "#kernel";

import type { PayDesk } from "../../account/settling.ts";
import { payTexts as texts } from "./pay-texts.fr.ts";

/** « Au guichet, Régie Enfance, 3 rue de l’Église : espèces ou chèque. Chèques à l’ordre de « … ». » */
export function deskWords({ name, place, hours, means, chequeOrder }: PayDesk): string {
  const where = [name, place, hours].filter((text) => text !== "").join(", ");
  const desk = texts.desk(where, joinChoices(means));
  return chequeOrder === "" ? desk : `${desk} ${texts.cheque(chequeOrder)}`;
}
