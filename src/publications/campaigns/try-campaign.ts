import { ok, refuse, type Id, type Result } from "#kernel";
import { mobileNumber, writeMessages, writeTexts } from "#messaging";

import { campaignMail, campaignText } from "./campaign-letter.ts";
import { ownCampaign } from "./campaign.ts";
import { noteCampaign, type Sender } from "./write-campaign.ts";

/**
 * Sends a campaign to the agent alone, as families would get it: the mail to the address of his or her account, the text
 * message to the number given. Its link stops nothing. Sent twice, the form sends one of each.
 */
export function tryCampaign(
  visit: Sender,
  publicUrl: URL,
  { campaignId, formKey, phone }: { campaignId: Id<"campaign">; formKey: Id<"form">; phone: string },
): Promise<Result<null, { code: "unknown" | "not-mobile" }>> {
  const { actor, authority, database, now } = visit;
  return database.write(async (writes) => {
    const known = await ownCampaign(writes, actor, campaignId);
    if (known === undefined) return refuse({ code: "unknown" });
    if (phone !== "" && mobileNumber(phone) === undefined) return refuse({ code: "not-mobile" });
    const posting = { authority, publicUrl, at: now };
    const asTest = { recipientId: formKey, names: [actor.name] };
    if (known.body !== "") {
      const mail = campaignMail(posting, known, { ...asTest, address: actor.email });
      await writeMessages(writes, authority, [{ ...mail, key: `campaign-test:${formKey}:mail` }]);
    }
    if (known.sms !== "" && phone !== "") {
      const text = campaignText(posting, known, { ...asTest, address: phone });
      if (text !== undefined)
        await writeTexts(writes, authority, [{ ...text, key: `campaign-test:${formKey}:sms` }]);
    }
    await noteCampaign(writes, visit, { act: "publications.campaign-tried", campaignId });
    return ok(null);
  });
}
