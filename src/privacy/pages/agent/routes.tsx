import { mayAnywhere, type SignedInVisit, type Visit } from "#identity";
import { parisDate } from "#kernel";
import { BackLink, notFound, page, route, writeJournal, type Route } from "#platform";
import { z } from "zod";

import { retentionAgent } from "../../policy.ts";
import { durationsOn } from "../../retention/durations-on.ts";
import { erasedKind, type ErasedKind } from "../../retention/kinds.ts";
import { lastErased, toErase } from "../../retention/read-retention.ts";
import { goesBefore } from "../../rules/durations.ts";
import { retentionPage } from "./retention-page.tsx";
import { settingRoutes } from "./setting-routes.tsx";
import { texts } from "./texts.fr.ts";

/** So many names are shown. */
const MOST_NAMED = 50;

const mayName = ({ actor }: SignedInVisit, { right }: ErasedKind): boolean =>
  right !== null && mayAnywhere(actor, right) && actor.rights.get(right) === "everywhere";

/** GET /agent/conservation: what goes tonight, and what went. */
const retentionRoute = route({
  method: "GET",
  path: "/agent/conservation",
  access: retentionAgent,
  input: z.object({}),
  answer: (visit) =>
    visit.database.read(async (reads) => {
      const durations = await durationsOn(reads, parisDate(visit.now));
      const tonight = await toErase(reads, durations, visit.now);
      return page(
        retentionPage({ tonight, done: await lastErased(reads), mayName: (kind) => mayName(visit, kind) }),
      );
    }),
});

/** GET /agent/conservation/:kind: whose it is, for whoever may read these files; the journal keeps who read it. */
const namesRoute = route({
  method: "GET",
  path: "/agent/conservation/:kind",
  access: retentionAgent,
  input: z.object({ params: z.object({ kind: z.string().max(40) }) }),
  async answer(visit, { params }) {
    const kind = erasedKind(params.kind);
    if (kind === undefined || !mayName(visit, kind)) return notFound;
    const { actor, address, database, now } = visit;
    const things = kind.things({ now });
    const found = await database.write(async (writes) => {
      const durations = await durationsOn(writes, parisDate(now));
      const before = goesBefore(kind.duration, durations[kind.duration], parisDate(now));
      if (before === null) return { before, count: 0, names: [] };
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "privacy.named",
        facts: { kind: kind.code, before: before.toString() },
        address,
      });
      const names = (await things.names?.(writes, before, MOST_NAMED)) ?? [];
      return { before, count: await things.count(writes, before), names };
    });
    const { before, count, names } = found;
    return page({
      title: texts.namesTitle(texts.kinds[kind.code]),
      section: "settings",
      dense: true,
      before: <BackLink href="/agent/conservation" label={texts.back} />,
      main: (
        <>
          <h1>{texts.namesTitle(texts.kinds[kind.code])}</h1>
          <p class="lead">
            {before === null || count === 0 ? texts.namesNone : texts.namesLead(count, before)}
          </p>
          {count > MOST_NAMED && <p>{texts.namesMost(MOST_NAMED)}</p>}
          <ul>
            {names.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        </>
      ),
    });
  },
});

/** An administrator says how long things are kept, and reads what goes. */
export const retentionRoutes: readonly Route<Visit>[] = [retentionRoute, ...settingRoutes, namesRoute];
