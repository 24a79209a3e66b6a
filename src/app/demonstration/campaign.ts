import { randomUUID } from "node:crypto";

import { chooseMessages, consentSubjects } from "#families";
import type { SignedIn } from "#identity";
import { parseId } from "#kernel";
import { writeCampaign } from "#publications";

import { mustBeDone, visitOf } from "./acting.ts";
import type { Story } from "./bookings.ts";

/** A campaign that waits to be read again before it leaves, and two adults who agreed to the news. */
export async function prepareCampaign(
  story: Story,
  { reception, agreeing }: { reception: SignedIn; agreeing: readonly SignedIn[] },
): Promise<void> {
  const { database, now, opened } = story;
  const subjects = await database.read(consentSubjects);
  const read = new Map(subjects.map(({ subjectId, number }) => [subjectId, number]));
  for (const adult of agreeing) {
    const { guardian } = adult;
    if (guardian === null) continue;
    const visit = { ...visitOf(story, adult, opened), actor: { ...adult, guardian } };
    await mustBeDone(chooseMessages(visit, { service: "both", news: "mail", read, photos: new Map() }));
  }
  const campaignId = parseId<"campaign">(randomUUID());
  if (campaignId === undefined) throw new Error("A new id is no id");
  await mustBeDone(
    writeCampaign(visitOf(story, reception, now.subtract({ hours: 2 })), {
      campaignId,
      audience: { reach: "families", targets: [] },
      words: {
        kind: "service",
        subject: "Grève : restaurants scolaires fermés jeudi",
        body: "Les restaurants scolaires seront fermés jeudi.\n\n- Les repas réservés ne sont pas facturés.\n- L’accueil du matin et du soir reste ouvert.",
        sms: "Grève jeudi : les restaurants scolaires ferment, les accueils restent ouverts.",
        perMinute: 300,
      },
    }),
  );
}
