import { endingDocuments, type DocumentVersion } from "#documents";
import { originOf, type Background, type Handler, type NightJob } from "#identity";
import { formatDayAndYear, joinList, parisDate, type Id } from "#kernel";
import { writeMessages, type MessageBlock, type NewMessage } from "#messaging";
import { formId, type Reads } from "#platform";
import { z } from "zod";

import { texts } from "./texts.fr.ts";

/** Each morning: tells a household which of its documents end soon, once for each day on which some end. */
export const endingDocumentsJob = (publicUrl: URL): NightJob => ({
  name: "families.ending-documents",
  schedule: "35 5 * * *",
  run: (background) =>
    background.database.write(async (writes) => {
      const ending = await endingDocuments(writes, parisDate(background.now));
      const letters: NewMessage[] = [];
      for (const together of Map.groupBy(ending, endOf).values()) {
        letters.push(...(await endingLetters(writes, background, publicUrl, together)));
      }
      await writeMessages(writes, background.authority, letters);
    }),
});

const infectedEvent = z.object({
  version: formId<"document-version">(),
  household: formId<"household">(),
  kind: z.string(),
});

/** On `documents.infected`: the antivirus answered late, and the file is gone; its household sends another. */
export const tellInfected =
  (publicUrl: URL): Handler =>
  (background, facts) =>
    background.database.write(async (writes) => {
      const { version, household } = infectedEvent.parse(facts);
      const adults = await adultsToTell(writes, household, []);
      const letters = adults.map((adult) =>
        letterTo(background, publicUrl, adult, {
          key: `documents.infected:${version}:${adult.email}`,
          subject: texts.infected.subject,
          blocks: [{ kind: "paragraph", text: texts.infected.sentence }],
        }),
      );
      await writeMessages(writes, background.authority, letters);
    });

const endOf = ({ ownerId, validUntil }: DocumentVersion): string =>
  `${ownerId}:${validUntil?.toString() ?? ""}`;

async function endingLetters(
  reads: Reads,
  background: Background,
  publicUrl: URL,
  together: readonly DocumentVersion[],
): Promise<readonly NewMessage[]> {
  const [first] = together;
  if (first === undefined || first.validUntil === null) return [];
  const { ownerId, validUntil } = first;
  const adults = await adultsToTell(reads, ownerId, subjectsOf(together));
  return adults.flatMap((adult) => {
    const own = together.filter(({ subjectId }) => subjectId === null || !adult.withheld.includes(subjectId));
    if (own.length === 0) return [];
    return letterTo(background, publicUrl, adult, {
      key: `documents.ending:${endOf(first)}:${adult.email}`,
      subject: texts.ending.subject,
      blocks: [
        {
          kind: "list",
          title: texts.ending.until(formatDayAndYear(validUntil)),
          // A mail is no place for somebody's health: which document it is, the espace says.
          items: [
            ...new Set(
              own.map(({ sensitivity, kindLabel }) =>
                sensitivity === "health" ? texts.ending.health : kindLabel,
              ),
            ),
          ],
        },
        { kind: "paragraph", text: texts.ending.todo },
      ],
    });
  });
}

const subjectsOf = (documents: readonly DocumentVersion[]): string[] =>
  documents.flatMap(({ subjectId }) => subjectId ?? []);

interface Adult {
  readonly email: string;
  readonly names: readonly string[];
  /** Over whom, of the subjects, somebody at this address has no authority. */
  readonly withheld: readonly string[];
}

/** The adults of a household who have an address; those who share one read the same message. */
function adultsToTell(
  reads: Reads,
  householdId: Id<"household">,
  subjectIds: readonly string[],
): Promise<Adult[]> {
  return reads.rows<Adult>(
    "families_adults_to_tell",
    `select lower(g.email) as email, array_agg(distinct g.first_name || ' ' || g.last_name) as names,
            coalesce(array_agg(withheld.participant_id::text) filter (where withheld.participant_id is not null),
                     '{}') as withheld
     from household_guardian hg
     join guardian g on g.id = hg.guardian_id
     left join withheld_authority withheld
       on withheld.guardian_id = g.id and withheld.participant_id = any ($2::uuid[])
     where hg.household_id = $1 and hg.left_on is null and g.email <> ''
     group by lower(g.email) order by 1`,
    [householdId, subjectIds],
  );
}

function letterTo(
  { authority, now }: Background,
  publicUrl: URL,
  { email, names }: Adult,
  { key, subject, blocks }: { key: string; subject: string; blocks: readonly MessageBlock[] },
): NewMessage {
  const href = `${originOf(authority.host, publicUrl)}/documents`;
  return {
    key,
    to: email,
    subject,
    content: {
      greeting: texts.greeting(joinList(names)),
      blocks: [...blocks, { kind: "link", label: texts.see, href }],
      signature: texts.signature(authority.name, authority.brand.contact.phone),
    },
    at: now,
  };
}
