import { Button, DataTable, FormToken, valuesOf } from "#platform";

import { codeFrom } from "../../../../rules/code.ts";
import type { AgeGroupSection } from "../../../../ruleset/schema.ts";
import { texts } from "../texts.fr.ts";
import { CellInput } from "./cell-input.tsx";
import type { OfferForm } from "./offer-form.tsx";
import { activitySubject, backToActivity, withSection, type ActivitySubject } from "./subject.ts";

/** Empty lines below those that are there. */
const MORE = 3;
const COLUMNS = ["nom", "de", "a", "taux"] as const;

const linesOf = ({ section }: ActivitySubject) =>
  Array.from({ length: (section.ageGroups ?? []).length + MORE }, (_, index) => index);

/** An agent says which ages are counted apart, and how many children an adult looks after. */
export const agesForm: OfferForm<ActivitySubject> = {
  path: "/agent/offre/ages",
  subject: activitySubject,
  start: ({ section }) =>
    valuesOf(
      Object.fromEntries(
        (section.ageGroups ?? []).flatMap((group, index) => [
          [`nom.${index}`, group.name],
          [`de.${index}`, String(group.fromMonths)],
          [`a.${index}`, String(group.untilMonths)],
          [`taux.${index}`, String(group.childrenPerAdult ?? "")],
        ]),
      ),
    ),
  read(reader, subject) {
    const known = subject.section.ageGroups ?? [];
    const codes = known.map(({ code }) => code);
    const ageGroups = linesOf(subject).flatMap((index): AgeGroupSection[] => {
      const name = reader.text(`nom.${index}`, 120);
      if (name === "") return [];
      const fromMonths = reader.count(`de.${index}`, { least: 0, most: 1_799 });
      const untilMonths = reader.count(`a.${index}`, { least: 1, most: 1_800 });
      const ratio = reader.count(`taux.${index}`, { least: 1, most: 100 });
      if (fromMonths === undefined) reader.correct(`de.${index}`, texts.ages.missing(name));
      if (untilMonths === undefined) reader.correct(`a.${index}`, texts.ages.missing(name));
      const code = known[index]?.code ?? codeFrom(name, codes);
      codes.push(code);
      return [
        {
          code,
          name,
          fromMonths: fromMonths ?? 0,
          untilMonths: untilMonths ?? 0,
          ...(ratio === undefined ? {} : { childrenPerAdult: ratio }),
        },
      ];
    });
    return withSection({ ...subject.section, ageGroups });
  },
  title: ({ activity }) => texts.ages.title(activity.name),
  back: backToActivity,
  fields: ({ subject, values, correction }) => (
    <form method="post" action="/agent/offre/ages/verifier">
      <FormToken />
      <input type="hidden" name="activite" value={subject.activity.activityId} />
      <p>{texts.ages.hint}</p>
      <DataTable
        caption={texts.ages.caption}
        rows={linesOf(subject)}
        columns={COLUMNS.map((column) => ({
          header: texts.ages.columns[column],
          cell: (index: number) => (
            <CellInput
              name={`${column}.${index}`}
              label={texts.ages.cell(texts.ages.columns[column], index + 1)}
              values={values}
              numeric={column !== "nom"}
              correction={correction(`${column}.${index}`)}
            />
          ),
        }))}
      />
      <Button>{texts.form.check}</Button>
    </form>
  ),
};
