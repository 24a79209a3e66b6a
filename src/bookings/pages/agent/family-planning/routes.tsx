import { randomUUID } from "node:crypto";

import { agentWith, type SignedInVisit, type Visit } from "#identity";
import {
  Checkbox,
  ErrorSummary,
  formId,
  formText,
  isoMonth,
  isoWeek,
  notFound,
  page,
  redirect,
  refusal,
  route,
  TextField,
  type Answer,
  type Correction,
  type FieldMessage,
  type Route,
} from "#platform";
import { z } from "zod";

import { parisDate, type Id } from "#kernel";

import { costFor } from "../../../estimates/cost-of-lines.ts";
import { familyPlanning } from "../../../planning/family-planning.ts";
import { leavesFirst } from "../../../rules/hours.ts";
import type { Line } from "../../../rules/lines.ts";
import { householdTurns } from "../../../waiting/household-turns.ts";
import { asksLate, givesBackLate } from "../../../submit/late-lines.ts";
import { submitBookings } from "../../../submit/submit-bookings.ts";
import { confirmPage, keptLines } from "../../family/confirm/confirm-page.tsx";
import { costOfKept } from "../../family/confirm/cost-of-kept.ts";
import { judgeLines } from "../../family/confirm/judge-lines.ts";
import { refusedForm, unreadableForm } from "../../family/forms/refused-form.ts";
import { sentPlanning, spanOf, submissionKey, type SentPlanning } from "../../family/forms/sent-planning.ts";
import { isOffered } from "../../family/offers/turn-card.tsx";
import { planningPage } from "../../family/planning/planning-page.tsx";
import { agentReach } from "../../../reach/agent-reach.ts";
import { actingFor } from "./acting-for.tsx";
import { LateFields, readLate, sentLate, type SentLate } from "./late-fields.tsx";
import { texts } from "./texts.fr.ts";

const LONGEST_REASON = 300;
const ofHousehold = z.object({ household: formId<"household">() });
const RIGHT = "bookings.write";
const access = agentWith(RIGHT);

/** GET …/planning: one month or week of a family, which the agent may change after the deadlines too. */
const planningRoute = route({
  method: "GET",
  path: "/agent/familles/:household/planning",
  access,
  input: z.object({
    params: ofHousehold,
    query: z.object({
      mois: isoMonth.optional(),
      semaine: isoWeek.optional(),
      inchange: z.literal("1").optional(),
    }),
  }),
  async answer({ actor, database, now }, { params: { household }, query }) {
    const seen = await database.read(async (reads) => {
      const known = await agentReach(reads, actor, RIGHT, { household, today: parisDate(now) });
      return known && { ...known, turns: await householdTurns(reads, known.reach) };
    });
    if (seen === undefined) return notFound;
    const planning = await familyPlanning(database, seen.reach, now, spanOf(query));
    const turns = seen.turns.filter((turn) => isOffered(turn, now));
    const whom = actingFor(actor, household, seen.label, { turns, pageKey: randomUUID() });
    const unchanged = query.inchange !== undefined;
    return page(planningPage({ planning, now, pageKey: randomUUID(), unchanged, whom }));
  },
});

/** POST …/verifier: what will change, with the reason to write. */
const verifyRoute = route({
  method: "POST",
  path: "/agent/familles/:household/planning/verifier",
  access,
  input: z.object({ params: ofHousehold, body: sentPlanning }),
  toCorrect: unreadable,
  answer: (visit, { params: { household }, body }) => askReason(visit, household, body, null),
});

