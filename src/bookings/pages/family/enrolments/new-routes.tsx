import { guardian, type GuardianVisit, type Visit } from "#identity";
import {
  BackLink,
  Button,
  Card,
  ErrorSummary,
  formId,
  FormToken,
  Notice,
  notFound,
  page,
  Radios,
  redirect,
  route,
  type Answer,
  type Page,
  type Reads,
  type Route,
} from "#platform";
import { z } from "zod";

import { enrolmentPrices, type EnrolmentPrice } from "../../../estimates/enrolment-prices.ts";
import { asksRhythm } from "../../../enrolments/offered-seasons.ts";
import { loadChoice, type LoadedChoice, type WhoAndWhere } from "../../../enrolments/load-choice.ts";
import { requestEnrolment } from "../../../enrolments/request-enrolment.ts";
import { conditionSentence } from "../../../rules/conditions/condition-sentence.ts";
import { groupNames, groupPhrase } from "../../../rules/conditions/group-phrase.ts";
import { decisionSentences } from "../../../rules/enrolment-sentence.ts";
import { openingsSentence } from "../../../rules/window-sentence.ts";
import { daysInTheWayWords } from "./days-in-the-way.ts";
import { EnrolmentFactList } from "./enrolment-facts.tsx";
import { EnrolmentPriceCard } from "./enrolment-price-card.tsx";
import { texts } from "./texts.fr.ts";

const who = z.object({
  pour: formId<"participant">(),
  foyer: formId<"household">(),
  saison: formId<"season">(),
});
const rhythm = z.enum(["regulier", "occasionnel"], texts.check.noChoice);

type Who = z.output<typeof who>;

/** GET /inscriptions/nouvelle: what the enrolment will be, before anything is done. */
const checkRoute = route({
  method: "GET",
  path: "/inscriptions/nouvelle",
  access: guardian,
  input: z.object({ query: who }),
  answer: (visit, { query }) => show(visit, query, null),
});

/** POST /inscriptions/enregistrer: enrols, then the receipt; so does the second click. */
const saveRoute = route({
  method: "POST",
  path: "/inscriptions/enregistrer",
  access: guardian,
  input: z.object({ body: who.and(z.object({ venue: rhythm.optional() })) }),
  async toCorrect(visit, messages, { body }) {
    const known = who.safeParse(body);
    const venue = messages.find(({ field }) => field === "venue");
    return known.success && venue !== undefined ? show(visit, known.data, venue.message) : notFound;
  },
  async answer(visit, { body }) {
    const { pour, foyer, saison, venue } = body;
    const asked = {
      participantId: pour,
      householdId: foyer,
      seasonId: saison,
      regular: venue === undefined ? null : venue === "regulier",
    };
    const result = await requestEnrolment(visit, asked);
    if (result.ok) return redirect(`/inscriptions/${result.value}`);
    const { refusal } = result;
    switch (refusal.code) {
      case "unknown":
        return notFound;
      case "no-rhythm":
        return show(visit, body, texts.check.noChoice);
      case "by-agent":
        return show(visit, body, texts.byAgent);
      case "unmet":
        return show(visit, body, refusal.unmet.map(conditionSentence).join(" "));
      case "booked-days":
        return show(visit, body, texts.check.bookedDays(daysInTheWayWords(refusal.days)));
    }
  },
});

/** The page that asks to confirm; with what has to be chosen otherwise. */
async function show(visit: GuardianVisit, asked: Who, correction: string | null): Promise<Answer> {
  const { id, householdIds } = visit.actor.guardian;
  if (!householdIds.includes(asked.foyer)) return notFound;
  const where = { participantId: asked.pour, householdId: asked.foyer, seasonId: asked.saison };
  const { choice, costs } = await visit.database.read(async (reads) => {
    const found = await loadChoice(reads, where, id, visit.now, { regular: true, given: [] });
    return { choice: found, costs: found === undefined ? NO_PRICES : await pricesOf(reads, where, found) };
  });
  if (choice === undefined) return notFound;
  if (choice.enrolment !== null) return redirect(`/inscriptions/${choice.enrolment.enrolmentId}`);
  return page(checkPage(visit, asked, { ...choice, ...costs }, correction), correction === null ? 200 : 422);
}

