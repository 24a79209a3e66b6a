import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { formatPhone, joinList, parisDate, parseId, type Id } from "#kernel";
import {
  confirmationPage,
  firstValue,
  formId,
  formReader,
  formValues,
  frenchCsv,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Route,
} from "#platform";
import { z } from "zod";

import { audienceWords } from "../../audience/texts.fr.ts";
import { ownCampaign } from "../../campaigns/campaign.ts";
import { progressOf, reachedBy, unreachedBy } from "../../campaigns/reached.ts";
import { launchCampaign, steerCampaign } from "../../campaigns/steer-campaign.ts";
import { tryCampaign } from "../../campaigns/try-campaign.ts";
import { noteCampaign, type CampaignRefusal } from "../../campaigns/write-campaign.ts";
import { campaigner } from "../../policy.ts";
import { campaignState, mayBe } from "../../rules/campaign-state.ts";
import { readMoment } from "../shared/read-moment.ts";
import { momentWords } from "../shared/texts.fr.ts";
import { nameOf } from "./list-route.tsx";
import type { CampaignView } from "./campaign-view.ts";
import { campaignPage } from "./one-page.tsx";
import { reachSentence, texts } from "./texts.fr.ts";

const ONE = "/agent/campagnes/:campaign";
const ofCampaign = z.object({ campaign: formId<"campaign">() });
type Done = keyof typeof texts.done;
const DONE = [
  "ecrite",
  "corrigee",
  "essai",
  "lancee",
  "programmee",
  "reprise",
  "annulee",
  "arretee",
  "abandonnee",
  "change",
] as const satisfies readonly Done[];

/** What a button does to a campaign that was launched, and what the page then says. */
const STEERINGS = {
  annuler: ["unschedule", "annulee"],
  arreter: ["stop", "arretee"],
  reprendre: ["resume", "reprise"],
  abandonner: ["give-up", "abandonnee"],
} as const;

/** One campaign of an agent: what it says, whom it reaches, the test to oneself, how far it has come. */
export function campaignOneRoutes(publicUrl: URL): readonly Route<Visit>[] {
  return [
    route({
      method: "GET",
      path: ONE,
      access: campaigner,
      input: z.object({
        params: ofCampaign,
        query: z.object({ fait: z.enum(DONE).optional().catch(undefined) }),
      }),
      answer: (visit, { params, query }) => show(visit, publicUrl, params.campaign, { done: query.fait }),
    }),
    route({
      method: "POST",
      path: `${ONE}/envoyer`,
      access: campaigner,
      input: z.object({ params: ofCampaign, body: formValues }),
      async answer(visit, { params: { campaign }, body }) {
        const { at, typed, corrections } = readMoment(body, visit.now, texts.acts.past);
        if (corrections.length > 0) return show(visit, publicUrl, campaign, { typed, corrections });
        const version = formReader(body).count("version", { least: 1, most: 1_000_000 }) ?? 0;
        if (firstValue(body, "confirme") !== "1") return confirm(visit, campaign, { at, typed, version });
        const done = await launchCampaign(visit, campaign, { version, at });
        return told(campaign, at === null ? "lancee" : "programmee", done);
      },
    }),
    route({
      method: "POST",
      path: `${ONE}/conduire`,
      access: campaigner,
      input: z.object({
        params: ofCampaign,
        body: z.object({ acte: z.enum(["annuler", "arreter", "reprendre", "abandonner"]) }),
      }),
      async answer(visit, { params: { campaign }, body }) {
        const [steering, done] = STEERINGS[body.acte];
        return told(campaign, done, await steerCampaign(visit, campaign, steering));
      },
    }),
    route({
      method: "POST",
      path: `${ONE}/essai`,
      access: campaigner,
      input: z.object({ params: ofCampaign, body: formValues }),
      async answer(visit, { params: { campaign }, body }) {
        const formKey = parseId<"form">(firstValue(body, "cle"));
        const phone = firstValue(body, "portable")
          .replaceAll(/[\s.-]/g, "")
          .slice(0, 20);
        if (formKey === undefined) return notFound;
        const tried = await tryCampaign(visit, publicUrl, { campaignId: campaign, formKey, phone });
        if (tried.ok) return redirect(`/agent/campagnes/${campaign}?fait=essai`);
        if (tried.refusal.code === "unknown") return notFound;
        const corrections = [{ field: "portable", message: texts.test.notMobile }];
        return show(visit, publicUrl, campaign, { corrections });
      },
    }),
    route({
      method: "GET",
      path: `${ONE}/a-appeler.csv`,
      access: campaigner,
      input: z.object({ params: ofCampaign }),
      answer: (visit, { params }) => unreachedCsv(visit, params.campaign),
    }),
  ];
}

