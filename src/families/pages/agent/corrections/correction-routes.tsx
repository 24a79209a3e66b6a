import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  formId,
  notFound,
  page,
  redirect,
  refusal,
  route,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { seenOf, type Correctable, type OfHousehold } from "../../../corrections/correctable.ts";
import { correctRecord, previewCorrection, type CorrectionRefusal } from "../../../corrections/correct.ts";
import { isSchoolYear, schoolYearsToCorrect } from "../../../onde/rules/school-year.ts";
import { familiesWriter } from "../../../policy.ts";
import { filePeople } from "../file-people.ts";
import { texts as agent } from "../texts.fr.ts";
import { texts as members } from "../members/texts.fr.ts";
import { CorrectionFields, type CorrectionField } from "./correction-fields.tsx";
import { correctionCheck, correctionForm } from "./correction-page.tsx";
import { texts } from "./texts.fr.ts";

/** One kind of record on agents' pages: where it is corrected, its fields, and its words. */
export interface CorrectionScreen<Field extends string> {
  path: string;
  record: Correctable<Field>;
  /** Of the file to come back to. */
  anchor: string;
  fields: readonly CorrectionField<Field>[];
  title: (cells: Readonly<Record<Field, string>>, where: OfHousehold) => string;
  /** What a person must know of these fields before they change; undefined where nothing is to be said. */
  warning?: (changed: ReadonlySet<Field>, today: Temporal.PlainDate) => string | undefined;
  /** Pages that correct more of the same record. */
  more?: (where: OfHousehold, today: Temporal.PlainDate) => readonly { label: string; href: string }[];
}

const ofRecord = z.object({
  household: formId<"household">(),
  record: formId<"record">().optional(),
  annee: z.string().refine(isSchoolYear).optional(),
});
const steps = { vu: z.string().default(""), confirme: z.enum(["", "oui"]).catch("").default("") };

/** The pages that correct one kind of record: the form, what would change, and the correction. */
export function correctionRoutes<Field extends string>(
  screen: CorrectionScreen<Field>,
): readonly Route<Visit>[] {
  const { path, record, fields } = screen;
  const body = z.object({ ...steps, ...Object.fromEntries(fields.map(({ name, input }) => [name, input])) });
  const typedOf = (sent: unknown): Record<string, string> => {
    const values = z.record(z.string(), z.unknown()).catch({}).parse(sent);
    return Object.fromEntries(
      ["vu", ...fields.map(({ name }) => name)].map((name) => [
        name,
        z.string().catch("").parse(values[name]),
      ]),
    );
  };
  return [
    route({
      method: "GET",
      path,
      access: familiesWriter,
      input: z.object({ params: ofRecord }),
      answer: (visit, { params }) => formPage(visit, screen, whereOf(params), undefined, []),
    }),
    route({
      method: "POST",
      path,
      access: familiesWriter,
      input: z.object({ params: ofRecord, body }),
      toCorrect: async (visit, corrections, sent) => {
        const params = ofRecord.safeParse(sent.params);
        if (!params.success) return notFound;
        return formPage(visit, screen, whereOf(params.data), typedOf(sent.body), corrections);
      },
      async answer(visit, { params, body: said }) {
        const where = whereOf(params);
        if (!isOpen(where, visit)) return notFound;
        const values = z.record(z.string(), z.string()).parse(said);
        const after = cellsOf(screen, (name) => values[name] ?? "");
        const wanted = { after, seen: said.vu };
        if (said.confirme === "") return checkPage(visit, screen, where, wanted, typedOf(values));
        const corrected = await correctRecord(visit, record, where, wanted);
        return corrected.ok
          ? redirect(`${fileAddress(where)}?fait=correction#${screen.anchor}`)
          : refused(visit, screen, where, typedOf(values), corrected.refusal);
      },
    }),
  ];
}

function cellsOf<Field extends string>(
  { fields, record }: CorrectionScreen<Field>,
  read: (name: string) => string,
): Record<Field, string> {
  const cells: Partial<Record<Field, string>> = {};
  for (const field of record.fields) {
    const known = fields.find((one) => one.field === field);
    cells[field] = known === undefined ? "" : read(known.name);
  }
  return complete(cells, record.fields);
}

