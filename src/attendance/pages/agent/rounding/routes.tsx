import { agentWith, type SignedInVisit, type Visit } from "#identity";
import { formatDayAndYear, parisDate } from "#kernel";
import {
  BackLink,
  Button,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  firstValue,
  FormToken,
  formValues,
  formId,
  isoDate,
  notFound,
  Notice,
  page,
  Radios,
  redirect,
  route,
  Select,
  valuesOf,
  type Answer,
  type Correction,
  type Route,
  type Values,
} from "#platform";
import { z } from "zod";

import { changeRounding } from "../../../facts/change-rounding.ts";
import { unitRoundings } from "../../../facts/unit-roundings.ts";
import { maySayRounding, SAY_ROUNDING } from "../../../policy.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/pointage/decompte";
const SLICES = [10, 15, 30, 60] as const;

const roundingForm = z.object({
  prestation: formId<"unit">(),
  tranche: z.enum(["10", "15", "30", "60"], "Choisissez une durée de la liste.").transform(Number),
  compter: z.enum(["clock", "duration"], "Choisissez comment compter."),
  des: isoDate,
});

/** GET /agent/pointage/decompte: how the minutes of each unit are counted, and the form that changes it. */
const listRoute = route({
  method: "GET",
  path: PATH,
  access: agentWith(SAY_ROUNDING),
  input: z.object({ query: z.object({ fait: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) => {
    const today = parisDate(visit.now).toString();
    return roundingAnswer(visit, {
      typed: valuesOf({ tranche: "30", compter: "clock", des: today }),
      done: query.fait,
    });
  },
});

/** POST …: from a day on, a unit is counted so. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: agentWith(SAY_ROUNDING),
  input: z.object({ body: roundingForm }),
  toCorrect: (visit, corrections, { body }) =>
    roundingAnswer(visit, { typed: formValues.parse(body), corrections }),
  async answer(visit, { body }) {
    const { prestation, tranche, compter, des } = body;
    const wanted = { unitId: prestation, from: des, rounding: { slice: tranche, counted: compter } };
    const changed = await changeRounding(visit, wanted);
    if (changed.ok) return redirect(`${PATH}?fait=1`);
    const typed = valuesOf({ prestation, tranche: String(tranche), compter, des: des.toString() });
    const corrections =
      changed.refusal.code === "past"
        ? [{ field: "des", message: texts.past }]
        : [{ field: "prestation", message: texts.chooseUnit }];
    return roundingAnswer(visit, { typed, corrections });
  },
});

async function roundingAnswer(
  visit: SignedInVisit,
  {
    typed,
    corrections = [],
    done,
  }: { typed: Values; corrections?: readonly Correction[]; done?: "1" | undefined },
): Promise<Answer> {
  if (!maySayRounding(visit.actor)) return notFound;
  const today = parisDate(visit.now);
  const units = await visit.database.read((reads) => unitRoundings(reads, today));
  const flash =
    corrections.length > 0 ? (
      <ErrorSummary items={corrections} />
    ) : done === undefined ? undefined : (
      <Notice tone="success" title={texts.saved} announce />
    );
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return page(
    {
      title: texts.title,
      section: "attendance",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href="/agent/pointage" label={texts.back} />,
      ...(flash === undefined ? {} : { flash }),
      main: (
        <>
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          {units.length === 0 ? (
            <EmptyState title={texts.none}>
              <p>{texts.noneMore}</p>
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption={texts.counted}
                rows={units}
                columns={[
                  {
                    header: texts.unit,
                    rowHeader: true,
                    cell: (unit) => `${unit.unitName}, ${unit.activityName}`,
                  },
                  { header: texts.site, cell: ({ siteName }) => siteName },
                  {
                    header: texts.counted,
                    cell: ({ rounding }) => texts.sliceOf(rounding.slice, texts.words[rounding.counted]),
                  },
                  {
                    header: texts.since,
                    cell: ({ since }) => (since === null ? texts.always : formatDayAndYear(since)),
                  },
                ]}
              />
              <h2>{texts.change}</h2>
              <form method="post" action={PATH}>
                <FormToken />
                <Select
                  name="prestation"
                  label={texts.unit}
                  value={firstValue(typed, "prestation")}
                  correction={correction("prestation")}
                  options={units.map(({ unitId, unitName, siteName }) => ({
                    value: unitId,
                    label: `${unitName}, ${siteName}`,
                  }))}
                />
                <Select
                  name="tranche"
                  label={texts.slice}
                  value={firstValue(typed, "tranche")}
                  correction={correction("tranche")}
                  options={SLICES.map((minutes) => ({
                    value: String(minutes),
                    label: texts.minutes(minutes),
                  }))}
                />
                <Radios
                  name="compter"
                  legend={texts.how}
                  value={firstValue(typed, "compter")}
                  correction={correction("compter")}
                  options={[
                    { value: "clock", label: texts.clock, hint: texts.clockHint },
                    { value: "duration", label: texts.duration, hint: texts.durationHint },
                  ]}
                />
                <DateField
                  name="des"
                  label={texts.from}
                  hint={texts.fromHint}
                  value={firstValue(typed, "des")}
                  min={today.toString()}
                  correction={correction("des")}
                />
                <Button>{texts.save}</Button>
              </form>
            </>
          )}
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

/** How attended minutes are counted. */
export const roundingRoutes: readonly Route<Visit>[] = [listRoute, saveRoute];
