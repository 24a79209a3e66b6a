import { agentWith, type SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { formId, Notice, notFound, page, route, type Writes } from "#platform";
import { mayReadIncome, noteIncomeRead } from "#pricing";
import { z } from "zod";

import { contractRates } from "../../../contracts/contract-rates.ts";
import { CONTRACT } from "../../../contracts/policy.ts";
import { contractState } from "../../../rules/contract/contract-state.ts";
import { contractWords } from "../../../rules/contract/contract-words.ts";
import { familyContracts } from "./family-contracts.ts";
import { listPage, type FamilyContracts } from "./list-page.tsx";
import { texts } from "./texts.fr.ts";

const done = formId<"contract">().optional().catch(undefined);

/** GET …/contrats: the contracts of a file; `fait` or `arrete` names the one just signed or ended. */
export const listRoute = route({
  method: "GET",
  path: "/agent/familles/:household/contrats",
  access: agentWith(CONTRACT),
  input: z.object({
    params: z.object({ household: formId<"household">() }),
    query: z.object({ fait: done, arrete: done }),
  }),
  answer: (visit, { params, query }) =>
    visit.database.write(async (writes) => {
      const found = await familyContracts(writes, visit, params.household);
      if (found === undefined) return notFound;
      const shown = { ...found, rates: await ratesFor(writes, visit, found) };
      const today = parisDate(visit.now);
      const notice =
        query.fait === undefined ? endedNotice(shown, query.arrete, today) : signedNotice(shown, query.fait);
      return page(listPage(shown, today, notice));
    }),
});

/** The hourly rates, for an agent who may know the income that they tell; the journal says who read them. */
async function ratesFor(
  writes: Writes,
  visit: SignedInVisit,
  { household, contracts }: FamilyContracts,
): Promise<FamilyContracts["rates"]> {
  if (!mayReadIncome(visit.actor)) return new Map();
  const rates = await contractRates(writes, contracts);
  if (rates.size > 0) await noteIncomeRead(writes, visit, household.id);
  return rates;
}

function signedNotice({ contracts, leftOut }: FamilyContracts, id: Id<"contract">) {
  const contract = contracts.find(({ contractId }) => contractId === id);
  if (contract === undefined) return undefined;
  const without = leftOut.get(id)?.length ?? 0;
  return (
    <Notice tone="success" title={texts.done.signed(contract.place.firstName)} announce>
      <p>{contractWords(contract.terms)}</p>
      <p>{texts.done.booked(contract.bookedDays)}</p>
      {without > 0 && <p>{texts.done.leftOut(without)}</p>}
    </Notice>
  );
}

function endedNotice(
  { contracts }: FamilyContracts,
  id: Id<"contract"> | undefined,
  today: Temporal.PlainDate,
) {
  const contract = contracts.find(({ contractId }) => contractId === id);
  if (contract === undefined || contract.endedBy === null) return undefined;
  const { terms, place } = contract;
  const none = contractState(terms, today) === "no-day";
  return (
    <Notice tone="success" title={texts.done.ended(place.firstName)} announce>
      <p>{none ? texts.done.noDay : texts.done.lastDay(terms.lastDay)}</p>
    </Notice>
  );
}
