import { newToken, tokenHash } from "#identity";
import type { SchemaDatabase } from "#platform";

import { stopCode } from "../../src/publications/campaigns/stop-code.ts";
import { newId } from "../builders/canteen.ts";
import type { Household } from "../builders/household.ts";

/** A draft and a launched campaign, news with their stop address, and a link that proves an address. */
export async function buildMessages(
  database: SchemaDatabase,
  { home, stranger, now }: { home: Household; stranger: Household; now: Temporal.Instant },
) {
  const [guardian] = home.guardians;
  const [asking] = stranger.guardians;
  if (guardian === undefined || asking === undefined) throw new Error("nobody to write to");
  const [campaign, launched, news] = [newId<"campaign">(), newId<"campaign">(), newId<"campaign">()];
  const recipient = newId<"campaign-recipient">();
  const link = newToken();
  const subject = await database.write(async (writes) => {
    const audience = newId<"audience">();
    await writes.run("test_message_audience", `insert into audience (id, reach) values ($1, 'families')`, [
      audience,
    ]);
    await writes.run(
      "test_message_campaigns",
      `insert into campaign (id, audience_id, kind, subject, body, sms, per_minute, version, created_at, by_label,
                             send_at, queued_at)
       select c.id, $4, c.kind, 'Grève', 'Le restaurant ferme jeudi.', '', 300, 1, $5, 'Hélène', c.at, c.at
       from (values ($1::uuid, 'service', null::timestamptz), ($2, 'service', $5), ($3, 'news', $5))
            as c (id, kind, at)`,
      [campaign, launched, news, audience, now.toString()],
    );
    await writes.run(
      "test_message_recipient",
      `insert into campaign_recipient (id, campaign_id, channel, address, names, guardian_ids)
       values ($1, $2, 'mail', $3, '{Claire}', array[$4::uuid])`,
      [recipient, news, guardian.email, guardian.id],
    );
    await writes.run(
      "test_message_proof",
      `insert into contact_proof (id, guardian_id, kind, value, secret_hash, account_id, by_label, asked_at, expires_at)
       values ($1, $2, 'email', 'karim.neuf@exemple.fr', $3, $4, 'Karim', $5, $6)`,
      [newId(), asking.id, tokenHash(link), newId(), now.toString(), now.add({ hours: 24 }).toString()],
    );
    const photos = await writes.row<{ id: string }>(
      "test_message_subject",
      `select id from consent_subject where name = 'photos'`,
    );
    return photos?.id ?? "";
  });
  return { campaign, launched, subject, link, stop: stopCode(recipient) };
}
