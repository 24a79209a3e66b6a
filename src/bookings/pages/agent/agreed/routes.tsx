import { agentEverywhere, type SignedInVisit, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  DateField,
  ErrorSummary,
  formId,
  formText,
  FormToken,
  isoDate,
  Notice,
  notFound,
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

import { householdAgreed, type AgreedTerm } from "../../../agreed/household-agreed.ts";
import { noteAgreed, type AgreedRefusal } from "../../../agreed/note-agreed.ts";
import { householdPayers, type EnrolmentPayers } from "../../../payers/household-payers.ts";
import { householdLabel } from "../family-planning/acting-for.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/familles/:household/repas-et-categorie";
const access = agentEverywhere("families.write");
const ofHousehold = z.object({ household: formId<"household">() });

const agreedForm = z.object({
  inscription: formId<"enrolment">(),
  repas: z
    .literal("1")
    .optional()
    .transform((value) => value !== undefined),
  categorie: formText(60),
  du: isoDate,
});
const typedForm = z
  .object({
    inscription: z.string().catch(""),
    repas: z.string().catch(""),
    categorie: z.string().catch(""),
    du: z.string().catch(""),
  })
  .catch({ inscription: "", repas: "", categorie: "", du: "" });
type Typed = z.output<typeof typedForm>;

/** GET …/repas-et-categorie: what was agreed, and the form that notes it. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access,
  input: z.object({
    params: ofHousehold,
    query: z.object({
      note: z.literal("1").optional().catch(undefined),
      enfant: formId<"participant">().optional().catch(undefined),
      service: formId<"activity">().optional().catch(undefined),
      du: isoDate.optional().catch(undefined),
    }),
  }),
  answer: (visit, { params, query: { note, enfant, service, du } }) => {
    const first = du ?? parisDate(visit.now);
    const asked = {
      typed: { inscription: "", repas: "", categorie: "", du: first.toString() },
      chosen: { participantId: enfant, activityId: service, from: first },
    };
    return agreedPage(visit, params.household, asked, [], note !== undefined);
  },
});

/** POST …/repas-et-categorie: notes it from a day on. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access,
  input: z.object({ params: ofHousehold, body: agreedForm }),
  toCorrect: async (visit, corrections, { params, body }) => {
    const parsed = ofHousehold.safeParse(params);
    if (!parsed.success) return notFound;
    return agreedPage(visit, parsed.data.household, { typed: typedForm.parse(body) }, corrections);
  },
  async answer(visit, { params: { household }, body }) {
    const noted = await noteAgreed(visit, {
      householdId: household,
      enrolmentId: body.inscription,
      ownMeal: body.repas,
      category: body.categorie === "" ? null : body.categorie,
      firstDay: body.du,
    });
    if (noted.ok) return redirect(`/agent/familles/${household}/repas-et-categorie?note=1`);
    const typed = {
      inscription: body.inscription,
      repas: body.repas ? "1" : "",
      categorie: body.categorie,
      du: body.du.toString(),
    };
    return agreedPage(visit, household, { typed }, [correctionOf(noted.refusal)]);
  },
});

function correctionOf(refusal: AgreedRefusal): Correction {
  switch (refusal.code) {
    case "unknown-enrolment":
      return { field: "inscription", message: texts.unknown };
    case "outside":
      return { field: "du", message: texts.outside(refusal.firstDay, refusal.lastDay) };
  }
}

/** What the form shows: what was typed, or for whom another page asks, since when. */
interface Asked {
  readonly typed: Typed;
  readonly chosen?: {
    readonly participantId: Id<"participant"> | undefined;
    readonly activityId: Id<"activity"> | undefined;
    readonly from: Temporal.PlainDate;
  };
}

/** An enrolment that ended since may still be billed. */
function earlier(from: Temporal.PlainDate | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  return from !== undefined && Temporal.PlainDate.compare(from, today) < 0 ? from : today;
}

async function agreedPage(
  { database, now }: SignedInVisit,
  household: Id<"household">,
  { typed, chosen }: Asked,
  corrections: readonly Correction[],
  saved = false,
): Promise<Answer> {
  const shown = await database.read(async (reads) => ({
    label: await householdLabel(reads, household),
    terms: await householdAgreed(reads, household),
    enrolments: await householdPayers(reads, household, earlier(chosen?.from, parisDate(now))),
  }));
  const preselected = shown.enrolments.find(
    ({ participantId, activityId, firstDay, lastDay }) =>
      participantId === chosen?.participantId &&
      activityId === chosen.activityId &&
      Temporal.PlainDate.compare(firstDay, chosen.from) <= 0 &&
      Temporal.PlainDate.compare(chosen.from, lastDay) <= 0,
  );
  const { label } = shown;
  if (label === undefined) return notFound;
  return page(
    {
      title: texts.title,
      section: "families",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href={`/agent/familles/${household}`} label={texts.back(label)} />,
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
          {shown.enrolments.length === 0 ? (
            <p>{texts.none}</p>
          ) : (
            <AgreedForm
              household={household}
              typed={preselected === undefined ? typed : { ...typed, inscription: preselected.enrolmentId }}
              corrections={corrections}
              {...shown}
            />
          )}
          <Noted terms={shown.terms} />
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

function AgreedForm(props: {
  household: Id<"household">;
  enrolments: readonly EnrolmentPayers[];
  typed: Typed;
  corrections: readonly Correction[];
}) {
  const { household, enrolments, typed, corrections } = props;
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <p class="lead">{texts.lead}</p>
      <form method="post" action={`/agent/familles/${household}/repas-et-categorie`}>
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
        <Checkbox name="repas" value="1" label={texts.ownMeal} checked={typed.repas === "1"} />
        <TextField
          name="categorie"
          label={texts.category}
          optional
          hint={texts.categoryHint}
          value={typed.categorie}
          maxLength={60}
          correction={correction("categorie")}
        />
        <DateField name="du" label={texts.from} value={typed.du} correction={correction("du")} />
        <Button>{texts.save}</Button>
      </form>
    </>
  );
}

function Noted({ terms }: { terms: readonly AgreedTerm[] }) {
  if (terms.length === 0) return null;
  return (
    <>
      <h2>{texts.noted}</h2>
      <ul>
        {terms.map(({ firstName, activityName, firstDay, ownMeal, category, byLabel }) => (
          <li>{texts.line(firstName, activityName, firstDay, texts.what(ownMeal, category), byLabel)}</li>
        ))}
      </ul>
    </>
  );
}

/** An agent notes what was agreed. */
export const agreedRoutes: readonly Route<Visit>[] = [formRoute, saveRoute];
