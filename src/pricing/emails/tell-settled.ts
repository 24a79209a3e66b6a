import { originOf, type Handler } from "#identity";
import { formatDayAndYear, joinList, type Id } from "#kernel";
import { writeMessage, type MessageBlock } from "#messaging";
import { formId, type Reads } from "#platform";
import { z } from "zod";

import { qfEntries, type QfEntry } from "../quotients/quotient-queries.ts";
import { texts } from "./texts.fr.ts";

const settledEvent = z.object({
  entry: formId<"qf-entry">(),
  household: formId<"household">(),
  verdict: z.enum(["accepted", "refused", "withdrawn"]),
});

type Verdict = z.output<typeof settledEvent>["verdict"];

/**
 * On `pricing.quotientSettled`: tells the adults of the household what was decided, without the amount. Of one that an
 * agent has decided on again since, only the last word is told.
 */
export const tellSettled =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { entry, household, verdict } = settledEvent.parse(facts);
      const settled = (await qfEntries(writes, [household])).find(({ entryId }) => entryId === entry);
      if (settled === undefined || settled.standing !== verdict) return;
      const href = `${originOf(authority.host, publicUrl)}/famille/quotient`;
      for (const { email, names } of await adultsByAddress(writes, household)) {
        await writeMessage(writes, authority, {
          key: `pricing.quotientSettled:${entry}:${verdict}:${email}`,
          to: email,
          subject: texts.subjects[verdict],
          content: {
            greeting: texts.greeting(joinList(names)),
            blocks: [...blocksOf(settled, verdict), { kind: "link", label: texts.see, href }],
            signature: texts.signature(authority.name, authority.brand.contact.phone),
          },
          at: now,
        });
      }
    });

function blocksOf({ receivedOn, firstDay, verdictReason }: QfEntry, verdict: Verdict): MessageBlock[] {
  const declaredOn = formatDayAndYear(receivedOn);
  if (verdict === "accepted")
    return [{ kind: "paragraph", text: texts.accepted(declaredOn, formatDayAndYear(firstDay)) }];
  return [texts[verdict](declaredOn), verdictReason, texts.again].map((text) => ({
    kind: "paragraph",
    text,
  }));
}

/** The adults of a household who have an address; those who share one read the same message. */
function adultsByAddress(
  reads: Reads,
  householdId: Id<"household">,
): Promise<{ email: string; names: string[] }[]> {
  return reads.rows(
    "pricing_adults_by_address",
    `select lower(email) as email, array_agg(first_name || ' ' || last_name order by first_name) as names
     from families_guardian_card where household_id = $1 and email <> '' group by lower(email) order by 1`,
    [householdId],
  );
}
