import { mayAnywhere, type Visit } from "#identity";
import { parisDate } from "#kernel";
import { BackLink, EmptyState, formId, page, route, writeJournal, type Route } from "#platform";
import { z } from "zod";

import { readAccounts } from "../../../account/read-accounts.ts";
import { deliveriesOf } from "../../../delivery/delivery.ts";
import { billingReader } from "../../../policy.ts";
import { texts as delivery } from "../../family/delivery/texts.fr.ts";
import { AccountsView } from "../../shared/accounts-view.tsx";
import { texts as certificate } from "../../shared/certificate-texts.fr.ts";
import { texts } from "./texts.fr.ts";

/** GET /agent/familles/:household/factures: what the adults of a household owe, as each of them reads it. */
export const agentAccountRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/familles/:household/factures",
  access: billingReader,
  input: z.object({
    params: z.object({ household: formId<"household">() }),
    query: z.object({ annee: z.coerce.number().int().min(1900).max(9000).optional().catch(undefined) }),
  }),
  answer: ({ actor, database, now, address }, { params: { household }, query }) =>
    database.write(async (writes) => {
      const today = parisDate(now);
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "billing.account-read",
        objectKind: "household",
        objectId: household,
        householdId: household,
        address,
      });
      const reach = { householdIds: [household], onlyGuardian: null, withheldIds: [] };
      const accounts = await readAccounts(writes, reach);
      const [sent] = await deliveriesOf(writes, [household], today);
      const base = `/agent/familles/${household}`;
      return page({
        title: texts.title,
        section: "families",
        dense: true,
        before: <BackLink href={base} label={texts.back} />,
        main: (
          <>
            <h1>{texts.title}</h1>
            {sent !== undefined && (
              <p>
                {delivery.now(sent.now, sent.chosen)}
                {sent.next !== null && ` ${delivery.next(sent.next.delivery, sent.next.from)}`}
              </p>
            )}
            <p>
              <a href={`${base}/attestation/${today.year}`}>{certificate.title(today.year)}</a>
            </p>
            {accounts.length === 0 && (
              <EmptyState title={texts.none}>
                <p>{texts.noneMore}</p>
              </EmptyState>
            )}
            <AccountsView
              accounts={accounts}
              year={query.annee ?? today.year}
              today={today}
              invoiceHref={(id) => `/agent/factures/${id}`}
              paymentHref={() => null}
              underWay={[]}
              under={({ householdId, guardianId }) =>
                mayAnywhere(actor, "regie.use") && (
                  <p>
                    <a href={`/agent/regie?foyer=${householdId}&payeur=${guardianId}`}>{texts.desk}</a>
                  </p>
                )
              }
              yearHref={(year) => `${base}/factures?annee=${year}`}
            />
          </>
        ),
      });
    }),
});
