import type { Handler } from "#identity";
import { writeMessages } from "#messaging";
import { formId } from "#platform";
import { z } from "zod";

import { texts } from "../contact/texts.fr.ts";
import { CONTACT_KINDS } from "../events.ts";

const ownContactChanged = z.object({
  guardian: formId<"guardian">(),
  kind: z.enum(CONTACT_KINDS),
  at: z.iso.datetime({ offset: true }),
});

/**
 * On `families.ownContactChanged`: tells the other adults of the same households what changed, never what it says now. An
 * adult of another household of the same child is not told: how the other parent is reached is not his or hers to know.
 * Whoever lives there is, with authority over every child or not: the message says that something changed, and no more.
 */
export const tellContactChanged: Handler = ({ authority, database, now }, facts) =>
  database.write(async (writes) => {
    const { guardian, kind, at } = ownContactChanged.parse(facts);
    const others = await writes.rows<{ guardianId: string; name: string; email: string; who: string }>(
      "families_others_of_households",
      `select distinct other.id as "guardianId", other.first_name || ' ' || other.last_name as name, other.email,
              own.first_name || ' ' || own.last_name as who
       from guardian own
       join household_guardian home on home.guardian_id = own.id and home.left_on is null
       join household_guardian beside
         on beside.household_id = home.household_id and beside.guardian_id <> own.id and beside.left_on is null
       join guardian other on other.id = beside.guardian_id
       where own.id = $1 and other.email <> '' and lower(other.email) <> lower(own.email)
       order by other.id`,
      [guardian],
    );
    const words = texts.household;
    await writeMessages(
      writes,
      authority,
      others.map(({ guardianId, name, email, who }) => ({
        key: `families.ownContactChanged:${guardian}:${kind}:${at}:${guardianId}`,
        to: email,
        subject: words.subject(who),
        content: {
          greeting: texts.greeting(name),
          blocks: [words[kind](who), kind === "home" ? words.together : words.nothing, words.surprised].map(
            (text) => ({
              kind: "paragraph" as const,
              text,
            }),
          ),
          signature: texts.signature(authority.name, authority.brand.contact.phone),
        },
        at: now,
      })),
    );
  });
