import { randomUUID } from "node:crypto";

import type { Vault } from "#documents";
import { chosenFile, documentCorrection } from "#families";
import { guardian, type GuardianVisit, type Visit } from "#identity";
import { parisDate, parseId, type Id } from "#kernel";
import {
  firstValue,
  formId,
  formValues,
  notFound,
  page,
  redirect,
  refusal,
  route,
  valuesOf,
  type Answer,
  type Correction,
  type FieldMessage,
  type IncomingFiles,
  type Route,
  type Values,
} from "#platform";
import { z } from "zod";

import { effectOf } from "../../../effects/effects.ts";
import { attachable, attachKept, attachNew, type DocumentField } from "../../../filling/attach-document.ts";
import { filledRequest, holdingAnswers, type FilledRequest } from "../../../filling/filled-request.ts";
import { saveAnswers } from "../../../filling/save-answers.ts";
import { LONGEST_TEXT, readAnswers } from "../../../forms/read-answers.ts";
import { texts as missing } from "../../../forms/texts.fr.ts";
import {
  askedAnswers,
  askedSteps,
  stepAfter,
  unfinishedStep,
  unreadAnswers,
} from "../../../rules/form-walk.ts";
import { typedName, type Answers, type FormStep } from "../../../rules/form.ts";
import { isFilledIn } from "../../../rules/states.ts";
import { texts } from "../texts.fr.ts";
import { FRESH, LATER, NONE, stepPage } from "./step-page.tsx";

const STEP = "/demarches/:request/etapes/:step";
const KEPT = "/demarches?fait=garde";
const TO_CORRECT = "/demarches?fait=corriger";
const ofStep = z.object({ request: formId<"request">(), step: z.string().max(40) });

/** A page of a form that is being filled in. */
interface OpenStep {
  readonly filled: FilledRequest;
  readonly step: FormStep;
}

/** The pages on which a request is filled in. */
export function fillingRoutes(vault: Vault): readonly Route<Visit>[] {
  return [
    route({
      method: "GET",
      path: "/demarches/:request/continuer",
      access: guardian,
      input: z.object({ params: z.object({ request: formId<"request">() }) }),
      async answer(visit, { params: { request } }) {
        const filled = await visit.database.read((reads) => filledRequest(reads, visit, request));
        if (filled === undefined || !isFilledIn(filled.request.state)) return notFound;
        const answers = holdingAnswers(filled);
        const step = unfinishedStep(filled.form, answers) ?? faultyStep(visit, filled, answers);
        return redirect(`/demarches/${request}/${step === undefined ? "verifier" : `etapes/${step.name}`}`);
      },
    }),
    route({
      method: "GET",
      path: STEP,
      access: guardian,
      input: z.object({ params: ofStep }),
      async answer(visit, { params }) {
        const open = await openStep(visit, params);
        if (open === undefined) return notFound;
        const { answers } = open.filled.request;
        const unread = unreadAnswers(open.step, answers);
        const { corrections } = readAnswers(open.step.fields, valuesOf(unread), answerable(open.filled));
        const wrong = corrections.filter(({ field }) => field in unread);
        return show(visit, vault, open, { typed: { ...answers, ...unread }, corrections: wrong });
      },
    }),
    route({
      method: "POST",
      path: STEP,
      access: guardian,
      uploads: true,
      input: z.object({ params: ofStep, query: formValues, body: formValues }),
      async answer(visit, { params, query, body }, files) {
        const open = await openStep(visit, params);
        if (open === undefined) return notFound;
        const [field] = open.step.fields;
        // In the address: what comes after a file is not read.
        const later = firstValue(query, LATER) !== "";
        return field?.type === "document"
          ? takeDocument(visit, vault, { ...open, field, later, body, files })
          : takeAnswers(visit, vault, { ...open, later, body });
      },
    }),
  ];
}

async function openStep(
  visit: GuardianVisit,
  { request, step: name }: z.output<typeof ofStep>,
): Promise<OpenStep | undefined> {
  const filled = await visit.database.read((reads) => filledRequest(reads, visit, request));
  if (filled === undefined || !isFilledIn(filled.request.state)) return undefined;
  const step = askedSteps(filled.form, filled.request.answers).find((one) => one.name === name);
  return step === undefined ? undefined : { filled, step };
}

async function takeAnswers(
  visit: GuardianVisit,
  vault: Vault,
  { filled, step, later, body }: OpenStep & { later: boolean; body: Values },
): Promise<Answer> {
  const { answers, corrections } = readAnswers(step.fields, body, answerable(filled));
  const wrong = corrections.length > 0 ? corrections : faultsOf(visit, { filled, step }, answers);
  if (wrong.length > 0 && !later) {
    const typed = Object.fromEntries(step.fields.map(({ name }) => [name, firstValue(body, name)]));
    return show(visit, vault, { filled, step }, { typed, corrections: wrong, status: 422 });
  }
  const kept = { ...answers, ...asTyped(step, body, corrections) };
  const saved = await saveAnswers(visit, filled.request.requestId, kept);
  if (!saved.ok) return over(filled.request.requestId);
  if (!later) return onward(visit, filled, step);
  return redirect(wrong.some(({ field }) => firstValue(body, field) !== "") ? TO_CORRECT : KEPT);
}

