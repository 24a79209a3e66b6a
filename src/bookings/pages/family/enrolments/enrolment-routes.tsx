import { guardian, type Access, type SignedInVisit, type Visit } from "#identity";
import { parisDate } from "#kernel";
import {
  formId,
  isoDate,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Reads,
  type Route,
} from "#platform";
import { z } from "zod";

import { enrolmentPrices } from "../../../estimates/enrolment-prices.ts";
import { endEnrolment, type EndRefusal } from "../../../enrolments/end-enrolment.ts";
import {
  enrolmentHistory,
  findEnrolment,
  type EnrolmentCard,
  type EnrolmentReader,
} from "../../../enrolments/find-enrolment.ts";
import { offeredSeasons } from "../../../enrolments/offered-seasons.ts";
import { daysInTheWayWords } from "./days-in-the-way.ts";
import { enrolmentAddress } from "./enrolment-address.ts";
import { endPage } from "./end-page.tsx";
import { receiptPage } from "./receipt-page.tsx";
import { texts } from "./texts.fr.ts";

const ofEnrolment = z.object({
  enrolment: formId<"enrolment">(),
  /** The file in which an agent reads it. */
  household: formId<"household">().optional(),
});
type OfEnrolment = z.output<typeof ofEnrolment>;

/**
 * The receipt of an enrolment, and its end, below an address: the family's own, or an agent's in the file of the family.
 */
export function enrolmentRoutesFor<Admitted extends SignedInVisit>(
  reader: EnrolmentReader,
  access: Access<Admitted>,
  path: string,
): readonly Route<Visit>[] {
  const ask = askFor(reader);
  return [
    route({
      method: "GET",
      path,
      access,
      input: z.object({ params: ofEnrolment }),
      answer: ({ actor, database, now }, { params }) =>
        database.read(async (reads) => {
          const card = await findIn(reads, params, { reader, actor, today: parisDate(now) });
          if (card === undefined) return notFound;
          const [season] = await offeredSeasons(reads, now, card.seasonId);
          const history = await enrolmentHistory(reads, card.enrolmentId);
          const prices = reader === "family" ? await enrolmentPrices(reads, card) : [];
          return page(receiptPage({ reader, card, season, history, prices, now }));
        }),
    }),
    route({
      method: "GET",
      path: `${path}/arreter`,
      access,
      input: z.object({ params: ofEnrolment }),
      answer: (visit, { params }) => ask(visit, params, null),
    }),
    // Ends it, then the receipt; so does the second click.
    route({
      method: "POST",
      path: `${path}/arreter`,
      access,
      input: z.object({
        params: ofEnrolment,
        body: z.object({ des: z.string(texts.end.noDay).min(1, texts.end.noDay).pipe(isoDate) }),
      }),
      toCorrect: async (visit, [first], { params }) => {
        const known = ofEnrolment.safeParse(params);
        return known.success ? ask(visit, known.data, first?.message ?? texts.end.noDay) : notFound;
      },
      async answer(visit, { params, body: { des } }) {
        const ended = await endEnrolment(visit, { enrolmentId: params.enrolment, reader, from: des });
        if (ended.ok) return redirect(enrolmentAddress(reader, ended.value));
        if (ended.refusal.code === "unknown") return notFound;
        return ask(visit, params, correctionOf(ended.refusal), des);
      },
    }),
  ];
}

/** Asks from which day on, with what is to correct. */
function askFor(reader: EnrolmentReader) {
  return async (
    { actor, database, now }: SignedInVisit,
    params: OfEnrolment,
    correction: string | null,
    typed?: Temporal.PlainDate,
  ): Promise<Answer> => {
    const today = parisDate(now);
    const card = await database.read((reads) => findIn(reads, params, { reader, actor, today }));
    if (card === undefined) return notFound;
    return page(endPage({ reader, card, today, typed, correction }), correction === null ? 200 : 422);
  };
}

/** The enrolment of an address; undefined where the file that it names is another family's. */
async function findIn(
  reads: Reads,
  { enrolment, household }: OfEnrolment,
  by: Parameters<typeof findEnrolment>[2],
): Promise<EnrolmentCard | undefined> {
  const card = await findEnrolment(reads, enrolment, by);
  return household === undefined || household === card?.householdId ? card : undefined;
}

function correctionOf(refusal: Exclude<EndRefusal, { code: "unknown" }>): string {
  switch (refusal.code) {
    case "past":
      return texts.end.past(refusal.today);
    case "after-the-end":
      return texts.end.after(refusal.lastDay);
    case "booked-days":
      return texts.end.booked(daysInTheWayWords(refusal.days));
  }
}

/** An enrolment of the family, and its end. */
export const enrolmentRoutes = enrolmentRoutesFor("family", guardian, "/inscriptions/:enrolment");
