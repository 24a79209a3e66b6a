import { originOf, type Handler } from "#identity";
import { acknowledgementBlocks, writeMessage } from "#messaging";
import { formId } from "#platform";
import { z } from "zod";

import { acknowledgedDispute } from "../disputes/acknowledged-dispute.ts";
import { texts } from "./texts.fr.ts";

const event = z.object({ dispute: formId<"dispute">() });

/** On `billing.disputed`: acknowledges the dispute to whoever sent it. */
export const tellDisputed =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { dispute } = event.parse(facts);
      const found = await acknowledgedDispute(writes, dispute);
      if (found === undefined) return;
      const { received, guardianId } = found;
      const adult = await writes.row<{ email: string }>(
        "billing_who_disputed",
        `select email from families_guardian_card where guardian_id = $1 and email <> '' limit 1`,
        [guardianId],
      );
      if (adult === undefined) return;
      await writeMessage(writes, authority, {
        key: `billing.disputed:${dispute}`,
        to: adult.email,
        subject: texts.disputed.subject(received.title),
        content: {
          greeting: texts.greeting(received.by),
          blocks: [
            ...acknowledgementBlocks(received),
            {
              kind: "link",
              label: texts.disputed.see,
              href: `${originOf(authority.host, publicUrl)}/factures/contestations/${dispute}`,
            },
          ],
          signature: texts.signature(authority.name, authority.brand.contact.phone),
        },
        at: now,
      });
    });
