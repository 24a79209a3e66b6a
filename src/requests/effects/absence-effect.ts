import {
  isAbsenceReason,
  proofFault,
  proveAbsences,
  spanDays,
  spanDayWords,
  type AbsenceReason,
  type SpanDay,
} from "#attendance";
import { everyoneOf } from "#identity";
import { reachedChildren } from "#families";
import { capitalise, countOf, formatDay, ok, parisDate, parseId, refuse, type Id } from "#kernel";
import { hashedId, type Reads } from "#platform";

import type { Answers } from "../rules/form.ts";
import type { About, Effect, Sent } from "./effect.ts";
import { texts } from "./texts.fr.ts";

/**
 * Notes a proof on the absences of a child from a day to a day, received on the day the request came: what they cost
 * then follows the absence rule of the price. A day that is not noted yet is noted first.
 */
export const absenceEffect: Effect = {
  right: "attendance.write",
  discreet: true,
  aboutDays: true,
  needs: ["enfant", "du", "au", "motif"],
  answered: false,
  known: () => Promise.resolve({}),
  fault({ du = "", au = "" }, today) {
    if (du === "" || au === "") return undefined;
    const span = { first: Temporal.PlainDate.from(du), last: Temporal.PlainDate.from(au), receivedOn: today };
    const fault = proofFault(span, today);
    return fault === null ? undefined : { field: "au", sentence: texts.absence.faults[fault] };
  },
  async consequences(reads, about, sent, { actor }) {
    const asked = await absenceAsked(reads, about, sent);
    if (asked === undefined) return [];
    const { reason, receivedOn } = asked;
    const days = await spanDays(reads, actor, asked);
    return days.map((day) => ({
      what: `${capitalise(formatDay(day.date))}, ${day.siteName}, ${day.unitName}`,
      now: spanDayWords(day),
      after: day.state === "none" ? texts.absence.first : spanDayWords(proven(day, reason, receivedOn)),
    }));
  },
  async apply(visit, about, { sent }) {
    const asked = await visit.database.read((reads) => absenceAsked(reads, about, sent));
    if (asked === undefined) return refuse({ code: "impossible", sentence: texts.absence.gone });
    const days = await visit.database.read((reads) => spanDays(reads, visit.actor, asked));
    const left = days.filter(({ state }) => state === "none").length;
    if (left > 0) return refuse({ code: "impossible", sentence: texts.absence.left(countOf(left, "jour")) });
    if (!days.some(({ state }) => state === "absent"))
      return refuse({ code: "impossible", sentence: texts.absence.none });
    const key = hashedId<"page">("request", about.requestId, String(sent.number));
    const proven = await proveAbsences(visit, { key, ...asked });
    if (!proven.ok) throw new Error(`A proof that was sent cannot be noted: ${proven.refusal.code}`);
    return ok(null);
  },
};

/** An absence stays one, with its reason and its proof; who came has come. */
const proven = (day: SpanDay, reason: AbsenceReason, proofOn: Temporal.PlainDate): SpanDay =>
  day.state === "absent" ? { ...day, reason, proofOn } : day;

interface AskedProof {
  readonly participantId: Id<"participant">;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly reason: AbsenceReason;
  readonly receivedOn: Temporal.PlainDate;
}

/** What a request asks to be proved; undefined where the child is no longer of the household. */
async function absenceAsked(
  reads: Reads,
  { householdId }: About,
  { answers, receivedAt }: Sent,
): Promise<AskedProof | undefined> {
  const children = await reachedChildren(reads, everyoneOf([householdId]));
  const child = children.find(({ participantId }) => participantId === parseId(answers["enfant"]));
  if (child === undefined) return undefined;
  return { participantId: child.participantId, ...spanOf(answers), receivedOn: parisDate(receivedAt) };
}

function spanOf({ du = "", au = "", motif = "" }: Answers) {
  const reason: AbsenceReason = isAbsenceReason(motif) ? motif : "other";
  return { first: Temporal.PlainDate.from(du), last: Temporal.PlainDate.from(au), reason };
}
