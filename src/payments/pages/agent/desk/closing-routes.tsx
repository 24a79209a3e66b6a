import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { cents, formatDayAndYear, parisDate, parseEuros, parseId, type Cents } from "#kernel";
import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  firstValue,
  formReader,
  FormToken,
  formValues,
  isoDate,
  notFound,
  Notice,
  page,
  redirect,
  route,
  TextArea,
  TextField,
  type Answer,
  type Correction,
  type Page,
  type Route,
  type Values,
} from "#platform";
import { z } from "zod";

import {
  closeDay,
  COUNTED_MEANS,
  countsOf,
  expectedOn,
  type CloseRefusal,
  type Closing,
  type CountedMeans,
} from "../../../desk/close-day.ts";
import { closedUntil, isClosed } from "../../../desk/holdings.ts";
import { deskAgent } from "../../../desk/policy.ts";
import type { KeptRegie } from "../../../desk/regie.ts";
import { confirmClosingPage } from "./confirm-closing-page.tsx";
import { ofRegie, openedRegie, REGIE } from "./opened-regie.ts";
import { texts } from "./texts.fr.ts";

const words = texts.closing;
const PATH = `${REGIE}/cloture`;

/** GET …/cloture?jour=: what should be there at the end of a day. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: deskAgent,
  input: z.object({
    params: ofRegie,
    query: z.object({
      jour: isoDate.optional().catch(undefined),
      close: isoDate.optional().catch(undefined),
    }),
  }),
  answer: (visit, { params, query }) =>
    show(visit, params, { day: query.jour ?? parisDate(visit.now), closed: query.close ?? null }),
});

/** POST …/cloture: what was counted is read against the journal, then makes the day final. */
const closeRoute = route({
  method: "POST",
  path: PATH,
  access: deskAgent,
  input: z.object({ params: ofRegie, body: formValues }),
  async answer(visit, { params, body }) {
    const form = formReader(body);
    const typedDay = form.date("jour");
    const counted: Partial<Record<CountedMeans, Cents>> = {};
    for (const means of COUNTED_MEANS) {
      const text = form.text(means, 14);
      const amount = text === "" ? cents(0) : parseEuros(text);
      if (amount === undefined) form.correct(means, words.amount);
      else counted[means] = amount;
    }
    const explanation = form.text("motif", 500);
    const id = parseId<"closing">(firstValue(body, "cle"));
    const day = typedDay === "" ? parisDate(visit.now) : Temporal.PlainDate.from(typedDay);
    if (form.corrections.length > 0 || id === undefined)
      return show(visit, params, { day, values: body, corrections: form.corrections });
    if (firstValue(body, "confirme") !== "1")
      return confirm(visit, params, { day, id, counted, explanation, values: body });
    const done = await closeDay(visit, { id, regie: params.regie, day, counted, explanation });
    if (done.ok) return redirect(`/agent/regie/${params.regie}/cloture?close=${day.toString()}`);
    if (done.refusal.code === "unknown") return notFound;
    return show(visit, params, { day, values: body, corrections: [correctionOf(done.refusal)] });
  },
});

async function confirm(
  visit: SignedInVisit,
  params: z.output<typeof ofRegie>,
  typed: Pick<Closing, "day" | "id" | "counted" | "explanation"> & { values: Values },
): Promise<Answer> {
  const { day, id, counted, explanation, values } = typed;
  const opened = await openedRegie(visit, params.regie, ["holder"]);
  if (opened === undefined) return notFound;
  if (Temporal.PlainDate.compare(day, parisDate(visit.now)) > 0)
    return show(visit, params, { day, values, corrections: [correctionOf({ code: "to-come" })] });
  const counts = countsOf(
    await visit.database.read((reads) => expectedOn(reads, params.regie, day)),
    counted,
  );
  if (explanation === "" && counts.some((one) => one.expected !== one.counted))
    return show(visit, params, { day, values, corrections: [correctionOf({ code: "unexplained", counts })] });
  const fields = {
    cle: id,
    jour: day.toString(),
    motif: explanation,
    ...Object.fromEntries(COUNTED_MEANS.map((means) => [means, firstValue(values, means)])),
  };
  return page(confirmClosingPage({ regie: opened.regie, day, counts, explanation, fields }));
}