/** Who and what may be answered. */
const answerable = ({ children, offers }: FilledRequest) => ({
  childIds: children.map(({ id }) => id),
  offers,
});

/**
 * What cannot be read is kept as it was typed, in the place of an older answer; what was kept so before, and is put right,
 * is forgotten.
 */
function asTyped({ fields }: FormStep, body: Values, corrections: readonly FieldMessage[]): Answers {
  const wrong = new Set(corrections.map(({ field }) => field));
  return Object.fromEntries(
    fields.flatMap(({ name }) =>
      wrong.has(name)
        ? [
            [name, ""],
            [typedName(name), firstValue(body, name).slice(0, LONGEST_TEXT)],
          ]
        : [[typedName(name), ""]],
    ),
  );
}

/** The page whose answers do not go together; undefined where they do. */
function faultyStep({ now }: GuardianVisit, { request, form }: FilledRequest, answers: Answers) {
  const fault = effectOf(request.effect).fault?.(askedAnswers(form, answers), parisDate(now));
  return askedSteps(form, answers).find(({ fields }) => fields.some(({ name }) => name === fault?.field));
}

/** What does not go with the answers of the pages before, where it is asked on this one. */
function faultsOf(
  { now }: GuardianVisit,
  { filled: { request, form }, step }: OpenStep,
  answers: Answers,
): readonly FieldMessage[] {
  const all = askedAnswers(form, { ...request.answers, ...answers });
  const fault = effectOf(request.effect).fault?.(all, parisDate(now));
  if (fault === undefined || !step.fields.some(({ name }) => name === fault.field)) return [];
  return [{ field: fault.field, message: fault.sentence }];
}

/** A file that was chosen is taken, whatever is ticked above it; without one, what is ticked. */
async function takeDocument(
  visit: GuardianVisit,
  vault: Vault,
  sent: OpenStep & { field: DocumentField; later: boolean; body: Values; files: IncomingFiles },
): Promise<Answer> {
  const { filled, step, field, later, body } = sent;
  const { requestId } = filled.request;
  const again = (ticked: string, correction: Correction) =>
    show(
      visit,
      vault,
      { filled, step },
      { typed: { [field.name]: ticked }, corrections: [correction], status: 422 },
    );
  const forth = () => (later ? redirect(KEPT) : onward(visit, filled, step));
  const file = await chosenFile(sent.files);
  if (file !== undefined) {
    const formKey = parseId<"form">(firstValue(body, "cle"));
    if (formKey === undefined) return again(FRESH, { field: "fichier", message: missing.missing.document });
    const attached = await attachNew(visit, filled, { field, formKey, vault, file });
    if (attached.ok) return forth();
    if (attached.refusal.code === "not-now") return over(requestId);
    return again(FRESH, { ...documentCorrection(attached.refusal), field: "fichier" });
  }
  const ticked = firstValue(body, "document");
  if (later && (ticked === "" || ticked === FRESH)) return redirect(KEPT);
  if (ticked === FRESH) return again(FRESH, { field: "fichier", message: missing.missing.document });
  const none = ticked === NONE && field.optional === true;
  const saved = none
    ? await saveAnswers(visit, requestId, { [field.name]: "" })
    : await attachKept(visit, filled, { field, versionId: ticked });
  if (saved.ok) return forth();
  if (saved.refusal.code === "not-now") return over(requestId);
  return again(ticked, { field: "document", message: missing.missing.document });
}

/** The page that follows, by what has just been saved: an answer may call for another page. */
async function onward(
  visit: GuardianVisit,
  { request: { requestId } }: FilledRequest,
  step: FormStep,
): Promise<Answer> {
  const saved = await visit.database.read((reads) => filledRequest(reads, visit, requestId));
  if (saved === undefined) return notFound;
  const next = stepAfter(saved.form, saved.request.answers, step.name);
  return redirect(`/demarches/${requestId}/${next === undefined ? "verifier" : `etapes/${next.name}`}`);
}

/** It was sent or decided in another window meanwhile. */
export function over(requestId: Id<"request">): Answer {
  const { title, sentences, next } = texts.one.over;
  return refusal({
    status: 409,
    title,
    sentences,
    next: { label: next, href: `/demarches/${requestId}` },
  });
}

async function show(
  visit: GuardianVisit,
  vault: Vault,
  { filled, step }: OpenStep,
  {
    typed,
    corrections,
    status = 200,
  }: { typed: Answers; corrections: readonly Correction[]; status?: 200 | 422 },
): Promise<Answer> {
  const [field] = step.fields;
  const document =
    field?.type === "document"
      ? {
          field,
          kept: await visit.database.read((reads) => attachable(reads, visit, filled, field)),
          mostBytes: vault.mostBytes,
          formKey: randomUUID(),
        }
      : null;
  return page(stepPage({ filled, step, typed, corrections, document }), status);
}
