import { randomUUID } from "node:crypto";

import { guardian, type GuardianVisit, type Visit } from "#identity";
import { parisDate, typedEuros, type Id } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  formId,
  FormToken,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Reads,
  type Route,
} from "#platform";
import { z } from "zod";

import { householdIncomes, type HouseholdIncome } from "../../../quotients/household-income.ts";
import { qfSettingOn } from "../../../quotients/qf-setting.ts";
import { formSource } from "../../../quotients/quotient-source.ts";
import { recordQuotient } from "../../../quotients/record-quotient.ts";
import type { QfSetting } from "../../../rules/qf/qf-setting.ts";
import { settingSentence } from "../../../rules/qf/qf-sentences.fr.ts";
import { IncomeFields } from "../../shared/income-fields.tsx";
import { incomeFields, incomeOf, typedIncome, type TypedIncome } from "../../shared/income-form.ts";
import { quotientPage } from "./quotient-page.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/famille/quotient";
const DECLARE = `${PATH}/:household/declarer`;
const ofHousehold = z.object({ household: formId<"household">() });

/** GET /famille/quotient: what counts for one's households; `fait` is what was just declared. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: guardian,
  input: z.object({ query: z.object({ fait: formId<"qf-entry">().optional().catch(undefined) }) }),
  async answer(visit, { query }) {
    const { incomes } = await ownIncomes(visit);
    const done = incomes.flatMap(({ entries }) => entries).find(({ entryId }) => entryId === query.fait);
    return page(quotientPage(incomes, done));
  },
});

/**
 * Where families declare with the document that proves it: the address of a request, told by the folder above. Undefined
 * where the authority offers none: they declare here, and bring the document to an agent.
 */
export type Declaring = (reads: Reads) => Promise<string | undefined>;

/** Where no request is offered. */
export const onThisPage: Declaring = () => Promise.resolve(undefined);

/** GET …/declarer: the form, with the rule that will say from when it counts; where there is a request, leads to it. */
const formRoute = (declaring: Declaring) =>
  route({
    method: "GET",
    path: DECLARE,
    access: guardian,
    input: z.object({ params: ofHousehold }),
    async answer(visit, { params: { household } }) {
      const request = await visit.database.read(declaring);
      return request === undefined
        ? formPage(visit, household, null, [])
        : redirect(`${request}?foyer=${household}`);
    },
  });

/** POST …/declarer: adds it to the household's history. */
const declareRoute = (declaring: Declaring) =>
  route({
    method: "POST",
    path: DECLARE,
    access: guardian,
    input: z.object({ params: ofHousehold, body: z.object(incomeFields) }),
    toCorrect: (visit, corrections, { params, body }) => {
      const parsed = ofHousehold.safeParse(params);
      if (!parsed.success) return Promise.resolve(notFound);
      return formPage(visit, parsed.data.household, typedIncome(body), corrections);
    },
    async answer(visit, { params: { household }, body }) {
      if (!visit.actor.guardian.householdIds.includes(household)) return notFound;
      const request = await visit.database.read(declaring);
      if (request !== undefined) return redirect(`${request}?foyer=${household}`);
      const read = incomeOf(body, null, visit.now);
      if ("field" in read) return formPage(visit, household, retyped(body), [read]);
      const source = formSource("family", read.told);
      const recorded = await visit.database.write((writes) =>
        recordQuotient(writes, visit, { key: body.cle, householdId: household, source }),
      );
      if (!recorded.ok) throw new Error(`A family's own words were refused: ${recorded.refusal.code}`);
      return redirect(`${PATH}?fait=${body.cle}`);
    },
  });

function ownIncomes({ actor, database, now }: GuardianVisit): Promise<{
  incomes: readonly HouseholdIncome[];
  setting: QfSetting;
}> {
  const today = parisDate(now);
  return database.read(async (reads) => {
    const setting = await qfSettingOn(reads, today);
    const { warnDays } = setting;
    return {
      incomes: await householdIncomes(reads, actor.guardian.householdIds, { today, warnDays }),
      setting,
    };
  });
}

/** What was read, as it would be typed. */
function retyped(body: z.output<z.ZodObject<typeof incomeFields>>): TypedIncome {
  const decimal = (hundredths: number | null) =>
    hundredths === null ? "" : typedEuros(hundredths).replace(/,00$/, "");
  return typedIncome({
    cle: body.cle,
    valeur: decimal(body.valeur),
    du: body.du.toString(),
    regime: body.regime,
    ressources: decimal(body.ressources),
    enfants: body.enfants?.toString() ?? "",
    aeeh: body.aeeh?.toString() ?? "",
  });
}

async function formPage(
  visit: GuardianVisit,
  householdId: Id<"household">,
  typed: TypedIncome | null,
  corrections: readonly Correction[],
): Promise<Answer> {
  const { incomes, setting } = await ownIncomes(visit);
  const income = incomes.find((one) => one.householdId === householdId);
  if (income === undefined) return notFound;
  const shown = typed ?? typedIncome({ cle: randomUUID(), ...knownOf(income) });
  return page(
    {
      title: texts.form.title,
      section: "family",
      toCorrect: corrections.length > 0,
      before: <BackLink href={PATH} label={texts.form.back} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{texts.form.title}</h1>
          <p class="lead">{texts.form.lead}</p>
          <p>
            {settingSentence(setting)} {setting.verify && texts.form.verified}
          </p>
          <form method="post" action={`${PATH}/${householdId}/declarer`}>
            <FormToken />
            <IncomeFields typed={shown} corrections={corrections} />
            <Button>{texts.form.save}</Button>
          </form>
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

/** What seldom changes is not asked again: the scheme, the children. */
function knownOf({ value, resources }: HouseholdIncome): Record<string, string> {
  const scheme = (value ?? resources)?.entry.scheme;
  return {
    regime: scheme === undefined ? "" : scheme === "other" ? "autre" : scheme,
    enfants: resources?.entry.dependentChildren?.toString() ?? "",
    aeeh: resources?.entry.aeehChildren?.toString() ?? "",
  };
}

/** A family reads and declares the quotient of its household. */
export const familyQuotientRoutes = (declaring: Declaring): readonly Route<Visit>[] => [
  showRoute,
  formRoute(declaring),
  declareRoute(declaring),
];
