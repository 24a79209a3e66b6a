import { z } from "zod";

import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Finding, type Id } from "#kernel";
import {
  firstValue,
  formId,
  formReader,
  formValues,
  isoDate,
  notFound,
  Notice,
  page,
  redirect,
  route,
  valuesOf,
  type Answer,
  type Correction,
  type Route,
  type Values,
} from "#platform";

import {
  previewTariff,
  saveTariff,
  type TariffEdit,
  type TariffRefusal,
} from "../../../ruleset/edit/change-tariff.ts";
import { editableFields, withAt, writtenAs } from "../../../ruleset/edit/editable-fields.ts";
import { costRoutes } from "../costs/routes.tsx";
import { tariffCheckPage } from "./check-page.tsx";
import { tariffFormPage } from "./form-page.tsx";
import { tariffListPage } from "./list-page.tsx";
import { mayWriteTariffs, tariffReader, tariffWriter } from "./policy.ts";
import { tariffsOn, type TariffRow } from "./tariff-rows.ts";
import { texts } from "./texts.fr.ts";

/** The quotient of the examples, until an agent writes another. */
const USUAL_QF = "700";

const listRoute = route({
  method: "GET",
  path: "/agent/tarifs",
  access: tariffReader,
  input: z.object({
    query: z.object({ le: isoDate.optional().catch(undefined), fait: z.literal("1").optional() }),
  }),
  answer: ({ actor, database, now }, { query }) =>
    database.read(async (reads) => {
      const on = query.le ?? parisDate(now);
      const notice = query.fait && (
        <Notice tone="success" title={texts.done.title} announce>
          <p>{texts.done.sentence}</p>
        </Notice>
      );
      const mayWrite = mayWriteTariffs(actor);
      return page(tariffListPage(await tariffsOn(reads, on), { on, mayWrite, notice: notice || undefined }));
    }),
});

const changeRoute = route({
  method: "GET",
  path: "/agent/tarifs/changer",
  access: tariffWriter,
  input: z.object({ query: formValues }),
  async answer(visit, { query }) {
    const row = await rowOf(visit, query);
    if (row === undefined) return notFound;
    const today = parisDate(visit.now);
    const values = firstValue(query, "repris") === "1" ? query : startOf(row, query, today);
    return page(tariffFormPage({ row, values, corrections: [], today }));
  },
});

const checkRoute = route({
  method: "POST",
  path: "/agent/tarifs/verifier",
  access: tariffWriter,
  input: z.object({ body: formValues }),
  async answer(visit, { body }) {
    const read = await readEdit(visit, body);
    if (!("edit" in read)) return read;
    const { row, edit, qf } = read;
    const effect = await previewTariff(visit, edit);
    if (!effect.ok) return formAgain(visit, row, body, correctionsOf(effect.refusal, row));
    return page(tariffCheckPage({ row, values: body, effect: effect.value, from: edit.from, qf }));
  },
});

const saveRoute = route({
  method: "POST",
  path: "/agent/tarifs/enregistrer",
  access: tariffWriter,
  input: z.object({ body: formValues }),
  async answer(visit, { body }) {
    const read = await readEdit(visit, body);
    if (!("edit" in read)) return read;
    const saved = await saveTariff(visit, read.edit);
    if (!saved.ok) return formAgain(visit, read.row, body, correctionsOf(saved.refusal, read.row));
    return redirect(`/agent/tarifs?le=${read.edit.from.toString()}&fait=1`);
  },
});

/** The tariff that an address or a form names: where an activity has it, on a day. */
async function rowOf({ database, now }: SignedInVisit, values: Values): Promise<TariffRow | undefined> {
  const id = formId<"activity">().safeParse(firstValue(values, "pour"));
  const day = isoDate.safeParse(firstValue(values, "le"));
  const index = Number(firstValue(values, "rang"));
  if (!id.success) return undefined;
  const on = day.success ? day.data : parisDate(now);
  const { rows } = await database.read((reads) => tariffsOn(reads, on));
  return rows.find(({ at }) => at.activityId === id.data && at.index === index);
}

function startOf(row: TariffRow, query: Values, today: Temporal.PlainDate): Values {
  return new Map([
    ...valuesOf(
      Object.fromEntries(editableFields(row.entry).map(({ name, value }) => [name, value.replace(".", ",")])),
    ),
    ...valuesOf({
      pour: firstValue(query, "pour"),
      rang: firstValue(query, "rang"),
      le: firstValue(query, "le") || today.toString(),
      du: today.add({ days: 1 }).toString(),
      qf: USUAL_QF,
      services: row.activities.map(({ activityId }) => activityId),
    }),
  ]);
}

/** Reads the fields; what cannot be read is corrected at its field. */
async function readEdit(
  visit: SignedInVisit,
  values: Values,
): Promise<{ row: TariffRow; edit: TariffEdit; qf: string } | Answer> {
  const row = await rowOf(visit, values);
  if (row === undefined) return notFound;
  const reader = formReader(values);
  let typed: unknown = row.entry;
  for (const { name, path, kind } of editableFields(row.entry)) {
    const written = writtenAs(kind, firstValue(values, name));
    if (written === undefined)
      reader.correct(
        name,
        kind === "euros" || kind === "signedEuros" ? texts.toCorrect.euros : texts.toCorrect.number,
      );
    else typed = withAt(typed, path, written);
  }
  const ids = row.activities.map(({ activityId }) => activityId);
  const chosen = reader.ticked("services", ids);
  if (chosen.length === 0) reader.correct("services", texts.form.noneOf);
  const from = reader.date("du");
  const qf = writtenAs("decimal", firstValue(values, "qf") || USUAL_QF);
  if (typeof qf !== "string" || qf.startsWith("-")) reader.correct("qf", texts.toCorrect.number);
  if (reader.corrections.length > 0) return formAgain(visit, row, values, reader.corrections);
  const activityIds: readonly Id<"activity">[] = ids.filter((id) => chosen.includes(id));
  return {
    row,
    edit: { before: row.entry, typed, activityIds, from: Temporal.PlainDate.from(from) },
    qf: String(qf),
  };
}

function formAgain(
  { now }: SignedInVisit,
  row: TariffRow,
  values: Values,
  corrections: readonly Correction[],
): Answer {
  return page(tariffFormPage({ row, values, corrections, today: parisDate(now) }), 422);
}

function correctionsOf(refusal: TariffRefusal, row: TariffRow): readonly Correction[] {
  switch (refusal.code) {
    case "past":
      return [{ field: "du", message: texts.toCorrect.past(refusal.today) }];
    case "too-far":
      return [{ field: "du", message: texts.toCorrect.tooFar(refusal.years) }];
    case "another":
      return [{ field: "du", message: texts.toCorrect.another(refusal.activity) }];
    case "contradicts":
      return refusal.findings.map((finding) => ({ field: fieldOf(finding, row), message: finding.sentence }));
  }
}

/** The field that a finding is about: the one of its place, or the first inside it. */
function fieldOf({ path }: Finding, { entry }: TariffRow): string {
  const at = path.join(".");
  const fields = editableFields(entry).map(({ name }) => name);
  return fields.find((name) => name === at || name.startsWith(`${at}.`)) ?? "tarif";
}

/** The agents' pages of tariffs. */
export const tariffAgentRoutes: readonly Route<Visit>[] = [
  listRoute,
  changeRoute,
  checkRoute,
  saveRoute,
  ...costRoutes,
];
