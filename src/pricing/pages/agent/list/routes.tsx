import { mayAnywhere, type SignedInVisit } from "#identity";
import { formatShortDate, parisDate } from "#kernel";
import {
  Button,
  DataTable,
  frenchCsv,
  page,
  route,
  Select,
  writeJournal,
  type Answer,
  type Page,
} from "#platform";
import { z } from "zod";

import { incomeReader } from "../../../policy.ts";
import {
  householdsToSettle,
  SETTLE_STATES,
  type HouseholdToSettle,
  type SettleState,
} from "../../../quotients/households-to-settle.ts";
import { qfSettingOn } from "../../../quotients/qf-setting.ts";
import { texts as psu } from "../psu/texts.fr.ts";
import { texts } from "../texts.fr.ts";

const PATH = "/agent/quotients";
const words = texts.list;
const MOST_SHOWN = 200;
const input = z.object({ query: z.object({ etat: z.enum(SETTLE_STATES).default("a-verifier") }) });

/** GET /agent/quotients?etat=: the households to act on; no amount. */
const listRoute = route({
  method: "GET",
  path: PATH,
  access: incomeReader,
  input,
  async answer(visit, { query: { etat } }) {
    const maySet = mayAnywhere(visit.actor, "settings.write");
    return page(listPage(etat, await readList(visit, etat), maySet));
  },
});

/** GET …/liste.csv: the same, all of them; taking it away is in the journal. */
const csvRoute = route({
  method: "GET",
  path: `${PATH}/liste.csv`,
  access: incomeReader,
  input,
  async answer(visit, { query: { etat } }): Promise<Answer> {
    const { actor, now, address, database } = visit;
    const households = await readList(visit, etat);
    await database.write((writes) =>
      writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "pricing.quotients-exported",
        facts: { state: etat, households: households.length },
        address,
      }),
    );
    return {
      kind: "file",
      name: words.csvName(etat, parisDate(now).toString()),
      type: "text/csv; charset=utf-8",
      body: frenchCsv(
        [words.household, words.commune, words.lastDay, words.declaredOn],
        households.map(({ label, commune, lastDay, declaredOn }) => [
          label,
          commune,
          lastDay?.toString() ?? "",
          declaredOn?.toString() ?? "",
        ]),
      ),
    };
  },
});

function readList({ database, now }: SignedInVisit, state: SettleState): Promise<HouseholdToSettle[]> {
  const today = parisDate(now);
  return database.read(async (reads) => {
    const { warnDays } = await qfSettingOn(reads, today);
    return householdsToSettle(reads, state, { today, warnDays });
  });
}

function listPage(state: SettleState, households: readonly HouseholdToSettle[], maySet: boolean): Page {
  const day = (date: Temporal.PlainDate | null) => date && formatShortDate(date);
  return {
    title: words.title,
    section: "quotients",
    dense: true,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <search>
          <form method="get" action={PATH} class="row">
            <Select
              name="etat"
              label={words.state}
              value={state}
              options={SETTLE_STATES.map((value) => ({ value, label: words.states[value] }))}
            />
            <Button>{words.show}</Button>
          </form>
        </search>
        {households.length > MOST_SHOWN && <p>{words.most(MOST_SHOWN)}</p>}
        {households.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <DataTable
            caption={`${words.states[state]} : ${words.count(households.length)}`}
            rows={households.slice(0, MOST_SHOWN)}
            columns={[
              {
                header: words.household,
                rowHeader: true,
                cell: ({ householdId, label }) => (
                  <a href={`/agent/familles/${householdId}/quotient`}>{label}</a>
                ),
              },
              { header: words.commune, cell: ({ commune }) => commune },
              { header: words.lastDay, cell: ({ lastDay }) => day(lastDay) },
              { header: words.declaredOn, cell: ({ declaredOn }) => day(declaredOn) },
            ]}
          />
        )}
        <p>
          <a href={`${PATH}/liste.csv?etat=${state}`}>{words.csv}</a>
        </p>
        {maySet && (
          <p>
            <a href={`${PATH}/reglage`}>{words.setting}</a>
            <br />
            <a href={`${PATH}/bareme-psu`}>{psu.limits.link}</a>
          </p>
        )}
      </>
    ),
  };
}

/** Whose quotient is missing, expired, about to expire, or waits for an agent. */
export const quotientListRoutes = [listRoute, csvRoute];
