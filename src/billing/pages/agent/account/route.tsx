import { mayAnywhere, type SignedInVisit, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  BackLink,
  Card,
  EmptyState,
  ErrorSummary,
  formId,
  notFound,
  Notice,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { ruleOn } from "../../../run/rule.ts";
import { accountsOf } from "../../../account/reach.ts";
import { readAccounts } from "../../../account/read-accounts.ts";
import type { Settling } from "../../../account/settling.ts";
import { chooseDelivery, deliveriesOf } from "../../../delivery/delivery.ts";
import { billingReader, billingWriter, mayWrite } from "../../../policy.ts";

import { AccountsView } from "../../shared/accounts-view.tsx";
import { DeliveryChoice } from "../../shared/delivery-choice.tsx";
import { texts as delivery } from "../../shared/delivery-texts.fr.ts";
import { texts as certificate } from "../../shared/certificate-texts.fr.ts";
import { usualCertifiedYear } from "../../shared/certified-year.ts";
import { texts as tax } from "../../shared/tax-texts.fr.ts";
import { texts as ledger } from "../ledger/texts.fr.ts";
import { texts as penalties } from "../penalties/texts.fr.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/familles/:household/factures";
const params = z.object({ household: formId<"household">() });

/** GET /agent/familles/:household/factures: what the adults of a household owe, as each of them reads it. */
const showRoute = (settling: Settling) =>
  route({
    method: "GET",
    path: PATH,
    access: billingReader,
    input: z.object({
      params,
      query: z.object({
        annee: z.coerce.number().int().min(1900).max(9000).optional().catch(undefined),
        envoi: z.literal("1").optional().catch(undefined),
      }),
    }),
    answer: (visit, { params: { household }, query }) =>
      show(settling, visit, household, { year: query.annee, done: query.envoi !== undefined }),
  });

/** POST …/factures/envoi: paper or paperless from tomorrow on, for a family that called. */
const deliveryRoute = (settling: Settling) =>
  route({
    method: "POST",
    path: `${PATH}/envoi`,
    shownBy: PATH,
    access: billingWriter,
    input: z.object({
      params,
      body: z.object({
        foyer: formId<"household">(),
        envoi: z.enum(["paperless", "paper"], delivery.choose),
      }),
    }),
    toCorrect: (visit, corrections, { params: asked }) =>
      show(settling, visit, params.parse(asked).household, { corrections }),
    async answer(visit, { params: { household }, body: { foyer, envoi } }) {
      const today = parisDate(visit.now);
      const [known] = await visit.database.read((reads) => deliveriesOf(reads, [household], today));
      if (known === undefined || foyer !== household) return notFound;
      await chooseDelivery(visit, { householdId: household, delivery: envoi });
      return redirect(`/agent/familles/${household}/factures?envoi=1`);
    },
  });

/** What an agent reads of the account of a household, and changes of its invoices. */
export const agentAccountRoutes = (settling: Settling): readonly Route<Visit>[] => [
  showRoute(settling),
  deliveryRoute(settling),
];

function show(
  settling: Settling,
  visit: SignedInVisit,
  household: Id<"household">,
  told: { year?: number | undefined; done?: boolean; corrections?: readonly Correction[] },
): Promise<Answer> {
  const { actor, database, now, address } = visit;
  const { year, done = false, corrections = [] } = told;
  return database.write(async (writes) => {
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
    const reach = accountsOf(household);
    const accounts = await readAccounts(writes, reach);
    const { carryOverBelow } = await ruleOn(writes, today);
    const [sent] = await deliveriesOf(writes, [household], today);
    const taxYear = usualCertifiedYear(today);
    const base = `/agent/familles/${household}`;
    return page(
      {
        title: texts.title,
        section: "families",
        dense: true,
        toCorrect: corrections.length > 0,
        flash: (
          <>
            {done && (
              <Notice tone="success" announce>
                <p>{delivery.agent.done}</p>
              </Notice>
            )}
            <ErrorSummary items={corrections} />
          </>
        ),
        before: <BackLink href={base} label={texts.back} />,
        main: (
          <>
            <h1>{texts.title}</h1>
            {sent !== undefined && !mayWrite(actor) && (
              <p>
                {delivery.now(sent.now, sent.chosen)}
                {sent.next !== null && ` ${delivery.next(sent.next.delivery, sent.next.from)}`}
              </p>
            )}
            <p>
              <a href={`${base}/attestation/${today.year}`}>{certificate.title(today.year)}</a>
            </p>
            <p>
              <a href={`${base}/attestation-fiscale/${taxYear}`}>{tax.title(taxYear)}</a>
            </p>
            <p>
              <a href={`${base}/penalites`}>{penalties.title(today.toPlainYearMonth())}</a>
            </p>
            {accounts.length === 0 && (
              <EmptyState title={texts.none}>
                <p>{texts.noneMore}</p>
              </EmptyState>
            )}
            <AccountsView
              accounts={accounts}
              year={year ?? today.year}
              today={today}
              carryOverBelow={carryOverBelow}
              invoiceHref={(id) => `/agent/factures/${id}`}
              paymentHref={(id) => settling.agentHrefOf(visit, id)}
              underWay={[]}
              under={({ guardianId, payer }) => (
                <p class="row">
                  <a href={`${base}/comptes/${guardianId}`}>{ledger.link(payer)}</a>
                  {mayAnywhere(actor, "regie.use") && (
                    <a href={`/agent/regie?foyer=${household}&payeur=${guardianId}`}>{texts.desk}</a>
                  )}
                </p>
              )}
              yearHref={(year) => `${base}/factures?annee=${year}`}
            />
            {sent !== undefined && mayWrite(actor) && (
              <Card title={delivery.agent.title}>
                <p>{delivery.agent.lead(today.add({ days: 1 }))}</p>
                <DeliveryChoice
                  action={`${base}/factures/envoi`}
                  household={sent}
                  correction={corrections[0]?.message}
                />
              </Card>
            )}
          </>
        ),
      },
      corrections.length > 0 ? 422 : 200,
    );
  });
}
