import { randomUUID } from "node:crypto";

import type { SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  formId,
  FormToken,
  formText,
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
} from "#platform";
import { z } from "zod";

import { mayWriteIncome, incomeReader, incomeWriter } from "../../../policy.ts";
import { householdIncomes } from "../../../quotients/household-income.ts";
import { noteIncomeRead } from "../../../quotients/note-income-read.ts";
import { qfSettingOn } from "../../../quotients/qf-setting.ts";
import { formSource } from "../../../quotients/quotient-source.ts";
import { recordQuotient, type QuotientRefusal } from "../../../quotients/record-quotient.ts";
import { settleQuotient } from "../../../quotients/settle-quotient.ts";
import { RESOURCES_CASES, settingSentence } from "../../../rules/qf/qf-sentences.fr.ts";
import { IncomeFields } from "../../shared/income-fields.tsx";
import { incomeFields, incomeOf, typedIncome, type TypedIncome } from "../../shared/income-form.ts";
import { texts } from "../texts.fr.ts";
import { HistoryTable } from "./history-table.tsx";

const PATH = "/agent/familles/:household/quotient";
const words = texts.household;
const ofHousehold = z.object({ household: formId<"household">() });
const noDay = z.literal("").transform(() => null);
const LONGEST_REASON = 300;

const enterForm = z.object({
  ...incomeFields,
  cas: z.union([noDay, z.enum(["nil", "placed", "noProof", "notGiven"])]).default(null),
  "compte-du": z.union([noDay, isoDate]).default(null),
  "jusqu-au": z.union([noDay, isoDate]).default(null),
  motif: formText(LONGEST_REASON).default(""),
});

/** GET …/quotient: the history of a household, and the form; opening it is in the journal. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: incomeReader,
  input: z.object({
    params: ofHousehold,
    query: z.object({ fait: z.enum(["ecrit", "decide"]).optional().catch(undefined) }),
  }),
  answer: (visit, { params, query }) => incomePage(visit, params.household, { done: query.fait }),
});

/** POST …/quotient: an agent writes what a family brought. */
const enterRoute = route({
  method: "POST",
  path: PATH,
  access: incomeWriter,
  input: z.object({ params: ofHousehold, body: enterForm }),
  toCorrect: (visit, corrections, { params, body }) => {
    const parsed = ofHousehold.safeParse(params);
    if (!parsed.success) return Promise.resolve(notFound);
    return incomePage(visit, parsed.data.household, { corrections, typed: typedIncome(body) });
  },
  async answer(visit, { params: { household }, body }) {
    const read = incomeOf(body, body.cas, visit.now);
    if ("field" in read) return incomePage(visit, household, { corrections: [read], typed: retyped(body) });
    const chosen = { firstDay: body["compte-du"], lastDay: body["jusqu-au"], reason: body.motif };
    const recorded = await visit.database.write(async (writes) => {
      const known = await writes.row(
        "pricing_household_exists",
        `select household_id from families_household_card where household_id = $1`,
        [household],
      );
      if (known === undefined) return null;
      const source = formSource("agent", read.told);
      return recordQuotient(writes, visit, { key: body.cle, householdId: household, source, chosen });
    });
    if (recorded === null) return notFound;
    if (recorded.ok) return redirect(`/agent/familles/${household}/quotient?fait=ecrit`);
    const corrections = [correctionOf(recorded.refusal)];
    return incomePage(visit, household, { corrections, typed: retyped(body) });
  },
});

const VERDICTS = { accepter: "accepted", refuser: "refused", retirer: "withdrawn" } as const;

/** POST …/quotient/:entry/decider: accepts, refuses or takes back. */
const settleRoute = route({
  method: "POST",
  path: `${PATH}/:entry/decider`,
  access: incomeWriter,
  input: z.object({
    params: ofHousehold.extend({ entry: formId<"qf-entry">() }),
    body: z.object({
      decision: z.enum(["accepter", "refuser", "retirer"]),
      raison: formText(LONGEST_REASON).default(""),
    }),
  }),
  async answer(visit, { params: { household, entry }, body }) {
    const settled = await visit.database.write((writes) =>
      settleQuotient(writes, visit, {
        householdId: household,
        entryId: entry,
        verdict: VERDICTS[body.decision],
        reason: body.raison,
      }),
    );
    if (settled.ok) return redirect(`/agent/familles/${household}/quotient?fait=decide`);
    if (settled.refusal.code === "settled-since") return incomePage(visit, household, { since: true });
    return incomePage(visit, household, {
      corrections: [{ field: `raison-${entry}`, message: words.reasonMissing }],
    });
  },
});