function complete<Field extends string>(
  cells: Partial<Record<Field, string>>,
  fields: readonly Field[],
): Record<Field, string> {
  const isWhole = (all: Partial<Record<Field, string>>): all is Record<Field, string> =>
    fields.every((field) => all[field] !== undefined);
  if (!isWhole(cells)) throw new Error("A form of correction lacks a field");
  return cells;
}

const whereOf = ({ household, record, annee }: z.output<typeof ofRecord>): OfHousehold => ({
  householdId: household,
  recordId: record ?? household,
  ...(annee === undefined ? {} : { schoolYear: annee }),
});

/** A class is corrected for this school year and the next: what was is history, and read by past bills. */
const isOpen = ({ schoolYear }: OfHousehold, { now }: Pick<SignedInVisit, "now">): boolean =>
  schoolYear === undefined || schoolYearsToCorrect(parisDate(now)).includes(schoolYear);
const fileAddress = ({ householdId }: OfHousehold) => `/agent/familles/${householdId}`;
const addressOf = ({ path }: { path: string }, { householdId, recordId, schoolYear = "" }: OfHousehold) =>
  path.replace(":household", householdId).replace(":record", recordId).replace(":annee", schoolYear);

async function formPage<Field extends string>(
  { database, now }: SignedInVisit,
  screen: CorrectionScreen<Field>,
  where: OfHousehold,
  typed: Readonly<Record<string, string>> | undefined,
  corrections: readonly Correction[],
): Promise<Answer> {
  if (!isOpen(where, { now })) return notFound;
  const { record, fields } = screen;
  const { cells, people } = await database.read(async (reads) => ({
    cells: await record.read(reads, where),
    people: await filePeople(reads, where.householdId),
  }));
  if (cells === undefined) return notFound;
  const shown = typed ?? Object.fromEntries(fields.map(({ name, field }) => [name, cells[field]] as const));
  return page(
    correctionForm({
      title: screen.title(cells, where),
      more: screen.more?.(where, parisDate(now)) ?? [],
      action: addressOf(screen, where),
      back: backOf(screen, where, people?.label),
      seen: typed?.["vu"] ?? seenOf(record.fields, cells),
      corrections,
      fields: <CorrectionFields fields={fields} typed={shown} corrections={corrections} />,
    }),
    corrections.length > 0 ? 422 : 200,
  );
}

async function checkPage<Field extends string>(
  visit: SignedInVisit,
  screen: CorrectionScreen<Field>,
  where: OfHousehold,
  { after, seen }: { after: Record<Field, string>; seen: string },
  typed: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { record, fields } = screen;
  const { previewed, before, people } = await visit.database.read(async (reads) => ({
    previewed: await previewCorrection(reads, record, where, { after, seen, today: parisDate(visit.now) }),
    before: await record.read(reads, where),
    people: await filePeople(reads, where.householdId),
  }));
  if (!previewed.ok) return refused(visit, screen, where, typed, previewed.refusal);
  return page(
    correctionCheck({
      title: screen.title(before ?? after, where),
      action: addressOf(screen, where),
      back: backOf(screen, where, people?.label),
      preview: previewed.value,
      warning: screen.warning?.(
        new Set(previewed.value.changes.map(({ field }) => field)),
        parisDate(visit.now),
      ),
      typed,
      labelOf: (field) => fields.find((one) => one.field === field)?.label ?? field,
    }),
  );
}

async function refused<Field extends string>(
  visit: SignedInVisit,
  screen: CorrectionScreen<Field>,
  where: OfHousehold,
  typed: Readonly<Record<string, string>>,
  { code }: CorrectionRefusal,
): Promise<Answer> {
  switch (code) {
    case "unknown":
      return notFound;
    case "changed-since":
      return refusal({
        status: 409,
        title: texts.changedTitle,
        sentences: texts.changed,
        next: { label: texts.reopen, href: addressOf(screen, where) },
      });
    case "no-birth-date":
    case "not-born": {
      const { noBirthDate, notBorn } = members.participant;
      const message = code === "not-born" ? notBorn : noBirthDate;
      return formPage(visit, screen, where, typed, [{ field: "naissance", message }]);
    }
  }
}

const backOf = (
  { anchor }: { anchor: string },
  where: { householdId: Id<"household">; recordId: string },
  label: string | undefined,
) => ({ href: `${fileAddress(where)}#${anchor}`, label: agent.back(label ?? "") });