async function show(
  { actor, authority, database, now }: SignedInVisit,
  publicUrl: URL,
  id: Id<"campaign">,
  shown: Partial<Pick<CampaignView, "done" | "typed" | "corrections">>,
): Promise<Answer> {
  const today = parisDate(now);
  const view = await database.read(async (reads) => {
    const own = await ownCampaign(reads, actor, id);
    if (own === undefined) return undefined;
    return {
      own,
      reached: own.queuedAt === null ? await reachedBy(reads, id, today) : undefined,
      unreached: await unreachedBy(reads, own, today),
      progress: own.queuedAt === null ? [] : await progressOf(reads, id),
    };
  });
  if (view === undefined) return notFound;
  const { corrections = [] } = shown;
  const where = { authority, publicUrl, email: actor.email, key: randomUUID() };
  return page(
    campaignPage({ ...view, ...where, now, done: undefined, ...shown }),
    corrections.length > 0 ? 422 : 200,
  );
}

/** Whom it reaches and when, read before anything leaves. */
async function confirm(
  { actor, database, now }: SignedInVisit,
  id: Id<"campaign">,
  {
    at,
    typed,
    version,
  }: { at: Temporal.Instant | null; typed: Readonly<Record<string, string>>; version: number },
): Promise<Answer> {
  const found = await database.read(async (reads) => {
    const own = await ownCampaign(reads, actor, id);
    if (own === undefined) return undefined;
    return { own, reached: await reachedBy(reads, id, parisDate(now)) };
  });
  if (found === undefined) return notFound;
  const { own, reached } = found;
  const address = `/agent/campagnes/${id}`;
  if (!mayBe("launch", campaignState(own, now)) || own.version !== version)
    return redirect(`${address}?fait=change`);
  const words = texts.confirm;
  return page(
    confirmationPage({
      title: words.title,
      section: "campaigns",
      back: { href: address, label: nameOf(own) },
      does: (
        <>
          <p class="lead">{nameOf(own)}</p>
          <p>
            {audienceWords(own.audience)} : {reachSentence(reached)}
          </p>
          <p>{at === null ? words.now : words.at(momentWords(at))}</p>
          <p>{words.once}</p>
        </>
      ),
      action: `${address}/envoyer`,
      fields: { ...typed, version: String(version), confirme: "1" },
      button: { label: at === null ? words.send : words.schedule },
      leave: { href: address, label: words.leave },
    }),
  );
}

function told(
  id: Id<"campaign">,
  done: Done,
  result: { ok: true } | { ok: false; refusal: CampaignRefusal },
): Answer {
  if (!result.ok && result.refusal.code === "unknown") return notFound;
  return redirect(`/agent/campagnes/${id}?fait=${result.ok ? done : "change"}`);
}

/** The families to call, as a file; that it was taken away is in the journal. */
async function unreachedCsv(
  { actor, database, now, address }: SignedInVisit,
  id: Id<"campaign">,
): Promise<Answer> {
  const found = await database.write(async (writes) => {
    const own = await ownCampaign(writes, actor, id);
    if (own === undefined) return undefined;
    const act = "publications.campaign-calls-exported";
    await noteCampaign(writes, { actor, now, address }, { act, campaignId: id });
    return unreachedBy(writes, own, parisDate(now));
  });
  if (found === undefined) return notFound;
  const { columns, file } = texts.unreached;
  const rows = found.map(({ label, adults, phones }) => [
    label,
    adults,
    joinList(phones.map((phone) => formatPhone(phone))),
  ]);
  return {
    kind: "file",
    name: `${file}.csv`,
    type: "text/csv; charset=utf-8",
    body: frenchCsv([columns.family, columns.adults, columns.phones], rows),
  };
}