/** POST …/enregistrer: saves with the reason, which the family reads; then the receipt. */
const saveRoute = route({
  method: "POST",
  path: "/agent/familles/:household/planning/enregistrer",
  access,
  input: z.object({
    params: ofHousehold,
    body: sentPlanning.and(
      sentLate.extend({ motif: formText(2_000).default(""), "au-dela": z.literal("1").optional() }),
    ),
  }),
  toCorrect: unreadable,
  async answer(visit, { params: { household }, body }) {
    const { pageKey, motif } = body;
    const overCapacity = body["au-dela"] === "1";
    const lines = overCapacity ? body.lines.map(bookedAnyway) : body.lines;
    if (lines.length === 0) return redirect(`/agent/familles/${household}/planning?inchange=1`);
    const { database, now, actor } = visit;
    const isLate = await database.read((reads) => asksLate(reads, lines, now, "agent"));
    const read = isLate ? readLate(body, actor) : { late: null };
    const corrections = [
      ...("corrections" in read ? read.corrections : []),
      ...(motif === "" ? [{ field: "motif", message: texts.reason.missing }] : []),
      ...(motif.length > LONGEST_REASON ? [{ field: "motif", message: texts.reason.tooLong }] : []),
    ];
    if ("corrections" in read || corrections.length > 0 || lines.some(leavesFirst))
      return askReason(visit, household, body, { motif, overCapacity, late: body, corrections });
    const key = submissionKey(pageKey, actor.accountId, lines);
    const forFamily = { householdId: household, reason: motif, overCapacity };
    const result = await submitBookings(visit, { key, lines, late: read.late }, forFamily);
    if (result.ok) return redirect(`/recus/${key}`);
    const refused = result.refusal;
    return refused.code === "unknown-household" ? notFound : refusal(refusedForm(refused));
  },
});

/** A place that the family would wait for is booked over the places that there are: the agent says so. */
function bookedAnyway(line: Line): Line {
  return line.act === "wait" ? { ...line, act: "book" } : line;
}

/** The page that confirms, asking for the reason; with what was written when it has to be corrected. */
async function askReason(
  visit: SignedInVisit,
  household: Id<"household">,
  { lines, span, pageKey }: SentPlanning,
  sent: {
    motif: string;
    overCapacity: boolean;
    late: SentLate;
    corrections: readonly Correction[];
  } | null,
): Promise<Answer> {
  const seen = await visit.database.read((reads) =>
    agentReach(reads, visit.actor, RIGHT, { household, today: parisDate(visit.now) }),
  );
  if (seen === undefined) return notFound;
  const whom = actingFor(visit.actor, household, seen.label);
  if (lines.length === 0) return redirect(`${whom.base}?inchange=1`);
  // Nothing is sent without a reason: what the page says holds once there is one.
  const overCapacity = sent?.overCapacity ?? false;
  const judged = await judgeLines(
    visit,
    overCapacity ? lines.map(bookedAnyway) : lines,
    { householdId: household, reason: texts.reason.label, overCapacity },
    seen.reach,
  );
  if (!judged.ok) return refusal(refusedForm(judged.refusal));
  const cost = costFor(await costOfKept(visit, lines, judged.value, "if-family"), []);
  const corrections = sent?.corrections ?? [];
  const isLate = givesBackLate(keptLines(lines, judged.value), judged.value.facts, visit.now);
  const content = confirmPage({
    lines,
    ...judged.value,
    left: [],
    cost,
    pageKey,
    span,
    whom,
    field: (
      <>
        {lines.some(({ act }) => act === "wait") && (
          <Checkbox
            name="au-dela"
            value="1"
            label={texts.overCapacity.label}
            hint={texts.overCapacity.hint}
            checked={overCapacity}
          />
        )}
        {isLate && (
          <LateFields
            sent={sent?.late}
            costs={cost?.late ?? []}
            actor={visit.actor}
            corrections={corrections}
          />
        )}
        <TextField
          name="motif"
          label={texts.reason.label}
          hint={texts.reason.hint}
          value={sent?.motif ?? ""}
          correction={corrections.find(({ field }) => field === "motif")?.message}
          maxLength={LONGEST_REASON}
        />
      </>
    ),
    ...(corrections.length === 0 ? {} : { flash: <ErrorSummary items={corrections} /> }),
  });
  return page(content, corrections.length === 0 && !lines.some(leavesFirst) ? 200 : 422);
}

async function unreadable(_visit: SignedInVisit, messages: readonly FieldMessage[]): Promise<Answer> {
  return refusal(unreadableForm(messages));
}

/** An agent books and cancels for a family. */
export const familyPlanningRoutes: readonly Route<Visit>[] = [planningRoute, verifyRoute, saveRoute];
