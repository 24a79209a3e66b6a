import { z } from "zod";
import type { VNode } from "preact";

import type { SignedInVisit, Visit } from "#identity";
import { parisDate } from "#kernel";
import {
  BackLink,
  ErrorSummary,
  notFound,
  page,
  route,
  type Answer,
  type Correction,
  type Route,
  formReader,
  type FormReader,
  formValues,
  type Values,
} from "#platform";

import type { OfferFacts } from "../../../../offer/offer-facts.ts";
import type { OfferState } from "../../../../ruleset/offer-changes.ts";
import { offerState } from "../../../../ruleset/read.ts";
import type { OfferDocument } from "../../../../ruleset/schema.ts";
import { checkAnswer } from "../check/check-answer.tsx";
import { offerWriter } from "../policy.ts";

/** What is shown of a form: what it is about, what was typed, what to write instead. */
export interface Shown<Subject> {
  subject: Subject;
  values: Values;
  correction(field: string): string | undefined;
  today: Temporal.PlainDate;
}

/** A form that changes one part of the offer. It gives a document as the file would; one way stores both. */
export interface OfferForm<Subject> {
  /** « /agent/offre/lieux »: GET shows it, POST …/verifier says what it would change. */
  path: string;
  /** What the form is about, by the fields that name it; undefined where there is no such thing. */
  subject(state: OfferState, values: Values, today: Temporal.PlainDate): Subject | undefined;
  /** What its fields say at first. */
  start(subject: Subject, today: Temporal.PlainDate): Values;
  /** Reads the fields; `from` is the day from which the change holds, today where the form does not ask. */
  read(reader: FormReader, subject: Subject): { document: OfferDocument; from?: string };
  title(subject: Subject): string;
  back(subject: Subject): { href: string; label: string };
  fields(shown: Shown<Subject>): VNode;
}

/** The two routes of a form: it is shown, then it says in words what it would change. */
export function formRoutes<Subject>(form: OfferForm<Subject>, facts: OfferFacts): readonly Route<Visit>[] {
  const subjectOf = (visit: SignedInVisit, values: Values) =>
    visit.database.read(async (reads) => form.subject(await offerState(reads), values, parisDate(visit.now)));

  const showRoute = route({
    method: "GET",
    path: form.path,
    access: offerWriter,
    input: z.object({ query: formValues }),
    async answer(visit, { query }): Promise<Answer> {
      const subject = await subjectOf(visit, query);
      if (subject === undefined) return notFound;
      const today = parisDate(visit.now);
      return page(formPage(form, { subject, values: form.start(subject, today), corrections: [], today }));
    },
  });

  const checkRoute = route({
    method: "POST",
    path: `${form.path}/verifier`,
    access: offerWriter,
    input: z.object({ body: formValues }),
    async answer(visit, { body }): Promise<Answer> {
      const subject = await subjectOf(visit, body);
      if (subject === undefined) return notFound;
      const today = parisDate(visit.now);
      const again = (corrections: readonly Correction[]) =>
        page(formPage(form, { subject, values: body, corrections, today }), 422);
      const reader = formReader(body);
      const { document, from = today.toString() } = form.read(reader, subject);
      if (reader.corrections.length > 0) return again(reader.corrections);
      const change = { document, from: Temporal.PlainDate.from(from), back: form.back(subject) };
      return checkAnswer(visit, facts, change, again);
    },
  });

  return [showRoute, checkRoute];
}

function formPage<Subject>(
  form: OfferForm<Subject>,
  shown: {
    subject: Subject;
    values: Values;
    corrections: readonly Correction[];
    today: Temporal.PlainDate;
  },
) {
  const { subject, values, corrections, today } = shown;
  const title = form.title(subject);
  const back = form.back(subject);
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return {
    title,
    section: "offer",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={back.href} label={back.label} />,
    ...(corrections.length === 0 ? {} : { flash: <ErrorSummary items={corrections} /> }),
    main: (
      <>
        <h1>{title}</h1>
        {form.fields({ subject, values, correction, today })}
      </>
    ),
  };
}
