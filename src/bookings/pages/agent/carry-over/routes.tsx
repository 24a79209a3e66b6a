import { agentWith, type SignedInVisit, type Visit } from "#identity";
import { parisDate, parseId, type Id } from "#kernel";
import {
  DataTable,
  EmptyState,
  formId,
  formList,
  formText,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Page,
  type Reads,
  type Route,
} from "#platform";
import { z } from "zod";

import { carryOver, planCarryOver, type Carried } from "../../../enrolments/carry-over.ts";
import { seasonsToFill } from "../../../enrolments/earlier-enrolments.ts";
import { ENROL, mayEnrolAt } from "../../../enrolments/policy.ts";
import { planPage } from "./plan-page.tsx";
import { texts } from "./texts.fr.ts";

const access = agentWith(ENROL);

/** The most people that one form carries: a school and more. */
const MOST_PEOPLE = 2_000;

const LONGEST_REASON = 500;

const carried = z.string().transform((text, context): Carried => {
  const [who, where, ...more] = text.split(" ");
  const participantId = parseId<"participant">(who);
  const householdId = parseId<"household">(where);
  if (participantId !== undefined && householdId !== undefined && more.length === 0) {
    return { participantId, householdId };
  }
  context.addIssue({ code: "custom", message: "Cette personne n’existe pas." });
  return z.NEVER;
});

/** GET /agent/rentree: the seasons that follow another, or with `saison` who would pass to it. */
const listRoute = route({
  method: "GET",
  path: "/agent/rentree",
  access,
  input: z.object({
    query: z.object({
      saison: z.string().optional(),
      inscrits: z.coerce.number().int().min(0).max(MOST_PEOPLE).optional().catch(undefined),
    }),
  }),
  answer: (visit, { query: { saison, inscrits } }) =>
    visit.database.read(async (reads): Promise<Answer> => {
      if (saison === undefined) return page(await seasonsPage(reads, visit));
      const season = parseId<"season">(saison);
      const plan = season && (await planCarryOver(reads, visit, season));
      return plan === undefined ? notFound : page(planPage(plan, inscrits ?? null));
    }),
});

/** POST /agent/rentree: enrols the chosen ones, then shows who is left. */
const saveRoute = route({
  method: "POST",
  path: "/agent/rentree",
  access,
  input: z.object({
    body: z.object({
      saison: formId<"season">(),
      qui: formList(carried, MOST_PEOPLE),
      motif: formText(LONGEST_REASON).optional(),
    }),
  }),
  toCorrect: (visit, corrections, { body }) => {
    const sent = z.object({ saison: formId<"season">() }).safeParse(body);
    return sent.success ? toCorrect(visit, sent.data.saison, corrections) : Promise.resolve(notFound);
  },
  async answer(visit, { body: { saison, qui, motif } }) {
    if (motif === "") return toCorrect(visit, saison, [{ field: "motif", message: texts.needsReason }]);
    const done = await carryOver(visit, saison, qui, motif);
    return done.ok ? redirect(`/agent/rentree?saison=${saison}&inscrits=${done.value}`) : notFound;
  },
});

/** The plan again, with what to write; nothing was enrolled. */
function toCorrect(
  visit: SignedInVisit,
  saison: Id<"season">,
  corrections: readonly Correction[],
): Promise<Answer> {
  return visit.database.read(async (reads): Promise<Answer> => {
    const plan = await planCarryOver(reads, visit, saison);
    return plan === undefined ? notFound : page(planPage(plan, null, corrections), 422);
  });
}

async function seasonsPage(reads: Reads, { actor, now }: SignedInVisit): Promise<Page> {
  const seasons = (await seasonsToFill(reads, parisDate(now))).filter(({ siteId }) =>
    mayEnrolAt(actor, siteId),
  );
  return {
    title: texts.title,
    section: "carry-over",
    dense: true,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {seasons.length === 0 ? (
          <EmptyState title={texts.none}>
            <p>{actor.rights.has("offer.write") ? texts.noneMore : texts.noneAsk}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={texts.choose(seasons.length)}
            rows={seasons}
            columns={[
              { header: texts.activity, rowHeader: true, cell: ({ activityName }) => activityName },
              { header: texts.site, cell: ({ siteName }) => siteName },
              { header: texts.season, cell: ({ seasonName }) => seasonName },
              { header: texts.before, numeric: true, cell: ({ before }) => before },
              { header: texts.enrolled, numeric: true, cell: ({ enrolled }) => enrolled },
              {
                header: texts.look,
                cell: ({ seasonId, activityName, seasonName }) => (
                  <a href={`/agent/rentree?saison=${seasonId}`}>
                    {texts.look}
                    <span class="vh"> {texts.of(activityName, seasonName)}</span>
                  </a>
                ),
              },
            ]}
          />
        )}
      </>
    ),
  };
}

/** An agent passes those of a season to the next. */
export const carryOverRoutes: readonly Route<Visit>[] = [listRoute, saveRoute];
