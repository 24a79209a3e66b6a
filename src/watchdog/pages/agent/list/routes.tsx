import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import { page, redirect, route, writeJournal, type Answer } from "#platform";
import { z } from "zod";

import { lastLook, readTopics } from "../../../alarms/read-topics.ts";
import { chooseLetter, wantsLetter } from "../../../mail/letter-choice.ts";
import { maySilence, watchReader } from "../../../policy.ts";
import { isMorningDue } from "../../../rules/morning-due.ts";
import { listPage } from "./list-page.tsx";

const PATH = "/agent/veille";
const DONE = ["sommeil", "reveil", "courrier", "sans-courrier"] as const;

/** GET /agent/veille: all that the watch found at the agent's sites, and what sleeps. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: watchReader,
  input: z.object({ query: z.object({ fait: z.enum(DONE).optional().catch(undefined) }) }),
  answer: (visit, { query: { fait } }) => answer(visit, fait),
});

/** POST /agent/veille/courrier: the letter of the morning, chosen or not any more. */
const letterRoute = route({
  method: "POST",
  path: `${PATH}/courrier`,
  access: watchReader,
  input: z.object({ body: z.object({ recevoir: z.enum(["oui", "non"]) }) }),
  toCorrect: (visit) => answer(visit, undefined),
  async answer(visit, { body: { recevoir } }) {
    await chooseLetter(visit, recevoir === "oui");
    return redirect(`${PATH}?fait=${recevoir === "oui" ? "courrier" : "sans-courrier"}`);
  },
});

function answer(visit: SignedInVisit, done: (typeof DONE)[number] | undefined): Promise<Answer> {
  const { actor, database, now, address } = visit;
  return database.write(async (writes) => {
    const topics = await readTopics(writes, actor, parisDate(now));
    const households = topics.filter(({ householdId }) => householdId !== null).length;
    if (households > 0) {
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "watchdog.read",
        facts: { households },
        address,
      });
    }
    const looked = await lastLook(writes);
    return page(
      listPage({
        topics,
        looked,
        due: isMorningDue(looked, now),
        letter: await wantsLetter(writes, actor.accountId),
        maySilence: ({ watch, siteId }) => maySilence(actor, watch, siteId),
        maySetRule: actor.rights.get("settings.write") === "everywhere",
        done,
      }),
    );
  });
}

/** An agent reads what is to be watched, and chooses the letter. */
export const listRoutes = [showRoute, letterRoute] as const;
