import { randomUUID } from "node:crypto";

import { formToken } from "#platform";

import type { LoadForm } from "../load/load-form.ts";

/** Where a planning is saved. */
export const SAVE_PATH = "/planning/enregistrer";

/**
 * The fields that the page « vérifiez » sends: the visitor's token, the page's key and the lines, a participant
 * once for the places that follow.
 */
export function formFields(
  session: string,
  lines: LoadForm["lines"],
  pageKey: string = randomUUID(),
): readonly (readonly [string, string])[] {
  const words: string[] = [];
  let last: string | undefined;
  for (const { participantId, slotId, hours } of lines) {
    if (participantId !== last) words.push(participantId);
    words.push(`${slotId}+${hours === undefined ? "" : `${hours.from}.${hours.to}`}`);
    last = participantId;
  }
  return [
    ["formulaire", formToken(session)],
    ["cle", pageKey],
    ["lignes", words.join(" ")],
  ];
}
