import { agentEverywhere, type SignedInVisit, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  formId,
  FormToken,
  isoDate,
  notFound,
  page,
  redirect,
  route,
  Select,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { changePayer, type PayerRefusal } from "../../../payers/change-payer.ts";
import { householdPayers, type EnrolmentPayers } from "../../../payers/household-payers.ts";
import { householdLabel } from "../family-planning/acting-for.tsx";
import { householdAdults, type PayingAdult } from "./household-adults.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/familles/:household/payeurs";
const access = agentEverywhere("families.write");
const ofHousehold = z.object({ household: formId<"household">() });

const payerForm = z.object({
  inscription: formId<"enrolment">(),
  payeur: formId<"guardian">(),
  du: isoDate,
});
const typedForm = z
  .object({ inscription: z.string().catch(""), payeur: z.string().catch(""), du: z.string().catch("") })
  .catch({ inscription: "", payeur: "", du: "" });
type Typed = z.output<typeof typedForm>;

/** GET …/payeurs: the form that says who pays from a day on. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access,
  input: z.object({ params: ofHousehold }),
  answer: (visit, { params }) => {
    const today = parisDate(visit.now).toString();
    return payerPage(visit, params.household, { inscription: "", payeur: "", du: today }, []);
  },
});

/** POST …/payeurs: changes the payer; the file then shows who pays when. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access,
  input: z.object({ params: ofHousehold, body: payerForm }),
  toCorrect: async (visit, corrections, { params, body }) => {
    const parsed = ofHousehold.safeParse(params);
    if (!parsed.success) return notFound;
    return payerPage(visit, parsed.data.household, typedForm.parse(body), corrections);
  },
  async answer(visit, { params: { household }, body }) {
    const changed = await changePayer(visit, {
      householdId: household,
      enrolmentId: body.inscription,
      guardianId: body.payeur,
      firstDay: body.du,
    });
    if (changed.ok) return redirect(`/agent/familles/${household}?fait=payeur#payers`);
    const typed = { ...body, du: body.du.toString() };
    return payerPage(visit, household, typed, [correctionOf(changed.refusal)]);
  },
});

function correctionOf(refusal: PayerRefusal): Correction {
  switch (refusal.code) {
    case "unknown-enrolment":
      return { field: "inscription", message: texts.unknown };
    case "not-of-household":
      return { field: "payeur", message: texts.notOfHousehold };
    case "outside":
      return { field: "du", message: texts.outside(refusal.firstDay, refusal.lastDay) };
  }
}

async function payerPage(
  { database, now }: SignedInVisit,
  household: Id<"household">,
  typed: Typed,
  corrections: readonly Correction[],
): Promise<Answer> {
  const shown = await database.read(async (reads) => ({
    label: await householdLabel(reads, household),
    adults: await householdAdults(reads, household),
    enrolments: await householdPayers(reads, household, parisDate(now)),
  }));
  const { label } = shown;
  if (label === undefined) return notFound;
  return page(
    {
      title: texts.title,
      section: "families",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href={`/agent/familles/${household}#payers`} label={texts.back(label)} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{texts.title}</h1>
          {shown.enrolments.length === 0 ? (
            <p>{texts.none}</p>
          ) : (
            <PayerForm household={household} typed={typed} corrections={corrections} {...shown} />
          )}
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

function PayerForm(props: {
  household: Id<"household">;
  adults: readonly PayingAdult[];
  enrolments: readonly EnrolmentPayers[];
  typed: Typed;
  corrections: readonly Correction[];
}) {
  const { household, adults, enrolments, typed, corrections } = props;
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <p class="lead">{texts.lead}</p>
      <form method="post" action={`/agent/familles/${household}/payeurs`}>
        <FormToken />
        <Select
          name="inscription"
          label={texts.enrolment}
          value={typed.inscription}
          options={enrolments.map(({ enrolmentId, firstName, activityName, firstDay, lastDay }) => ({
            value: enrolmentId,
            label: texts.option(firstName, activityName, firstDay, lastDay),
          }))}
          correction={correction("inscription")}
        />
        <Select
          name="payeur"
          label={texts.payer}
          value={typed.payeur}
          options={adults.map(({ guardianId, name }) => ({ value: guardianId, label: name }))}
          correction={correction("payeur")}
        />
        <DateField name="du" label={texts.from} value={typed.du} correction={correction("du")} />
        <Button>{texts.save}</Button>
      </form>
    </>
  );
}

/** An agent says who pays. */
export const payerRoutes: readonly Route<Visit>[] = [formRoute, saveRoute];
