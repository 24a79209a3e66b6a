import { randomUUID } from "node:crypto";

import { guardian, type GuardianVisit } from "#identity";
import {
  formId,
  formList,
  isoDate,
  page,
  refusal,
  route,
  type Answer,
  type FieldMessage,
  type RawInput,
  type Reads,
} from "#platform";
import { z } from "zod";

import { familyPlanning } from "../../../planning/family-planning.ts";
import { mondayOf } from "../../../rules/proposal.ts";
import type { PlanningSpan } from "../../../rules/planning-span.ts";
import type { RepeatUntil } from "../../../rules/repeat-until.ts";
import { confirmPage } from "../confirm/confirm-page.tsx";
import { costOfKept } from "../confirm/cost-of-kept.ts";
import { judgeLines } from "../confirm/judge-lines.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { proposeClear, proposeCopy, proposeLastYear, proposeRepeat, type ToldProposal } from "./proposals.ts";
import type { Tool } from "./form-facts.ts";
import { texts } from "./texts.fr.ts";
import { toolPage } from "./tool-page.tsx";
import { typedOf, type Typed } from "./typed.ts";

const participant = formId<"participant">();
const people = formList(participant, 50).refine((chosen) => chosen.length > 0, texts.chooseSomeone);
const week = z.string(texts.chooseWeek).pipe(isoDate).transform(mondayOf);
const firstDay = z.string(texts.chooseFirst).min(1, { error: texts.chooseFirst, abort: true }).pipe(isoDate);
const lastDay = z.string(texts.chooseLast).min(1, { error: texts.chooseLast, abort: true }).pipe(isoDate);

const peopleAndDays = z
  .object({ pour: people, du: firstDay, au: lastDay })
  .refine(({ du, au }) => Temporal.PlainDate.compare(du, au) <= 0, { error: texts.backwards, path: ["au"] })
  .refine(({ du, au }) => du.until(au, { largestUnit: "days" }).days <= 366, {
    error: texts.tooLong,
    path: ["au"],
  });
const RHYTHMS = { "1": "every", "2": "every-other", paires: "even", impaires: "odd" } as const;

/** Until when, as the form says; undefined where a day is to be written and none is. */
function untilOf(query: {
  jusqua: "vacances" | "fin" | "date";
  date?: Temporal.PlainDate | undefined;
}): RepeatUntil | undefined {
  if (query.jusqua === "vacances") return "holidays";
  if (query.jusqua === "fin") return "end";
  return query.date;
}

/** GET /planning/repeter: what repeating a week would change, to confirm. */
export const repeatRoute = route({
  method: "GET",
  path: "/planning/repeter",
  access: guardian,
  input: z.object({
    query: z
      .object({
        pour: people,
        semaine: week,
        jusqua: z.enum(["vacances", "fin", "date"], texts.chooseUntil),
        date: z.preprocess((text) => (text === "" ? undefined : text), isoDate.optional()),
        rythme: z.enum(["1", "2", "paires", "impaires"], texts.chooseRhythm),
        annuler: z.literal("1").optional(),
      })
      .transform((query, context) => {
        const until = untilOf(query);
        if (typeof until === "string") return { ...query, until };
        const message =
          until === undefined
            ? texts.whichDay
            : Temporal.PlainDate.compare(until, query.semaine) < 0
              ? texts.dayBefore
              : null;
        if (message !== null) context.addIssue({ code: "custom", message, path: ["date"] });
        return { ...query, until: until ?? query.semaine };
      }),
  }),
  toCorrect: formAgain("repeat"),
  answer: (visit, { query }) =>
    propose(visit, query.semaine, (reads) =>
      proposeRepeat(reads, visit, {
        participants: query.pour,
        monday: query.semaine,
        until: query.until,
        rhythm: RHYTHMS[query.rythme],
        alsoCancel: query.annuler !== undefined,
      }),
    ),
});

/** GET /planning/an-dernier: what booking as last year would change, to confirm. */
export const lastYearRoute = route({
  method: "GET",
  path: "/planning/an-dernier",
  access: guardian,
  input: z.object({ query: peopleAndDays }),
  toCorrect: formAgain("lastYear"),
  answer: (visit, { query }) =>
    propose(visit, query.du, (reads) =>
      proposeLastYear(reads, visit, { participants: query.pour, firstDay: query.du, lastDay: query.au }),
    ),
});

/** GET /planning/copier: what copying one child's week would change, to confirm. */
export const copyRoute = route({
  method: "GET",
  path: "/planning/copier",
  access: guardian,
  input: z.object({
    query: z
      .object({ de: z.string(texts.chooseFrom).pipe(participant), pour: people, semaine: week })
      .refine(({ de, pour }) => pour.length === 0 || pour.some((id) => id !== de), {
        error: texts.chooseAnother,
        path: ["pour"],
      }),
  }),
  toCorrect: formAgain("copy"),
  answer: (visit, { query }) =>
    propose(visit, query.semaine, (reads) =>
      proposeCopy(reads, visit, { from: query.de, to: query.pour, monday: query.semaine }),
    ),
});

/** GET /planning/annuler: what cancelling a span of days would change, to confirm. */
export const clearRoute = route({
  method: "GET",
  path: "/planning/annuler",
  access: guardian,
  input: z.object({ query: peopleAndDays }),
  toCorrect: formAgain("clear"),
  answer: (visit, { query }) =>
    propose(visit, query.du, (reads) =>
      proposeClear(reads, visit, { participants: query.pour, firstDay: query.du, lastDay: query.au }),
    ),
});

async function propose(
  visit: GuardianVisit,
  day: Temporal.PlainDate,
  make: (reads: Reads) => Promise<ToldProposal>,
): Promise<Answer> {
  const proposal = await visit.database.read(make);
  const judged = await judgeLines(visit, proposal.lines);
  if (!judged.ok) return refusal(refusedForm(judged.refusal));
  const cost = await costOfKept(visit, proposal.lines, judged.value);
  const span = { kind: "month" as const, month: day.toPlainYearMonth() };
  return page(confirmPage({ ...proposal, ...judged.value, cost, pageKey: randomUUID(), span }));
}

/** An address opened bare shows the empty form; one that does not fit, the form as it was sent with what to correct. */
function formAgain(tool: Tool) {
  return async (
    { actor, database, now }: GuardianVisit,
    messages: readonly FieldMessage[],
    { query }: RawInput,
  ): Promise<Answer> => {
    const typed = typedOf(query, messages);
    const planning = await familyPlanning(database, actor.guardian, now, weekShown(typed));
    return page(toolPage({ tool, planning, now, typed }), typed === undefined ? 200 : 422);
  };
}

/** The month of the week that was chosen, so that the form offers it again. */
function weekShown(typed: Typed | undefined): PlanningSpan | undefined {
  const chosen = isoDate.safeParse(typed?.values.get("semaine")?.[0]).data;
  return chosen === undefined ? undefined : { kind: "month", month: chosen.toPlainYearMonth() };
}
