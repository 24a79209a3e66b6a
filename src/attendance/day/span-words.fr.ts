import { formatShortDate } from "#kernel";

import { reasonWord } from "../rules/absence-reason.ts";
import type { SpanDay } from "./prove-absences.ts";

const STATES = { present: "Présent", absent: "Absent", none: "À pointer" } as const;

/** « Absent, maladie, justificatif reçu le 09/11/2026 » */
export function spanDayWords({
  state,
  reason,
  proofOn,
}: Pick<SpanDay, "state" | "reason" | "proofOn">): string {
  return [
    STATES[state],
    ...(reason === null ? [] : [reasonWord(reason).toLocaleLowerCase("fr-FR")]),
    ...(proofOn === null ? [] : [`justificatif reçu le ${formatShortDate(proofOn)}`]),
  ].join(", ");
}
