import { guardian } from "#identity";
import { parisDate } from "#kernel";
import { noInput, page, route } from "#platform";

import { contractMonths } from "../../../contracts/contract-months.ts";
import type { ContractPricing } from "../../../contracts/contract-price.ts";
import { contractRates } from "../../../contracts/contract-rates.ts";
import { contractsOf } from "../../../contracts/contract-queries.ts";
import { leftOutDays } from "../../../contracts/left-out-days.ts";
import { contractsPage } from "./contracts-page.tsx";

/** GET /contrats: what a family agreed upon with a nursery, and the days that have no place. */
export const contractsRoute = (pricing: ContractPricing) =>
  route({
    method: "GET",
    path: "/contrats",
    access: guardian,
    input: noInput,
    answer({ actor, authority, database, now }) {
      const today = parisDate(now);
      return database.read(async (reads) => {
        const contracts = await contractsOf(reads, actor.guardian);
        return page(
          contractsPage({
            contracts,
            months: await contractMonths(reads, contracts, pricing),
            rates: await contractRates(reads, contracts),
            leftOut: await leftOutDays(reads, actor.guardian, today),
            today,
            phone: authority.brand.contact.phone,
          }),
        );
      });
    },
  });
