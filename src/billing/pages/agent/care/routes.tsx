import type { SignedInVisit, Visit } from "#identity";
import { cents, parisDate, parseEuros, typedEuros } from "#kernel";
import {
  BackLink,
  Button,
  DataTable,
  DateField,
  ErrorSummary,
  FormToken,
  formId,
  formText,
  isoDate,
  notFound,
  Notice,
  page,
  Radios,
  redirect,
  route,
  TextField,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { careServices, changeCareRule, type CareService } from "../../../certificate/care-rules.ts";
import { billingWriter } from "../../../policy.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/facturation/garde";
const MOST_MEAL = 5000;

const meal = formText(12).transform((text, context) => {
  const amount = text === "" ? cents(0) : parseEuros(text);
  if (amount !== undefined && amount <= MOST_MEAL) return amount;
  context.addIssue({ code: "custom", message: texts.badMeal });
  return z.NEVER;
});
const shown = z.object({ service: formId<"activity">().optional().catch(undefined) });
const form = z.object({
  service: formId<"activity">(),
  des: isoDate,
  garde: z.enum(["oui", "non"], texts.choose),
  repas: meal,
});
const typedForm = z.object({
  service: formId<"activity">(),
  des: z.string().catch(""),
  garde: z.string().catch(""),
  repas: z.string().catch(""),
});

/** GET /agent/facturation/garde?service=: which services are care, and the form that changes one. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: billingWriter,
  input: z.object({ query: shown.extend({ enregistre: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) =>
    show(visit, { service: query.service, saved: query.enregistre !== undefined, corrections: [] }),
});

/** POST /agent/facturation/garde: keeps what a service is from a day on. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: billingWriter,
  input: z.object({ body: form }),
  async toCorrect(visit, corrections, { body }) {
    const typed = typedForm.safeParse(body);
    return typed.success
      ? show(visit, { service: typed.data.service, corrections, typed: typed.data })
      : notFound;
  },
  async answer(visit, { body: { service: activity, des: from, garde, repas } }) {
    const services = await visit.database.read((reads) => careServices(reads, from));
    if (!services.some(({ activityId }) => activityId === activity)) return notFound;
    await changeCareRule(visit, { activity, from, rule: { counted: garde === "oui", meal: repas } });
    return redirect(`${PATH}?enregistre=1`);
  },
});

interface Shown {
  readonly service: string | undefined;
  readonly saved?: boolean;
  readonly corrections: readonly Correction[];
  readonly typed?: Readonly<Record<"des" | "garde" | "repas", string>>;
}

async function show({ database, now }: SignedInVisit, of: Shown): Promise<Answer> {
  const { service, saved = false, corrections } = of;
  const today = parisDate(now);
  const services = await database.read((reads) => careServices(reads, today));
  const chosen = services.find(({ activityId }) => activityId === service);
  if (service !== undefined && chosen === undefined) return notFound;
  const drawn = {
    title: texts.title,
    section: "billing",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/facturation" label={texts.back} />,
    flash: saved ? (
      <Notice tone="success" title={texts.saved} announce />
    ) : (
      <ErrorSummary items={corrections} />
    ),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {chosen !== undefined && (
          <CareForm
            service={chosen}
            typed={of.typed ?? { ...typedOf(chosen), des: today.with({ month: 1, day: 1 }).toString() }}
            corrections={corrections}
          />
        )}
        <h2>{texts.table}</h2>
        <Services services={services} />
      </>
    ),
  };
  return page(drawn, corrections.length > 0 ? 422 : 200);
}

const typedOf = ({ counted, meal: worth }: CareService) => ({
  garde: counted ? "oui" : "non",
  repas: worth === 0 ? "" : typedEuros(worth),
});

function CareForm({
  service,
  typed,
  corrections,
}: {
  service: CareService;
  typed: Readonly<Record<"des" | "garde" | "repas", string>>;
  corrections: readonly Correction[];
}) {
  const wrong = (name: string) => corrections.find(({ field }) => field === name)?.message;
  return (
    <section>
      <h2>{texts.form(service.name)}</h2>
      <form method="post" action={PATH}>
        <FormToken />
        <input type="hidden" name="service" value={service.activityId} />
        <DateField name="des" label={texts.from} value={typed.des} correction={wrong("des")} />
        <Radios
          name="garde"
          legend={texts.question}
          value={typed.garde}
          options={[
            { value: "oui", label: texts.yes },
            { value: "non", label: texts.no },
          ]}
          correction={wrong("garde")}
        />
        <TextField
          name="repas"
          label={texts.meal}
          hint={texts.mealHint}
          value={typed.repas}
          inputmode="decimal"
          width="short"
          optional
          correction={wrong("repas")}
        />
        <Button>{texts.save}</Button>
      </form>
    </section>
  );
}

function Services({ services }: { services: readonly CareService[] }) {
  return (
    <DataTable
      caption={texts.table}
      captionHidden
      columns={[
        { header: texts.columns.service, rowHeader: true, cell: ({ name }) => name },
        { header: texts.columns.counted, cell: texts.counted },
        { header: texts.columns.meal, numeric: true, cell: texts.mealOf },
        { header: texts.columns.since, cell: texts.sinceOf },
        {
          header: texts.changeShort,
          cell: ({ activityId, name }) => (
            <a href={`${PATH}?service=${activityId}`}>
              {texts.changeShort}
              <span class="vh"> : {name}</span>
            </a>
          ),
        },
      ]}
      rows={services}
    />
  );
}

/** Where an agent says which services are care. */
export const careRoutes: readonly Route<Visit>[] = [showRoute, saveRoute];