/** What it will cost: for who comes regularly, and now and then where that is asked. */
interface AskedPrices {
  prices: readonly EnrolmentPrice[];
  others: readonly EnrolmentPrice[];
}

const NO_PRICES: AskedPrices = { prices: [], others: [] };

async function pricesOf(
  reads: Reads,
  where: WhoAndWhere,
  { season, decision }: LoadedChoice,
): Promise<AskedPrices> {
  if (decision.kind !== "possible") return NO_PRICES;
  const { firstDay, lastDay } = decision;
  const asked = { ...where, activityId: season.activityId, firstDay, lastDay };
  const others = await enrolmentPrices(reads, { ...asked, regular: false });
  return asksRhythm(season)
    ? { prices: await enrolmentPrices(reads, { ...asked, regular: true }), others }
    : { prices: others, others };
}

function checkPage(
  visit: GuardianVisit,
  asked: Who,
  choice: LoadedChoice & AskedPrices,
  correction: string | null,
): Page {
  const { person, season, decision, prices, others } = choice;
  const { firstName } = person;
  const { activityName } = season;
  const shared = {
    section: "enrolments",
    before: <BackLink href="/inscriptions" label={texts.back} />,
    ...(correction === null
      ? {}
      : { toCorrect: true, flash: <ErrorSummary items={[{ field: "venue", message: correction }]} /> }),
  };
  const shut = decision.kind === "refused" && decision.unmet.some(({ code }) => code === "nothing-to-book");
  if (!season.byFamily || shut || decision.kind === "over")
    return { ...shared, ...refusedPage(visit, choice) };
  const names = groupNames(season.conditions);
  // Who comes now and then may be let in where a regular is not: the question stays, with what stands in the way.
  const span =
    decision.kind === "possible" ? decision : { firstDay: season.firstDay, lastDay: season.lastDay };
  const title = texts.check.title(firstName, activityName);
  return {
    ...shared,
    title,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.check.lead}</p>
        {decisionSentences(decision).map((sentence) => (
          <Notice tone={decision.kind === "refused" ? "refusal" : "info"}>
            <p>{sentence}</p>
          </Notice>
        ))}
        <Card>
          <EnrolmentFactList
            {...season}
            firstName={firstName}
            firstDay={span.firstDay}
            lastDay={span.lastDay}
            payerName={visit.actor.name}
            regular={null}
            groups={decision.groups.map((group) => groupPhrase(group, names))}
            openings={openingsSentence(season.windows, names, visit.now)}
          />
        </Card>
        <EnrolmentPriceCard prices={prices} others={others} seasonName={season.seasonName} />
        <form method="post" action="/inscriptions/enregistrer">
          <FormToken />
          {Object.entries(asked).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {asksRhythm(season) && (
            <Radios
              name="venue"
              legend={texts.check.regular}
              correction={correction ?? undefined}
              options={[
                { value: "regulier", label: texts.check.regularly, hint: texts.check.regularlyHint },
                { value: "occasionnel", label: texts.check.sometimes, hint: texts.check.sometimesHint },
              ]}
            />
          )}
          <Button>{texts.check.submit(firstName)}</Button>
        </form>
      </>
    ),
  };
}

/** What agents alone enrol in, is over, or has nothing left to book: why, and whom to call. */
function refusedPage({ authority }: GuardianVisit, { season, decision, person }: LoadedChoice) {
  const phone = season.sitePhone === "" ? authority.brand.contact.phone : season.sitePhone;
  const title = texts.check.title(person.firstName, season.activityName);
  return {
    title,
    main: (
      <>
        <h1>{title}</h1>
        <Notice tone="refusal" title={season.byFamily ? texts.shut : texts.byAgent}>
          {decisionSentences(decision).map((sentence) => (
            <p>{sentence}</p>
          ))}
          <p>{phone === "" ? texts.callUs : texts.call(phone)}</p>
        </Notice>
      </>
    ),
  };
}

/** A family enrols somebody. */
export const newRoutes: readonly Route<Visit>[] = [checkRoute, saveRoute];
