import { signedIn } from "#identity";
import { formId, notFound, page, route } from "#platform";
import { z } from "zod";

import { findReceipt } from "../../../receipts/find-receipt.ts";
import { receiptPage } from "./receipt-page.tsx";

/** GET /recus/:key: the receipt of a form, for who sent it and the guardians whose lines it holds. */
export const receiptRoute = route({
  method: "GET",
  path: "/recus/:key",
  access: signedIn,
  input: z.object({ params: z.object({ key: formId<"submission">() }) }),
  async answer({ actor, authority, database }, { params }) {
    const receipt = await database.read((reads) => findReceipt(reads, actor, params.key));
    return receipt === undefined ? notFound : page(receiptPage(receipt, authority, actor.guardian !== null));
  },
});
