import { HealthFacts, openHealthRecord } from "#families";
import { agentWith, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { BackLink, ButtonLink, formId, notFound, page, route, type Reads, type Route } from "#platform";
import { z } from "zod";

import { childrenWithHealth } from "./children-with-health.ts";
import { texts } from "./texts.fr.ts";

/** GET …/enfants/:child/sante: the health record of a child, where the agent may read it; the journal keeps who did. */
export const childHealthRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/familles/:household/enfants/:child/sante",
  access: agentWith("health.read"),
  input: z.object({ params: z.object({ household: formId<"household">(), child: formId<"participant">() }) }),
  answer: ({ actor, address, database, now }, { params: { household, child } }) =>
    database.write(async (writes) => {
      const today = parisDate(now);
      const readable = await childrenWithHealth(writes, actor, household, today);
      const name = readable.has(child) ? await nameOf(writes, child) : undefined;
      if (name === undefined) return notFound;
      const { accountId } = actor;
      const reader = { accountId, name: actor.name, address, now, householdId: household };
      const record = await openHealthRecord(writes, child, reader);
      return page({
        title: texts.title(name),
        section: "families",
        dense: true,
        before: <BackLink href={`/agent/familles/${household}#children`} label={texts.back} />,
        main: (
          <>
            <h1>{texts.title(name)}</h1>
            <p class="soft">{texts.logged}</p>
            <HealthFacts record={record} today={today} />
            {actor.rights.get("health.write") === "everywhere" && (
              <p>
                <ButtonLink
                  href={`/agent/familles/${household}/enfants/${child}/sante/corriger`}
                  variant="secondary"
                >
                  {texts.change}
                </ButtonLink>
              </p>
            )}
          </>
        ),
      });
    }),
});

async function nameOf(reads: Reads, child: Id<"participant">): Promise<string | undefined> {
  const row = await reads.row<{ name: string }>(
    "child_health_name",
    `select first_name || ' ' || last_name as name from families_participant_card where participant_id = $1 limit 1`,
    [child],
  );
  return row?.name;
}
