import { z } from "zod";

import { activityOffer, mayWriteOffer, offerWriter, type ActivityOffer } from "#activities";
import { agentWith, mayAt, type SignedInVisit, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  firstValue,
  formId,
  formReader,
  formValues,
  frenchCsv,
  notFound,
  Notice,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Reads,
  type Route,
  type Values,
} from "#platform";

import { previewRule, saveRule, type RuleChange, type RuleRefusal } from "../../../ruleset/edit/edit-rule.ts";
import { ruleCheckPage, ruleFormPage } from "./form-pages.tsx";
import { cellsOf, rowsOf, ruleListPage } from "./list-page.tsx";
import type { RuleForm } from "./rule-form.ts";
import { texts } from "./texts.fr.ts";

const READ = "offer.read";
const pour = formId<"activity">().optional().catch(undefined);

/** The routes of one kind of rule: its list and CSV, its form, what it will change, and the write. */
export function ruleRoutes<Rule>(form: RuleForm<Rule>): readonly Route<Visit>[] {
  return [...listRoutes(form), ...editRoutes(form)];
}

function listRoutes<Rule>(form: RuleForm<Rule>): readonly Route<Visit>[] {
  const listOf = async (reads: Reads, { actor, now }: SignedInVisit, only: Id<"activity"> | undefined) => {
    const activities = (await activityOffer(reads)).filter(({ siteId }) => mayAt(actor, READ, siteId));
    const shown = activities.filter(({ activityId }) => only === undefined || activityId === only);
    if (only !== undefined && shown.length === 0) return undefined;
    const versions = await form.versions(reads, shown);
    return { activities, rows: rowsOf(form, shown, versions, parisDate(now)) };
  };

  const listRoute = route({
    method: "GET",
    path: form.path,
    access: agentWith(READ),
    input: z.object({ query: z.object({ pour, fait: pour }) }),
    answer: (visit, { query }) =>
      visit.database.read(async (reads) => {
        const listed = await listOf(reads, visit, query.pour);
        if (listed === undefined) return notFound;
        const changed = listed.activities.find(({ activityId }) => activityId === query.fait);
        const notice = changed && (
          <Notice tone="success" title={texts.done.title(changed.activityName)} announce>
            <p>{form.words.saved}</p>
          </Notice>
        );
        const mayWrite = mayWriteOffer(visit.actor);
        return page(ruleListPage(form, { ...listed, only: query.pour ?? "", mayWrite, notice }));
      }),
  });

  const csvRoute = route({
    method: "GET",
    path: `${form.path}/liste.csv`,
    access: agentWith(READ),
    input: z.object({ query: z.object({ pour }) }),
    answer: (visit, { query }) =>
      visit.database.read(async (reads) => {
        const listed = await listOf(reads, visit, query.pour);
        if (listed === undefined) return notFound;
        const cells = cellsOf(form);
        return {
          kind: "file",
          name: form.words.csvName,
          type: "text/csv; charset=utf-8",
          body: frenchCsv(
            cells.map(([header]) => header),
            listed.rows.map((row) => cells.map(([, cell]) => cell(row))),
          ),
        };
      }),
  });

  return [listRoute, csvRoute];
}

function editRoutes<Rule>(form: RuleForm<Rule>): readonly Route<Visit>[] {
  const changeRoute = route({
    method: "GET",
    path: `${form.path}/changer`,
    access: offerWriter,
    input: z.object({ query: formValues }),
    async answer(visit, { query }) {
      const activity = await activityOf(visit, query);
      if (activity === undefined) return notFound;
      const today = parisDate(visit.now);
      const from = firstValue(query, "du") || today.add({ days: 1 }).toString();
      const start = firstValue(query, "repris") === "1" ? query : await stored(visit, activity, from);
      const values = new Map([...start, ["du", [from]]]);
      return page(ruleFormPage(form, { activity, values, corrections: [], today }));
    },
  });

  /** What the fields say of the rule that will hold on a day. */
  const stored = async ({ database }: SignedInVisit, activity: ActivityOffer, from: string) => {
    const versions = (await database.read((reads) => form.versions(reads, [activity]))).get(
      activity.activityId,
    );
    const held = versions?.findLast(({ validFrom }) => validFrom.toString() <= from);
    return form.start(held?.rule ?? form.usual);
  };

  const checkRoute = route({
    method: "POST",
    path: `${form.path}/verifier`,
    access: offerWriter,
    input: z.object({ body: formValues }),
    async answer(visit, { body }) {
      const read = await readChange(visit, body);
      if (!("change" in read)) return read;
      const effect = await previewRule(visit, form.kind, read.change);
      if (!effect.ok) return refused(visit, read.activity, body, effect.refusal);
      const { activity, change } = read;
      return page(ruleCheckPage(form, { activity, values: body, effect: effect.value, from: change.from }));
    },
  });

  const saveRoute = route({
    method: "POST",
    path: `${form.path}/enregistrer`,
    access: offerWriter,
    input: z.object({ body: formValues }),
    async answer(visit, { body }) {
      const read = await readChange(visit, body);
      if (!("change" in read)) return read;
      const saved = await saveRule(visit, form.kind, read.change);
      if (!saved.ok) return refused(visit, read.activity, body, saved.refusal);
      const { activityId } = read.activity;
      return redirect(`${form.path}?pour=${activityId}&fait=${activityId}`);
    },
  });

  const readChange = async (
    visit: SignedInVisit,
    values: Values,
  ): Promise<{ activity: ActivityOffer; change: RuleChange<Rule> } | Answer> => {
    const activity = await activityOf(visit, values);
    if (activity === undefined) return notFound;
    const reader = formReader(values);
    const rule = form.read(reader, values);
    const from = reader.date("du");
    if (reader.corrections.length > 0) return formAgain(visit, activity, values, reader.corrections);
    const { activityId } = activity;
    return { activity, change: { activityId, rule, from: Temporal.PlainDate.from(from) } };
  };

  const refused = (visit: SignedInVisit, activity: ActivityOffer, values: Values, refusal: RuleRefusal) =>
    refusal.code === "unknown" ? notFound : formAgain(visit, activity, values, correctionsOf(refusal));

  const formAgain = (
    { now }: SignedInVisit,
    activity: ActivityOffer,
    values: Values,
    corrections: readonly Correction[],
  ) => page(ruleFormPage(form, { activity, values, corrections, today: parisDate(now) }), 422);

  return [changeRoute, checkRoute, saveRoute];
}

async function activityOf({ database }: SignedInVisit, values: Values): Promise<ActivityOffer | undefined> {
  const id = formId<"activity">().safeParse(firstValue(values, "pour"));
  if (!id.success) return undefined;
  const [activity] = await database.read((reads) => activityOffer(reads, [id.data]));
  return activity;
}

function correctionsOf(refusal: Exclude<RuleRefusal, { code: "unknown" }>): readonly Correction[] {
  switch (refusal.code) {
    case "past":
      return [{ field: "du", message: texts.toCorrect.past(refusal.today) }];
    case "too-far":
      return [{ field: "du", message: texts.toCorrect.tooFar(refusal.years) }];
    case "contradicts":
      return refusal.findings.map(({ sentence }) => ({ field: "regle", message: sentence }));
  }
}
