import { z } from "zod";

import { activityOffer, offerWriter, type ActivityOffer } from "#activities";
import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import {
  firstValue,
  formId,
  formValues,
  isoMonth,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Values,
} from "#platform";

import {
  deadlineInForce,
  previewDeadline,
  saveDeadline,
  type DeadlineChange,
  type DeadlineRefusal,
} from "../../../ruleset/edit/edit-deadlines.ts";
import type { WrittenRule } from "../../../ruleset/stored/deadline-table.ts";
import { isChanged, type ComparedSlot } from "../../../slots/compare-deadlines.ts";
import { ruleCheckPage } from "./check-page.tsx";
import { choosePage } from "./choose-page.tsx";
import { ruleFormPage } from "./form-page.tsx";
import { readRule } from "./read-rule.ts";
import { formOf, ruleChoice, type RuleChoice } from "./rule-choice.ts";
import { usualValues, valuesOfRule } from "./rule-values.ts";
import { texts } from "./texts.fr.ts";

/** What a form is about: an activity, and what was chosen of it. */
interface Asked {
  readonly activity: ActivityOffer;
  readonly choice: RuleChoice;
}

/** GET /agent/delais/reglages/choisir: the first step, what the rule is about and its form. */
const chooseRoute = route({
  method: "GET",
  path: "/agent/delais/reglages/choisir",
  access: offerWriter,
  input: z.object({ query: formValues }),
  async answer(visit, { query }) {
    const asked = await askedBy(visit, query);
    return asked === undefined ? notFound : page(choosePage(asked.activity, query));
  },
});

/** GET …/ecrire: the second step, the fields of that form, as they stand where the rule has it already. */
const writeRoute = route({
  method: "GET",
  path: "/agent/delais/reglages/ecrire",
  access: offerWriter,
  input: z.object({ query: formValues }),
  async answer(visit, { query }) {
    const asked = await askedBy(visit, query);
    if (asked === undefined) return notFound;
    const corrections = unchosen(asked.choice);
    if (corrections.length > 0) return page(choosePage(asked.activity, query, corrections));
    const today = parisDate(visit.now);
    const tomorrow = today.add({ days: 1 });
    const stored = await storedRule(visit, asked, tomorrow);
    const start = stored === undefined ? usualValues : valuesOfRule(stored);
    const values = new Map([["du", [tomorrow.toString()]] as const, ...start, ...query]);
    return page(ruleFormPage({ ...asked, values, corrections: [], today }));
  },
});

/** POST …/verifier: what the rule will do, with a month of slots; nothing is done. */
const checkRoute = route({
  method: "POST",
  path: "/agent/delais/reglages/verifier",
  access: offerWriter,
  input: z.object({ body: formValues }),
  async answer(visit, { body }) {
    const read = await readChange(visit, body);
    if (!("change" in read)) return read;
    const preview = await previewDeadline(visit, read.change);
    if (!preview.ok) return refused(visit, read, body, preview.refusal);
    const month = monthOf(body, read.change, preview.value.slots);
    return page(ruleCheckPage({ ...read, effect: preview.value, month, values: body }));
  },
});

/** POST …/enregistrer: writes the rule, as the file would; sent twice, the second changes nothing. */
const saveRoute = route({
  method: "POST",
  path: "/agent/delais/reglages/enregistrer",
  access: offerWriter,
  input: z.object({ body: formValues }),
  async answer(visit, { body }) {
    const read = await readChange(visit, body);
    if (!("change" in read)) return read;
    const saved = await saveDeadline(visit, read.change);
    if (!saved.ok) return refused(visit, read, body, saved.refusal);
    const { activityId } = read.activity;
    return redirect(`/agent/delais/reglages?pour=${activityId}&fait=${activityId}`);
  },
});

