import { agentEverywhere, type SignedInVisit, type Visit } from "#identity";
import type { Id } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  confirmationPage,
  DataTable,
  EmptyState,
  ErrorSummary,
  Fieldset,
  firstValue,
  formId,
  formList,
  formText,
  FormToken,
  formValues,
  Notice,
  notFound,
  page,
  redirect,
  route,
  TextField,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { basketLines, type BasketLine } from "../../../basket/basket-lines.ts";
import { bookUnpaid, mayBeUnpaid } from "../../../basket/book-unpaid.ts";
import { householdLabel } from "../family-planning/acting-for.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/familles/:household/panier";
const addressOf = (household: string) => `/agent/familles/${household}/panier`;
const access = agentEverywhere("bookings.write");
const ofHousehold = z.object({ household: formId<"household">() });
const MOST_PLACES = 400;

const bookForm = z.object({
  place: formList(formId<"booking">(), MOST_PLACES).refine((list) => list.length > 0, texts.whichMissing),
  raison: formText(300).refine((text) => text !== "", texts.reasonMissing),
  confirme: z.literal("1").optional(),
});

/** GET …/panier: the places that are kept for a family until they are paid. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access,
  input: z.object({
    params: ofHousehold,
    query: z.object({
      reservees: z.coerce.number().int().min(1).max(MOST_PLACES).optional().catch(undefined),
    }),
  }),
  answer: (visit, { params, query }) => show(visit, params.household, { done: query.reservees }),
});

/** POST …/panier: shows what is booked without payment, then books it. */
const bookRoute = route({
  method: "POST",
  path: PATH,
  access,
  input: z.object({ params: ofHousehold, body: bookForm }),
  async toCorrect(visit, corrections, { params, body }) {
    const of = ofHousehold.safeParse(params);
    const values = formValues.parse(body);
    const typed = { chosen: values.get("place") ?? [], reason: firstValue(values, "raison") };
    return of.success ? show(visit, of.data.household, { ...typed, corrections }) : notFound;
  },
  async answer(visit, { params: { household }, body }) {
    const { place: bookings, raison: reason } = body;
    if (body.confirme !== "1") return confirm(visit, household, { bookings, reason });
    const done = await bookUnpaid(visit, { householdId: household, bookings, reason });
    return done.ok
      ? redirect(`${addressOf(household)}?reservees=${done.value.booked}`)
      : changed(visit, household, reason);
  },
});

const changed = (visit: SignedInVisit, household: Id<"household">, reason: string) =>
  show(visit, household, { reason, corrections: [{ message: texts.changed }], status: 409 });

async function confirm(
  visit: SignedInVisit,
  household: Id<"household">,
  { bookings, reason }: { bookings: readonly Id<"booking">[]; reason: string },
): Promise<Answer> {
  const lines = (await heldOf(visit, household)).filter(mayBeUnpaid);
  const chosen = lines.filter(({ bookingIds }) => bookingIds.some((id) => bookings.includes(id)));
  if (chosen.flatMap(({ bookingIds }) => bookingIds).length !== bookings.length)
    return changed(visit, household, reason);
  return page(
    confirmationPage({
      title: texts.confirm,
      section: "families",
      back: { href: addressOf(household), label: texts.change },
      does: (
        <Notice>
          <p>{texts.books(bookings.length)}</p>
          <ul>
            {chosen.map(({ label }) => (
              <li>{label}</li>
            ))}
          </ul>
          <p>
            {texts.reason} : {reason}
          </p>
        </Notice>
      ),
      action: addressOf(household),
      fields: { place: bookings, raison: reason, confirme: "1" },
      button: { label: texts.submit },
    }),
  );
}

const heldOf = ({ database, now }: SignedInVisit, household: Id<"household">) =>
  database.read((reads) => basketLines(reads, { householdIds: [household], withheldIds: [] }, now));

interface Shown {
  readonly chosen?: readonly string[];
  readonly reason?: string;
  readonly corrections?: readonly Correction[];
  readonly done?: number | undefined;
  readonly status?: 409;
}

async function show(
  visit: SignedInVisit,
  household: Id<"household">,
  { chosen = [], reason = "", corrections = [], done, status }: Shown,
): Promise<Answer> {
  const label = await visit.database.read((reads) => householdLabel(reads, household));
  if (label === undefined) return notFound;
  const lines = await heldOf(visit, household);
  return page(
    {
      title: texts.title,
      section: "families",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href={`/agent/familles/${household}`} label={texts.back(label)} />,
      flash: (
        <>
          {done !== undefined && <Notice tone="success" title={texts.done(done)} announce />}
          <ErrorSummary items={corrections} />
        </>
      ),
      main: (
        <>
          <h1>{texts.title}</h1>
          {lines.length === 0 ? (
            <EmptyState title={texts.none}>
              <p>{texts.noneMore}</p>
            </EmptyState>
          ) : (
            <Held lines={lines} />
          )}
          <BookForm {...{ household, lines, chosen, reason, corrections }} />
        </>
      ),
    },
    corrections.length > 0 ? (status ?? 422) : 200,
  );
}

const Held = ({ lines }: { lines: readonly BasketLine[] }) => (
  <>
    <p class="lead">{texts.lead}</p>
    <DataTable
      caption={texts.title}
      captionHidden
      columns={[
        { header: texts.columns.place, rowHeader: true, cell: ({ label }) => label },
        { header: texts.columns.until, cell: ({ heldUntil }) => texts.until(heldUntil) },
        { header: texts.columns.price, cell: ({ cents, awaits }) => texts.price(cents, awaits !== null) },
      ]}
      rows={lines}
    />
  </>
);

function BookForm(props: {
  household: Id<"household">;
  lines: readonly BasketLine[];
  chosen: readonly string[];
  reason: string;
  corrections: readonly Correction[];
}) {
  const { household, lines, chosen, reason, corrections } = props;
  const wrong = (name: string) => corrections.find(({ field }) => field === name)?.message;
  const free = lines.filter(mayBeUnpaid).flatMap((line) => line.bookingIds.map((id) => ({ id, line })));
  if (free.length === 0) return null;
  return (
    <form method="post" action={addressOf(household)}>
      <FormToken />
      <h2>{texts.book}</h2>
      <Fieldset id="place" legend={texts.which} hint={texts.whichHint} correction={wrong("place")}>
        {free.map(({ id, line }, position) => (
          <Checkbox
            name="place"
            id={position === 0 ? "place" : undefined}
            value={id}
            label={line.label}
            checked={chosen.includes(id)}
          />
        ))}
      </Fieldset>
      <TextField
        name="raison"
        label={texts.reason}
        hint={texts.reasonHint}
        value={reason}
        maxLength={300}
        correction={wrong("raison")}
      />
      <Button>{texts.look}</Button>
    </form>
  );
}

/** An agent reads what is kept for a family, and books what nobody can be asked to pay now. */
export const heldPlaceRoutes: readonly Route<Visit>[] = [showRoute, bookRoute];