function correctionOf(refusal: QuotientRefusal): Correction {
  if (refusal.code === "no-reason") return { field: "motif", message: words.whyMissing };
  if (refusal.code === "backwards") return { field: "jusqu-au", message: words.backwards };
  throw new Error("A form told nothing");
}

/** What was read, as it was typed. */
function retyped(body: z.output<typeof enterForm>): TypedIncome {
  const decimal = (hundredths: number | null) =>
    hundredths === null ? "" : String(hundredths / 100).replace(".", ",");
  return typedIncome({
    ...body,
    valeur: decimal(body.valeur),
    ressources: decimal(body.ressources),
    du: body.du.toString(),
    enfants: body.enfants?.toString() ?? "",
    aeeh: body.aeeh?.toString() ?? "",
    cas: body.cas ?? "",
    "compte-du": body["compte-du"]?.toString() ?? "",
    "jusqu-au": body["jusqu-au"]?.toString() ?? "",
  });
}

interface Shown {
  done?: keyof typeof words.done | undefined;
  since?: true;
  corrections?: readonly Correction[];
  typed?: TypedIncome;
}

async function incomePage(
  visit: SignedInVisit,
  householdId: Id<"household">,
  { done, since, corrections = [], typed }: Shown,
): Promise<Answer> {
  const { actor, database, now } = visit;
  const found = await database.write(async (writes) => {
    const today = parisDate(now);
    const setting = await qfSettingOn(writes, today);
    const [income] = await householdIncomes(writes, [householdId], { today, warnDays: setting.warnDays });
    if (income === undefined) return undefined;
    await noteIncomeRead(writes, visit, householdId);
    return { income, setting };
  });
  if (found === undefined) return notFound;
  const { income, setting } = found;
  const title = words.title(income.label);
  const toCorrect = corrections.length > 0;
  const mayWrite = mayWriteIncome(actor);
  return page(
    {
      title,
      section: "families",
      dense: true,
      toCorrect,
      before: <BackLink href={`/agent/familles/${householdId}`} label={texts.file(income.label)} />,
      flash: <Flash done={done} since={since} corrections={corrections} />,
      main: (
        <>
          <h1>{title}</h1>
          <p class="lead">{words.lead}</p>
          <h2>{words.history}</h2>
          <HistoryTable income={income} mayWrite={mayWrite} />
          <p>
            <a href={`/agent/familles/${householdId}/tarif-horaire`}>{words.rate}</a>
          </p>
          {mayWrite && (
            <section aria-labelledby="ecrire">
              <h2 id="ecrire">{words.enter}</h2>
              <p>{settingSentence(setting)}</p>
              <EnterForm
                householdId={householdId}
                typed={typed ?? typedIncome({ cle: randomUUID() })}
                corrections={corrections}
              />
            </section>
          )}
        </>
      ),
    },
    since ? 409 : toCorrect ? 422 : 200,
  );
}

function Flash({
  done,
  since,
  corrections = [],
}: Pick<Shown, "done" | "corrections"> & { since: true | undefined }) {
  if (since) return <Notice tone="warning" title={words.settledSince} announce />;
  if (done !== undefined) return <Notice tone="success" title={words.done[done]} announce />;
  return <ErrorSummary items={corrections} />;
}

function EnterForm(props: {
  householdId: Id<"household">;
  typed: TypedIncome;
  corrections: readonly Correction[];
}) {
  const { householdId, typed, corrections } = props;
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <form method="post" action={`/agent/familles/${householdId}/quotient`}>
      <FormToken />
      <IncomeFields typed={typed} corrections={corrections} />
      <Select
        name="cas"
        label={words.case}
        value={typed.cas}
        options={[
          { value: "", label: words.noCase },
          ...Object.entries(RESOURCES_CASES).map(([value, label]) => ({ value, label })),
        ]}
        optional
      />
      <DateField
        name="compte-du"
        label={words.firstDay}
        hint={words.firstDayHint}
        value={typed["compte-du"]}
        correction={correction("compte-du")}
        optional
      />
      <DateField
        name="jusqu-au"
        label={words.lastDay}
        hint={words.lastDayHint}
        value={typed["jusqu-au"]}
        correction={correction("jusqu-au")}
        optional
      />
      <TextField
        name="motif"
        label={words.why}
        hint={words.whyHint}
        value={typed.motif}
        maxLength={LONGEST_REASON}
        correction={correction("motif")}
        optional
      />
      <Button>{words.save}</Button>
    </form>
  );
}

/** An agent reads and keeps what is known of a household's income. */
export const householdQuotientRoutes = [showRoute, enterRoute, settleRoute];
