import { originOf, type NightJob } from "#identity";
import { parisDate } from "#kernel";
import { writeMessage } from "#messaging";

import { advanceRuleOn } from "../advances/advance-rule.ts";
import { fallenAccounts } from "../advances/balance-alert.ts";
import { texts } from "./texts.fr.ts";

/** Every morning, where families pay in advance: writes to those whose advance is nearly used up. */
export const lowBalanceJob = (publicUrl: URL): NightJob => ({
  name: "billing.low-balance",
  schedule: "20 6 * * *",
  run: ({ authority, database, now }) =>
    database.write(async (writes) => {
      const rule = await advanceRuleOn(writes, parisDate(now));
      if (rule?.opened !== true) return;
      for (const { householdId, guardianId, credit, below, name, email } of await fallenAccounts(
        writes,
        now,
      )) {
        if (email === "") continue;
        const account = `foyer=${householdId}&payeur=${guardianId}`;
        await writeMessage(writes, authority, {
          key: `billing.lowBalance:${householdId}:${guardianId}:${now.toString()}`,
          to: email,
          subject: texts.low.subject,
          content: {
            greeting: texts.greeting(name),
            blocks: [
              { kind: "paragraph", text: texts.low.left(credit, below) },
              { kind: "paragraph", text: texts.low.more },
              {
                kind: "link",
                label: texts.low.see,
                href: `${originOf(authority.host, publicUrl)}/avance?${account}`,
              },
            ],
            signature: texts.signature(authority.name, authority.brand.contact.phone),
          },
          at: now,
        });
      }
    }),
});
