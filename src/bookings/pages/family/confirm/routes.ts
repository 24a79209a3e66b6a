import { guardian, type GuardianVisit } from "#identity";
import { page, redirect, refusal, route, type Answer, type FieldMessage } from "#platform";
import { z } from "zod";

import { leavesFirst } from "../../../rules/hours.ts";
import { spanQuery, type PlanningSpan } from "../../../rules/planning-span.ts";
import { submitBookings } from "../../../submit/submit-bookings.ts";
import { familyPlanning } from "../../../planning/family-planning.ts";
import { hoursPage } from "../hours/hours-page.tsx";
import { sentPlanning, submissionKey, type SentPlanning } from "../forms/sent-planning.ts";
import { refusedForm, unreadableForm } from "../forms/refused-form.ts";
import { asksLate, givesBackLate } from "../../../submit/late-lines.ts";
import { confirmPage, keptLines } from "./confirm-page.tsx";
import { costOfKept } from "./cost-of-kept.ts";
import { judgeLines } from "./judge-lines.ts";

/** Where what was ticked is shown in words; it writes nothing. */
const VERIFY = "/planning/verifier";

const input = z.object({ body: sentPlanning });

/**
 * POST /planning/verifier: says what will change, and what would be refused, before anything is saved; writes nothing.
 * Lines are judged as they will be when they are sent.
 */
export const verifyRoute = route({
  method: "POST",
  path: VERIFY,
  shownBy: VERIFY,
  access: guardian,
  input,
  toCorrect: unreadable,
  async answer(visit, { body }) {
    const { lines, span } = body;
    if (lines.length > 0) return confirm(visit, body);
    return body.changing ? hoursAgain(visit, body) : redirect(unchanged(span));
  },
});

/** POST /planning/enregistrer: saves what the planning, or the page that confirms, sends; then its receipt. */
export const saveRoute = route({
  method: "POST",
  path: "/planning/enregistrer",
  shownBy: VERIFY,
  access: guardian,
  input: z.object({ body: sentPlanning.and(z.object({ tard: z.literal("1").optional() })) }),
  toCorrect: unreadable,
  async answer(visit, { body: { lines, span, pageKey, tard } }) {
    if (lines.length === 0) return redirect(unchanged(span));
    if (lines.some(leavesFirst)) return confirm(visit, { lines, span, pageKey });
    const { database, now, actor } = visit;
    // Nobody pays for a late cancellation without having read what it costs.
    const unread =
      tard === undefined && (await database.read((reads) => asksLate(reads, lines, now, "family")));
    if (unread) return confirm(visit, { lines, span, pageKey });
    const key = submissionKey(pageKey, actor.accountId, lines);
    const late = tard === undefined ? null : { cause: "family" as const, waived: null };
    const result = await submitBookings(visit, { key, lines, late });
    return result.ok ? redirect(`/recus/${key}`) : refusal(refusedForm(result.refusal));
  },
});

/** What will change, to be saved; with what to correct where a departure comes before the arrival. */
async function confirm(
  visit: GuardianVisit,
  { lines, span, pageKey }: Pick<SentPlanning, "lines" | "span" | "pageKey">,
): Promise<Answer> {
  const judged = await judgeLines(visit, lines);
  if (!judged.ok) return refusal(refusedForm(judged.refusal));
  const cost = await costOfKept(visit, lines, judged.value);
  const late = givesBackLate(keptLines(lines, judged.value), judged.value.facts, visit.now);
  const content = confirmPage({ lines, ...judged.value, cost, late, left: [], pageKey, span });
  return page(content, lines.some(leavesFirst) ? 422 : 200);
}

/** Hours were chosen and no day is ticked: the same page, with the hours as they were chosen. */
async function hoursAgain(
  { actor, database, now }: GuardianVisit,
  { span, pageKey, chosen }: SentPlanning,
): Promise<Answer> {
  const planning = await familyPlanning(database, actor.guardian, now, span);
  return page(hoursPage({ planning, now, pageKey, chosen }), 422);
}

function unchanged(span: PlanningSpan | undefined): string {
  return span === undefined ? "/planning?inchange=1" : `/planning?${spanQuery(span)}&inchange=1`;
}

async function unreadable(_visit: GuardianVisit, messages: readonly FieldMessage[]): Promise<Answer> {
  return refusal(unreadableForm(messages));
}
