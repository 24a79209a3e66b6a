import type { Id } from "#kernel";
import type { SchemaDatabase } from "#platform";

import { newId } from "../builders/canteen.ts";

/** A household of one adult, and how he or she is reached. */
export interface CampaignFamily {
  readonly name: string;
  readonly email: string;
  readonly mobile: string;
  readonly home?: string;
  /** Whether he or she agreed to the news. */
  readonly news?: boolean;
}

/** Writes one household for each; the adults' ids, in order. */
export async function buildFamilies(
  database: SchemaDatabase,
  families: readonly CampaignFamily[],
): Promise<readonly Id<"guardian">[]> {
  const rows = families.map((family) => ({
    ...family,
    household: newId<"household">(),
    guardian: newId<"guardian">(),
  }));
  await database.write(async (writes) => {
    await writes.run(
      "test_campaign_households",
      `insert into household (id, label, created_at)
       select id, 'Foyer ' || name, '2026-09-01' from unnest($1::uuid[], $2::text[]) as h (id, name)`,
      [rows.map(({ household }) => household), rows.map(({ name }) => name)],
    );
    await writes.run(
      "test_campaign_guardians",
      `insert into guardian (id, last_name, first_name, email, phone_mobile, phone_home, created_at)
       select id, 'Test', name, email, mobile, home, '2026-09-01'
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as g (id, name, email, mobile, home)`,
      [
        rows.map(({ guardian }) => guardian),
        rows.map(({ name }) => name),
        rows.map(({ email }) => email),
        rows.map(({ mobile }) => mobile),
        rows.map(({ home }) => home ?? ""),
      ],
    );
    await writes.run(
      "test_campaign_homes",
      `insert into household_guardian (household_id, guardian_id) select * from unnest($1::uuid[], $2::uuid[])`,
      [rows.map(({ household }) => household), rows.map(({ guardian }) => guardian)],
    );
    await writes.run(
      "test_campaign_consents",
      `insert into consent_entry (subject_id, number, guardian_id, given, said_on, by_label, at)
       select s.id, 1, g.id, true, 'page', 'Test', '2026-12-01'
       from consent_subject s, unnest($1::uuid[]) as g (id) where s.name = 'news'`,
      [rows.filter(({ news }) => news === true).map(({ guardian }) => guardian)],
    );
  });
  return rows.map(({ guardian }) => guardian);
}

/** By what an adult wants to be told. */
export async function sayWay(
  database: SchemaDatabase,
  guardian: Id<"guardian"> | undefined,
  { kind, byMail, bySms }: { kind: "service" | "news"; byMail: boolean; bySms: boolean },
): Promise<void> {
  await database.write((writes) =>
    writes.run(
      "test_campaign_way",
      `insert into channel_choice (guardian_id, kind, by_mail, by_sms, at) values ($1, $2, $3, $4, '2026-12-01')`,
      [guardian ?? "", kind, byMail, bySms],
    ),
  );
}
