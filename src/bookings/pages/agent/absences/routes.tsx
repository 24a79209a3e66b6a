import { randomUUID } from "node:crypto";

import { agentWith, type SignedInVisit, type Visit } from "#identity";
import { formatDay, parisDate, type Id } from "#kernel";
import { BackLink, formId, notFound, page, route, type Answer, type Route } from "#platform";
import { z } from "zod";

import type { HeldToday } from "../../../absences/absent-places.ts";
import { sayAbsent } from "../../../absences/say-absent.ts";
import { agentReach } from "../../../reach/agent-reach.ts";
import { ABSENCE_DAYS_AHEAD } from "../../../rules/absence.ts";
import { absenceAnswer, unreadableAbsence } from "../../family/absences/absence-answers.ts";
import { absenceDone, absenceForm, absenceOf } from "../../family/absences/absence-form.ts";
import type { AbsencesFor } from "../../family/absences/absences-for.ts";
import { absencesPage, doneOf } from "../../family/absences/absences-page.tsx";
import { foreseeAbsence, heldBy } from "../../family/absences/foresee-absence.ts";
import { texts as words } from "../../family/absences/texts.fr.ts";
import { absenceCheckPage } from "./check-page.tsx";
import { daysQuery, DaysToTick, tickedBy } from "./days-to-tick.tsx";
import { texts } from "./texts.fr.ts";

const RIGHT = "bookings.write";
const PATH = "/agent/familles/:household/absences";
const ofHousehold = z.object({ household: formId<"household">() });
const addressOf = (household: string) => `/agent/familles/${household}/absences`;

/** GET …/absences: what the family holds today and in the coming week at the agent's sites; days to tick. */
const absencesRoute = route({
  method: "GET",
  path: PATH,
  access: agentWith(RIGHT),
  input: z.object({ params: ofHousehold, query: absenceDone.and(daysQuery) }),
  answer: (visit, { params: { household }, query }) =>
    visit.database.read(async (reads) => {
      const { actor, authority, now } = visit;
      const seen = await agentReach(reads, actor, RIGHT, { household, today: parisDate(now) });
      if (seen === undefined) return notFound;
      const { label, reach } = seen;
      const shown = await heldBy(reads, reach, now);
      const { phone } = authority.brand.contact;
      const whom = forFamily(visit, { household, label, held: shown.held, asked: query });
      return page(absencesPage({ ...shown, now, pageKey: randomUUID(), phone, done: doneOf(query), whom }));
    }),
});

/**
 * POST …/absences: first says what would be cancelled and what kept, with what it costs, as the family's own page does;
 * confirmed, does it, and the page says what was done.
 */
const noteRoute = route({
  method: "POST",
  path: PATH,
  access: agentWith(RIGHT),
  input: z.object({ params: ofHousehold, body: absenceForm }),
  toCorrect: async (_visit, messages, { params }) =>
    unreadableAbsence(messages, addressOf(ofHousehold.parse(params).household)),
  async answer(visit, { params: { household }, body }) {
    if (body.confirme === undefined) return check(visit, household, body);
    const result = await sayAbsent(visit, absenceOf(body, visit.actor.accountId), household);
    if (!result.ok && result.refusal.code === "unknown-household") return notFound;
    return absenceAnswer(result, addressOf(household));
  },
});

async function check(
  { actor, database, now }: SignedInVisit,
  household: Id<"household">,
  body: z.output<typeof absenceForm>,
): Promise<Answer> {
  const base = addressOf(household);
  return database.read(async (reads) => {
    const seen = await agentReach(reads, actor, RIGHT, { household, today: parisDate(now) });
    if (seen === undefined) return notFound;
    const foreseen = await foreseeAbsence(reads, seen.reach, body, now);
    if (foreseen === undefined)
      return absenceAnswer({ ok: false, refusal: { code: "nothing-booked" } }, base);
    return page(absenceCheckPage({ household, label: seen.label, foreseen, sent: body }));
  });
}

function forFamily(
  { actor, now }: Pick<SignedInVisit, "actor" | "now">,
  shown: {
    household: Id<"household">;
    label: string;
    held: readonly HeldToday[];
    asked: z.output<typeof daysQuery>;
  },
): AbsencesFor {
  const { household, label, held, asked } = shown;
  const base = addressOf(household);
  const planning = `/agent/familles/${household}/planning`;
  const today = parisDate(now);
  const last = today.add({ days: ABSENCE_DAYS_AHEAD });
  const everywhere = actor.rights.get(RIGHT) === "everywhere";
  const ticked = tickedBy(asked);
  return {
    base,
    section: "families",
    dense: true,
    title: texts.title(label),
    lead: texts.lead,
    send: words.send,
    planning,
    nothing: everywhere ? texts.nothing : `${texts.nothing} ${texts.otherSites}`,
    kept: texts.kept,
    history: texts.history,
    tellPhone: false,
    takeBack: null,
    before: <BackLink href={`/agent/familles/${household}`} label={texts.back} />,
    banner: (
      <>
        <p>
          {texts.further(formatDay(last))}
          <a href={planning}>{texts.planning}</a>. {!everywhere && texts.otherSites}
        </p>
        <DaysToTick base={base} held={held} asked={asked} today={today} last={last} />
      </>
    ),
    ...(ticked === undefined ? {} : { ticked }),
  };
}

/** An agent notes absences for a family that called. */
export const agentAbsenceRoutes: readonly Route<Visit>[] = [absencesRoute, noteRoute];
