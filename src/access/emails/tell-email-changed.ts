import type { Handler } from "#identity";
import { writeMessage } from "#messaging";
import { formId } from "#platform";
import { z } from "zod";

import { texts } from "./texts.fr.ts";

const emailChanged = z.object({
  guardian: formId<"guardian">(),
  before: z.string(),
  after: z.string(),
  at: z.iso.datetime({ offset: true }),
  by: z.enum(["agent", "self"]).default("agent"),
});

/**
 * On `families.emailChanged`: tells an adult who has an account, at the old address and at the new one, so that who
 * did not ask for it learns of it. The letter to the old address does not say the new one.
 */
export const tellEmailChanged: Handler = ({ authority, database, now }, facts) =>
  database.write(async (writes) => {
    const { guardian, before, after, at, by } = emailChanged.parse(facts);
    const known = await writes.row<{ name: string }>(
      "guardian_with_account",
      `select name.first_name || ' ' || name.last_name as name
       from account_guardian join families_guardian_name name using (guardian_id)
       where guardian_id = $1`,
      [guardian],
    );
    if (known === undefined) return;
    for (const to of new Set([before, after].filter((address) => address !== ""))) {
      await writeMessage(writes, authority, {
        key: `families.emailChanged:${guardian}:${at}:${to === after ? "after" : "before"}`,
        to,
        subject: texts.subject,
        content: {
          greeting: texts.greeting(known.name),
          blocks: [
            to === after ? texts.changed[by](after) : texts.removed[by],
            texts.signIn,
            texts.notYou,
          ].map((text) => ({ kind: "paragraph" as const, text })),
          signature: texts.signature(authority.name, authority.brand.contact.phone),
        },
        at: now,
      });
    }
  });