async function askedBy({ database }: SignedInVisit, values: Values): Promise<Asked | undefined> {
  const id = formId<"activity">().safeParse(firstValue(values, "pour"));
  if (!id.success) return undefined;
  const [activity] = await database.read((reads) => activityOffer(reads, [id.data]));
  const choice = activity && ruleChoice(values, activity);
  return activity === undefined || choice === undefined ? undefined : { activity, choice };
}

/** What the first step still lacks. */
function unchosen({ acts, form, onReturn, returnForm, units, season }: RuleChoice): readonly Correction[] {
  const general = units === null && season === null && !(acts.length === 1 && acts[0] === "change");
  return [
    ...(acts.length === 0 ? [{ field: "acte", message: texts.toCorrect.noAct }] : []),
    ...(form === undefined ? [{ field: "forme", message: texts.toCorrect.noForm }] : []),
    ...(form === "general" && general ? [{ field: "forme", message: texts.toCorrect.noGeneral }] : []),
    ...(onReturn !== undefined && returnForm === undefined
      ? [{ field: "retour-forme", message: texts.toCorrect.noReturnForm }]
      : []),
  ];
}

/** The rule of this very scope on a day, where it has the chosen form. */
async function storedRule(
  { database }: SignedInVisit,
  { activity, choice }: Asked,
  on: Temporal.PlainDate,
): Promise<WrittenRule | undefined> {
  const table = await database.read((reads) => deadlineInForce(reads, activity, on));
  const unit = choice.units?.[0] ?? null;
  const rule = table.find(
    (one) => one.act === choice.acts[0] && one.unit === unit && one.season === choice.season,
  )?.rule;
  return rule !== undefined && formOf(rule)["forme"] === choice.form ? rule : undefined;
}

/** The change that a form says, or the form again. */
async function readChange(
  visit: SignedInVisit,
  values: Values,
): Promise<(Asked & { change: DeadlineChange }) | Answer> {
  const asked = await askedBy(visit, values);
  if (asked === undefined) return notFound;
  const { activity, choice } = asked;
  const missing = unchosen(choice);
  if (missing.length > 0) return page(choosePage(activity, values, missing), 422);
  const read = readRule(values, choice);
  if ("corrections" in read) return formAgain(visit, asked, values, read.corrections);
  const { activityId } = activity;
  const { units, season, acts } = choice;
  const change = {
    activityId,
    units,
    season,
    acts,
    rule: read.rule,
    from: Temporal.PlainDate.from(read.from),
  };
  return { ...asked, change };
}

function refused(visit: SignedInVisit, asked: Asked, values: Values, refusal: DeadlineRefusal): Answer {
  if (refusal.code === "unknown") return notFound;
  return formAgain(visit, asked, values, correctionsOf(refusal));
}

function correctionsOf(refusal: Exclude<DeadlineRefusal, { code: "unknown" }>): readonly Correction[] {
  switch (refusal.code) {
    case "past":
      return [{ field: "du", message: texts.toCorrect.past(refusal.today) }];
    case "too-far":
      return [{ field: "du", message: texts.toCorrect.tooFar(refusal.years) }];
    case "contradicts":
      return refusal.findings.map(({ sentence }) => ({ field: "regle", message: sentence }));
  }
}

function formAgain(
  { now }: SignedInVisit,
  asked: Asked,
  values: Values,
  corrections: readonly Correction[],
): Answer {
  return page(ruleFormPage({ ...asked, values, corrections, today: parisDate(now) }), 422);
}

/** The month to show: the one asked for, else that of the first slot that changes, else that of the day. */
function monthOf(values: Values, { from }: DeadlineChange, slots: readonly ComparedSlot[]) {
  const asked = isoMonth.safeParse(firstValue(values, "mois"));
  if (asked.success) return asked.data;
  return (slots.find(isChanged)?.date ?? from).toPlainYearMonth();
}

/** An agent writes a rule of deadlines: two steps, then what it will do. */
export const ruleEditRoutes = [chooseRoute, writeRoute, checkRoute, saveRoute];
