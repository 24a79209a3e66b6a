import { randomUUID } from "node:crypto";

import type { SignedInVisit } from "#identity";
import { parisDate, parseId, type Id } from "#kernel";
import { firstValue, formId, formReader, formValues, notFound, redirect, route, valuesOf } from "#platform";
import { z } from "zod";

import { audienceChoices, type AudienceChoices } from "../../audience/audience-choices.ts";
import { readAudience } from "../../audience/audience-fields.tsx";
import { ownCampaign } from "../../campaigns/campaign.ts";
import { rewriteCampaign, writeCampaign } from "../../campaigns/write-campaign.ts";
import { campaigner, SEND } from "../../policy.ts";
import { campaignState, mayBe } from "../../rules/campaign-state.ts";
import { changeForm, newForm, readCampaignWords, typedWords } from "./write-form.tsx";
import { texts } from "./texts.fr.ts";

const WRITE = "/agent/campagnes/ecrire";
const CHANGE = "/agent/campagnes/:campaign/corriger";
const ofCampaign = z.object({ campaign: formId<"campaign">() });

/** A new campaign, and the words of one that is a draft. */
export const campaignWriteRoutes = [
  route({
    method: "GET",
    path: WRITE,
    access: campaigner,
    input: z.object({ query: z.object({ foyer: formId<"household">().optional().catch(undefined) }) }),
    async answer(visit, { query: { foyer } }) {
      const chosen: Readonly<Record<string, string>> =
        foyer === undefined ? {} : { pour: "household", foyer };
      const typed = valuesOf({ cle: randomUUID(), genre: "service", cadence: "300", ...chosen });
      return newForm(await choicesOf(visit, foyer), typed, []);
    },
  }),
  route({
    method: "POST",
    path: WRITE,
    access: campaigner,
    input: z.object({ body: formValues }),
    async answer(visit, { body }) {
      const choices = await choicesOf(visit, parseId<"household">(firstValue(body, "foyer")));
      const read = formReader(body);
      const campaignId = parseId<"campaign">(read.text("cle", 36));
      const words = readCampaignWords(read);
      const audience = readAudience(read, choices);
      const incomplete = campaignId === undefined || words === undefined || audience === undefined;
      if (incomplete || read.corrections.length > 0) {
        const again = new Map([...body, ["cle", [campaignId ?? randomUUID()]]]);
        return newForm(choices, again, read.corrections);
      }
      const written = await writeCampaign(visit, { campaignId, audience, words });
      return written.ok ? redirect(`/agent/campagnes/${written.value}?fait=ecrite`) : notFound;
    },
  }),
  route({
    method: "GET",
    path: CHANGE,
    access: campaigner,
    input: z.object({ params: ofCampaign }),
    async answer({ actor, database, now }, { params }) {
      const own = await database.read((reads) => ownCampaign(reads, actor, params.campaign));
      if (own === undefined || !mayBe("change", campaignState(own, now))) return notFound;
      return changeForm(own, typedWords(own), []);
    },
  }),
  route({
    method: "POST",
    path: CHANGE,
    access: campaigner,
    input: z.object({ params: ofCampaign, body: formValues }),
    async answer(visit, { params, body }) {
      const { actor, database } = visit;
      const own = await database.read((reads) => ownCampaign(reads, actor, params.campaign));
      if (own === undefined) return notFound;
      const read = formReader(body);
      const version = read.count("version", { least: 1, most: 1_000_000 });
      const words = readCampaignWords(read);
      if (version === undefined || words === undefined || read.corrections.length > 0)
        return changeForm(own, body, read.corrections);
      const { campaignId } = own;
      const done = await rewriteCampaign(visit, { campaignId, version, words });
      if (done.ok) return redirect(`/agent/campagnes/${campaignId}?fait=corrigee`);
      if (done.refusal.code === "unknown") return notFound;
      return changeForm(own, body, [{ field: "sms", message: texts.form.changed }]);
    },
  }),
];

/** As for publications, without « everybody »: whoever is not known cannot be written to. */
async function choicesOf(
  { actor, database, now }: SignedInVisit,
  household: Id<"household"> | undefined,
): Promise<AudienceChoices> {
  const { reaches, choices } = await database.read((reads) =>
    audienceChoices(reads, { actor, right: SEND }, { today: parisDate(now), household }),
  );
  return { reaches: reaches.filter((reach) => reach !== "public"), choices };
}
