import { signedIn, type SignedInVisit, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { formId, isoDate, notFound, page, redirect, route, type Answer, type Route } from "#platform";
import { z } from "zod";

import { enrolmentPrices } from "../../../estimates/enrolment-prices.ts";
import { endEnrolment, type EndRefusal } from "../../../enrolments/end-enrolment.ts";
import { enrolmentHistory, findEnrolment, isOwn } from "../../../enrolments/find-enrolment.ts";
import { offeredSeasons } from "../../../enrolments/offered-seasons.ts";
import { daysInTheWayWords } from "./days-in-the-way.ts";
import { endPage } from "./end-page.tsx";
import { receiptPage } from "./receipt-page.tsx";
import { texts } from "./texts.fr.ts";

const ofEnrolment = z.object({ enrolment: formId<"enrolment">() });

/** GET /inscriptions/:enrolment: the receipt of an enrolment, for its family and the agents of its site. */
const receiptRoute = route({
  method: "GET",
  path: "/inscriptions/:enrolment",
  access: signedIn,
  input: z.object({ params: ofEnrolment }),
  answer: ({ actor, database, now }, { params: { enrolment } }) =>
    database.read(async (reads) => {
      const card = await findEnrolment(reads, enrolment, actor, parisDate(now));
      if (card === undefined) return notFound;
      const [season] = await offeredSeasons(reads, now, card.seasonId);
      const history = await enrolmentHistory(reads, enrolment);
      const prices = isOwn(actor, card) ? await enrolmentPrices(reads, card) : [];
      return page(receiptPage({ actor, card, season, history, prices, now }));
    }),
});

/** GET …/arreter: from which day on. */
const askRoute = route({
  method: "GET",
  path: "/inscriptions/:enrolment/arreter",
  access: signedIn,
  input: z.object({ params: ofEnrolment }),
  answer: (visit, { params }) => ask(visit, params.enrolment, null),
});

/** POST …/arreter: ends it, then the receipt; so does the second click. */
const endRoute = route({
  method: "POST",
  path: "/inscriptions/:enrolment/arreter",
  access: signedIn,
  input: z.object({
    params: ofEnrolment,
    body: z.object({ des: z.string(texts.end.noDay).min(1, texts.end.noDay).pipe(isoDate) }),
  }),
  toCorrect: async (visit, [first], { params }) => {
    const known = ofEnrolment.safeParse(params);
    return known.success ? ask(visit, known.data.enrolment, first?.message ?? texts.end.noDay) : notFound;
  },
  async answer(visit, { params: { enrolment }, body: { des } }) {
    const ended = await endEnrolment(visit, { enrolmentId: enrolment, from: des });
    if (ended.ok) return redirect(`/inscriptions/${enrolment}`);
    if (ended.refusal.code === "unknown") return notFound;
    return ask(visit, enrolment, correctionOf(ended.refusal), des);
  },
});

async function ask(
  { actor, database, now }: SignedInVisit,
  enrolment: Id<"enrolment">,
  correction: string | null,
  typed?: Temporal.PlainDate,
): Promise<Answer> {
  const today = parisDate(now);
  const card = await database.read((reads) => findEnrolment(reads, enrolment, actor, today));
  if (card === undefined) return notFound;
  return page(endPage({ actor, card, today, typed, correction }), correction === null ? 200 : 422);
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

/** An enrolment that was made, and its end. */
export const enrolmentRoutes: readonly Route<Visit>[] = [receiptRoute, askRoute, endRoute];
