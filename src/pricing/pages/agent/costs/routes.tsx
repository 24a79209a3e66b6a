import { activityOffer } from "#activities";
import type { SignedInVisit, Visit } from "#identity";
import { cents, formatCents, typedEuros } from "#kernel";
import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  formId,
  formText,
  FormToken,
  isoDate,
  Notice,
  page,
  redirect,
  route,
  Select,
  TextField,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { noteOutingCost, outingCosts } from "../../../costs/outing-costs.ts";
import { centsOf } from "../../../ruleset/psu-in-file.ts";
import { writtenAs } from "../../../ruleset/edit/editable-fields.ts";
import { tariffWriter } from "../tariffs/policy.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/tarifs/couts";
const MOST_CENTS = 10_000_000;

const costForm = z.object({
  prestation: formId<"unit">(),
  jour: isoDate,
  cout: formText(12).transform((typed, context) => {
    const written = writtenAs("euros", typed);
    const amount = typeof written === "string" && !written.startsWith("-") ? centsOf(written) : -1;
    if (amount < 0 || amount > MOST_CENTS) context.addIssue({ code: "custom", message: texts.badCost });
    return amount;
  }),
});
const typedForm = z
  .object({ prestation: z.string().catch(""), jour: z.string().catch(""), cout: z.string().catch("") })
  .catch({ prestation: "", jour: "", cout: "" });
type Typed = z.output<typeof typedForm>;

/** GET /agent/tarifs/couts: what outings cost, and the form that notes it. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access: tariffWriter,
  input: z.object({ query: z.object({ note: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) =>
    costPage(visit, { prestation: "", jour: "", cout: "" }, [], query.note !== undefined),
});

/** POST /agent/tarifs/couts: notes what a unit costs on a day. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: tariffWriter,
  input: z.object({ body: costForm }),
  toCorrect: (visit, corrections, { body }) => costPage(visit, typedForm.parse(body), corrections),
  async answer(visit, { body }) {
    const unit = (await unitsOf(visit)).find(({ unitId }) => unitId === body.prestation);
    if (unit === undefined) {
      const typed = { prestation: "", jour: body.jour.toString(), cout: typedEuros(body.cout) };
      return costPage(visit, typed, [{ field: "prestation", message: texts.unknown }]);
    }
    await noteOutingCost(visit, { ...unit, date: body.jour, cents: body.cout });
    return redirect(`${PATH}?note=1`);
  },
});

async function unitsOf({ database }: SignedInVisit) {
  const offer = await database.read((reads) => activityOffer(reads));
  return offer.flatMap(({ activityId, activityName, units }) =>
    units.map(({ unitId, code, name }) => ({
      unitId,
      activityId,
      unitCode: code,
      label: `${activityName}, ${name}`,
    })),
  );
}

async function costPage(
  visit: SignedInVisit,
  typed: Typed,
  corrections: readonly Correction[],
  saved = false,
): Promise<Answer> {
  const units = await unitsOf(visit);
  const costs = await visit.database.read((reads) => outingCosts(reads));
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  const nameOf = (one: { activityId: string; unitCode: string }) =>
    units.find(({ activityId, unitCode }) => activityId === one.activityId && unitCode === one.unitCode)
      ?.label ?? one.unitCode;
  return page(
    {
      title: texts.title,
      section: "offer",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href="/agent/tarifs" label={texts.back} />,
      flash: saved ? (
        <Notice tone="success" title={texts.saved.title} announce>
          <p>{texts.saved.sentence}</p>
        </Notice>
      ) : (
        <ErrorSummary items={corrections} />
      ),
      main: (
        <>
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <form method="post" action={PATH}>
            <FormToken />
            <Select
              name="prestation"
              label={texts.unit}
              value={typed.prestation}
              options={units.map(({ unitId, label }) => ({ value: unitId, label }))}
              correction={correction("prestation")}
            />
            <DateField
              name="jour"
              label={texts.date}
              hint={texts.dateHint}
              value={typed.jour}
              correction={correction("jour")}
            />
            <TextField
              name="cout"
              label={texts.cost}
              value={typed.cout}
              correction={correction("cout")}
              inputmode="decimal"
              maxLength={12}
              width="short"
            />
            <Button>{texts.save}</Button>
          </form>
          {costs.length > 0 && (
            <>
              <h2>{texts.noted}</h2>
              <ul>
                {costs.map((one) => (
                  <li>{texts.line(nameOf(one), one.date, formatCents(cents(one.cents)))}</li>
                ))}
              </ul>
            </>
          )}
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

/** What outings and stays cost the authority. */
export const costRoutes: readonly Route<Visit>[] = [formRoute, saveRoute];
