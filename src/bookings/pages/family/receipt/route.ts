import { signedIn } from "#identity";
import { formId, notFound, page, route } from "#platform";
import { z } from "zod";

import { costFor, costOfLines } from "../../../estimates/cost-of-lines.ts";
import { findReceipt } from "../../../receipts/find-receipt.ts";
import { chargedLate } from "../../../submit/late-lines.ts";
import { receiptPage } from "./receipt-page.tsx";

/** GET /recus/:key: the receipt of a form, for who sent it and the guardians whose lines it holds. */
export const receiptRoute = route({
  method: "GET",
  path: "/recus/:key",
  access: signedIn,
  input: z.object({ params: z.object({ key: formId<"submission">() }) }),
  async answer({ actor, authority, database }, { params }) {
    return database.read(async (reads) => {
      const receipt = await findReceipt(reads, actor, params.key);
      if (receipt === undefined) return notFound;
      const done = receipt.lines.flatMap(({ about, outcome, hours, was }) =>
        about === null ? [] : [{ ...about, did: outcome, hours, before: was ?? null }],
      );
      const only = await chargedLate(reads, params.key, receipt.lines);
      const late = { now: receipt.receivedAt, charged: "yes" as const, only };
      const cost = costFor(await costOfLines(reads, done, late), actor.guardian?.householdIds ?? []);
      return page(receiptPage(receipt, cost, authority, actor.guardian !== null));
    });
  },
});
