import { z } from "zod";

import { isoDate, redirect, refusal, route, writeJournal, type Answer } from "#platform";

import { applyOffer, lockOffer, previewOffer } from "../../../../ruleset/apply.ts";
import { changesNothing } from "../../../../ruleset/offer-changes.ts";
import { offerSections, type OfferDocument } from "../../../../ruleset/schema.ts";
import { offerWriter } from "../policy.ts";
import { texts } from "../texts.fr.ts";
import { isPossibleDay } from "./check-answer.tsx";
import { fingerprint } from "./fingerprint.ts";

/** The most that one form says of the offer. */
const LONGEST = 400_000;

const document = z
  .string()
  .max(LONGEST)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: texts.form.unreadable });
      return z.NEVER;
    }
  })
  .pipe(z.strictObject(offerSections));

/** POST /agent/offre/enregistrer: stores what was shown in words; sent twice, the second changes nothing. */
export const saveRoute = route({
  method: "POST",
  path: "/agent/offre/enregistrer",
  access: offerWriter,
  input: z.object({
    body: z.object({ reglement: document, du: isoDate, vu: z.string().regex(/^[0-9a-f]{32}$/) }),
  }),
  async answer({ actor, authority, database, now, address }, { body }): Promise<Answer> {
    const { reglement, du: from, vu } = body;
    if (!isPossibleDay(from, now)) return changedSince;
    return database.write(async (writes) => {
      await lockOffer(writes);
      const preview = await previewOffer(writes, reglement, from);
      if (!preview.ok) return changedSince;
      // The second click: everything is there already.
      if (changesNothing(preview.value)) return redirect(addressOf(reglement));
      if (fingerprint(preview.value) !== vu) return changedSince;
      const applied = await applyOffer(writes, reglement, {
        from,
        authorityId: authority.id,
        by: actor.name,
      });
      if (!applied.ok) return changedSince;
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "offer.change",
        facts: {
          from: from.toString(),
          sites: applied.value.sites.map(({ after }) => after.code),
          activities: applied.value.activities.map(({ after }) => after.code),
        },
        address,
      });
      return redirect(addressOf(reglement));
    });
  },
});

/** Where what was saved is seen. */
function addressOf({ activities = [], sites = [] }: OfferDocument): string {
  const [activity] = activities;
  const query = new URLSearchParams(
    activity === undefined
      ? { fait: "lieu", code: sites[0]?.code ?? "" }
      : { fait: "activite", code: activity.code },
  );
  return `/agent/offre?${query.toString()}`;
}

const changedSince = refusal({
  status: 409,
  title: texts.since.title,
  sentences: [texts.since.why, texts.since.whatNow],
  next: { label: texts.since.next, href: "/agent/offre" },
});
