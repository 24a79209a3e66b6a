import type { Id } from "#kernel";

import { dateInFull } from "./date-in-full.ts";
import type { DoneBy } from "./who-did-it.ts";

/** What was done of an enrolment, and the days that it then had. */
export interface EnrolmentAct extends DoneBy {
  readonly at: Temporal.Instant;
  readonly act: "enrolled" | "changed" | "ended";
  readonly enrolmentId: Id<"enrolment">;
  readonly householdId: Id<"household">;
  readonly participantId: Id<"participant">;
  readonly firstName: string;
  readonly activityName: string;
  readonly siteName: string;
  readonly seasonName: string;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

/** What the history may say of an enrolment, and whether a right to come was taken or given back. */
const ACTS = {
  enrolled: { word: "Inscription", tone: "added" },
  changed: { word: "Inscription changée", tone: "added" },
  ended: { word: "Fin d’inscription", tone: "removed" },
} as const;

/** « Inscription », and the tone that repeats it. */
export function enrolmentActWords(act: EnrolmentAct["act"]): (typeof ACTS)[EnrolmentAct["act"]] {
  return ACTS[act];
}

/** « Lina, École de musique, 2ᵉ trimestre : du 4 janvier 2027 au 2 avril 2027 (Rue) » */
export function enrolmentActLine(told: EnrolmentAct): string {
  const { firstName, activityName, siteName, seasonName, firstDay, lastDay } = told;
  const none = Temporal.PlainDate.compare(firstDay, lastDay) > 0;
  const days = none ? "aucun jour" : `du ${dateInFull(firstDay)} au ${dateInFull(lastDay)}`;
  return `${firstName}, ${activityName}, ${seasonName} : ${days} (${siteName})`;
}
