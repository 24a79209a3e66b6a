import { accountReach, advanceRuleOn, balanceAlerts, familyBalances, mayReadBilling } from "#billing";
import { hasContracts, lackingDocuments, openingsToCome } from "#bookings";
import { ownDocuments } from "#families";
import { anyone, mayAnywhere, type GuardianVisit, type SignedIn, type Visit } from "#identity";
import { parisDate } from "#kernel";
import { EmptyState, noInput, page, redirect, route, type Reads, type Route } from "#platform";
import { settling } from "#payments";
import { familyQfWarnings } from "#pricing";
import { shownTo } from "#publications";

import { Contact } from "../../public/contact.tsx";
import type { HomeMoney } from "./balance-line.tsx";
import { familyHome } from "./family-home.ts";
import { familyHomePage } from "./family-home-page.tsx";
import { texts } from "./texts.fr.ts";
import { visitorHomePage } from "./visitor-home-page.tsx";

/** As many publications stand on the home page at most. */
const MOST_PUBLICATIONS = 20;

/** GET /: a family's days, an agent's desk, or what the espace is for. */
export const homeRoute: Route<Visit> = route({
  method: "GET",
  path: "/",
  access: anyone,
  input: noInput,
  async answer({ actor, authority, database, now }) {
    const atHome = { now, most: MOST_PUBLICATIONS, atHome: true };
    if (actor.kind === "visitor") {
      const publications = await database.read((reads) => shownTo(reads, actor, atHome));
      return page(visitorHomePage(authority, publications));
    }
    const { guardian } = actor;
    if (guardian !== null) {
      const [home, openings, contract, quotients, money, documents, lacking, publications] =
        await database.read(async (reads) => [
          await familyHome(reads, guardian, now),
          await openingsToCome(reads, guardian, now),
          await hasContracts(reads, guardian),
          await familyQfWarnings(reads, guardian.householdIds, parisDate(now)),
          await homeMoney(reads, guardian, parisDate(now)),
          await ownDocuments(reads, guardian),
          await lackingDocuments(reads, guardian, now),
          await shownTo(reads, actor, atHome),
        ]);
      const beside = { openings, hasContract: contract, quotients, money, documents, lacking, publications };
      return page(familyHomePage(actor.name, home, beside));
    }
    if (actor.rights.size > 0) return redirect(deskOf(actor));
    return page({
      title: texts.title,
      section: "home",
      main: (
        <>
          <h1>{texts.hello(actor.name)}</h1>
          <EmptyState title={texts.noFamily.title}>
            <p>{texts.noFamily.sentence}</p>
          </EmptyState>
          <Contact {...authority.brand.contact} />
        </>
      ),
    });
  },
});

/** Where an agent begins: the day of the sites; a régisseur, who sees no kitchen, begins with the bills. */
function deskOf(actor: SignedIn): string {
  return mayReadBilling(actor) && !mayAnywhere(actor, "kitchen.read") ? "/agent/facturation" : "/agent";
}

async function homeMoney(
  reads: Reads,
  guardian: GuardianVisit["actor"]["guardian"],
  today: Temporal.PlainDate,
): Promise<HomeMoney> {
  const { id: guardianId, householdIds } = guardian;
  const payable = await settling.opened(reads);
  const inAdvance = payable && (await advanceRuleOn(reads, today))?.opened === true;
  return {
    balances: await familyBalances(reads, guardian),
    payable,
    advances: {
      accounts: inAdvance ? householdIds.map((householdId) => ({ householdId, guardianId })) : [],
      alerts: inAdvance ? await balanceAlerts(reads, householdIds) : [],
    },
    underWay: await settling.underWay(reads, accountReach({ guardian })),
  };
}