function correctionOf(refusal: Exclude<CloseRefusal, { code: "unknown" }>): Correction {
  if (refusal.code === "closed") return { field: "jour", message: words.refused.closed(refusal.until) };
  if (refusal.code === "unexplained")
    return { field: "motif", message: words.refused.unexplained(refusal.counts) };
  return { field: "jour", message: words.refused[refusal.code] };
}

interface Shown {
  readonly day: Temporal.PlainDate;
  readonly closed?: Temporal.PlainDate | null;
  readonly values?: Values;
  readonly corrections?: readonly Correction[];
}

async function show(
  visit: SignedInVisit,
  { regie: id }: z.output<typeof ofRegie>,
  { day, closed = null, values, corrections = [] }: Shown,
): Promise<Answer> {
  const opened = await openedRegie(visit, id, ["holder"]);
  if (opened === undefined) return notFound;
  const { expected, until } = await visit.database.read(async (reads) => ({
    expected: await expectedOn(reads, id, day),
    until: await closedUntil(reads, id),
  }));
  const view = { regie: opened.regie, day, closed, until, expected, corrections, formKey: randomUUID() };
  const typed = (field: string) => (values === undefined ? "" : firstValue(values, field));
  return page(closingPage({ ...view, typed }), values === undefined ? 200 : 422);
}

interface ClosingView {
  readonly regie: KeptRegie;
  readonly day: Temporal.PlainDate;
  readonly closed: Temporal.PlainDate | null;
  /** The last day that is closed: it has nothing left to count. */
  readonly until: Temporal.PlainDate | null;
  readonly expected: Readonly<Record<CountedMeans, Cents>>;
  readonly corrections: readonly Correction[];
  readonly formKey: string;
  readonly typed: (field: string) => string;
}

function closingPage(view: ClosingView): Page {
  const { regie, day, closed, until, corrections } = view;
  const base = `/agent/regie/${regie.id}`;
  return {
    title: words.title,
    section: "regie",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={base} label={regie.name} />,
    flash: (
      <>
        {closed !== null && (
          <Notice tone="success" announce>
            <p>{words.saved(closed)}</p>
          </Notice>
        )}
        <ErrorSummary items={corrections} />
      </>
    ),
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <form method="get" action={`${base}/cloture`} class="row">
          <DateField name="jour" id="choisir" label={words.day} value={day.toString()} />
          <Button variant="secondary">{words.choose}</Button>
        </form>
        <h2 id="jour">{formatDayAndYear(day)}</h2>
        {until !== null && isClosed(day, until) ? (
          <p>
            {words.refused.closed(until)}{" "}
            <a href={`${base}/journal?jour=${day.toString()}`}>{texts.home.links.journal}</a>
          </p>
        ) : (
          <CountForm {...view} action={`${base}/cloture`} />
        )}
      </>
    ),
  };
}

function CountForm({
  regie,
  day,
  expected,
  corrections,
  formKey,
  typed,
  action,
}: ClosingView & { action: string }) {
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  const asked = COUNTED_MEANS.filter((means) => regie.means.includes(means) || expected[means] !== 0);
  return (
    <form method="post" action={action}>
      <FormToken />
      <input type="hidden" name="cle" value={formKey} />
      <input type="hidden" name="jour" value={day.toString()} />
      {asked.map((means) => (
        <TextField
          name={means}
          label={words.means[means]}
          hint={words.expected(expected[means])}
          value={typed(means)}
          inputmode="decimal"
          width="short"
          optional={expected[means] === 0}
          correction={correction(means)}
        />
      ))}
      <TextArea
        name="motif"
        label={words.explanation}
        hint={words.explanationHint}
        value={typed("motif")}
        maxLength={500}
        optional
        correction={correction("motif")}
      />
      <Button>{words.check}</Button>
    </form>
  );
}

/** Where a day is closed. */
export const closingRoutes: readonly Route<Visit>[] = [showRoute, closeRoute];
