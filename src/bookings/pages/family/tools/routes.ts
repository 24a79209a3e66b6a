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
  type Reads,
} from "#platform";
import { z } from "zod";

import { mondayOf } from "../../../rules/proposal.ts";
import type { RepeatUntil } from "../../../rules/repeat-until.ts";
import { confirmPage } from "../confirm/confirm-page.tsx";
import { judgeLines } from "../confirm/judge-lines.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { texts as formTexts } from "../forms/texts.fr.ts";
import { proposeClear, proposeCopy, proposeLastYear, proposeRepeat, type ToldProposal } from "./proposals.ts";
import { texts } from "./texts.fr.ts";

const participant = formId<"participant">();
const people = formList(participant, 50).refine((chosen) => chosen.length > 0, texts.chooseSomeone);
const week = isoDate.transform(mondayOf);

const peopleAndDays = z
  .object({ pour: people, du: isoDate, au: isoDate })
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
        jusqua: z.enum(["vacances", "fin", "date"]),
        date: z.preprocess((text) => (text === "" ? undefined : text), isoDate.optional()),
        rythme: z.enum(["1", "2", "paires", "impaires"]),
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
  toCorrect: notYet,
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
  toCorrect: notYet,
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
      .object({ de: participant, pour: people, semaine: week })
      .refine(({ de, pour }) => pour.length === 0 || pour.some((id) => id !== de), {
        error: texts.chooseAnother,
        path: ["pour"],
      }),
  }),
  toCorrect: notYet,
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
  toCorrect: notYet,
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
  const span = { kind: "month" as const, month: day.toPlainYearMonth() };
  return page(confirmPage({ ...proposal, ...judged.value, pageKey: randomUUID(), span }));
}

async function notYet(_visit: GuardianVisit, messages: readonly FieldMessage[]): Promise<Answer> {
  return refusal({
    status: 400,
    title: texts.titleToCorrect,
    sentences: [...new Set(messages.map(({ message }) => message))],
    next: { label: formTexts.backToPlanning, href: "/planning" },
  });
}
