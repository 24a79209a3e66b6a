import {
  ButtonLink,
  DataTable,
  EmptyState,
  noInput,
  page,
  route,
  StateLabel,
  type StateTone,
} from "#platform";

import { audienceWords } from "../../audience/texts.fr.ts";
import { ownCampaigns, type OwnCampaign } from "../../campaigns/campaign.ts";
import { campaigner } from "../../policy.ts";
import { campaignState, type CampaignState } from "../../rules/campaign-state.ts";
import { momentWords } from "../shared/texts.fr.ts";
import { texts } from "./texts.fr.ts";

const MOST = 200;

const TONES: Readonly<Record<CampaignState, StateTone>> = {
  draft: "free",
  scheduled: "waiting",
  sending: "waiting",
  stopped: "closed",
  sent: "on",
  "given-up": "closed",
};

/** GET /agent/campagnes: those that this agent has written or may send, the last first. */
export const campaignListRoute = route({
  method: "GET",
  path: "/agent/campagnes",
  access: campaigner,
  input: noInput,
  async answer({ actor, database, now }) {
    const own = await database.read((reads) => ownCampaigns(reads, actor, MOST));
    return page({
      title: texts.title,
      section: "campaigns",
      dense: true,
      main: (
        <>
          <h1>{texts.title}</h1>
          <p>{texts.lead}</p>
          <p class="row">
            <ButtonLink href="/agent/campagnes/ecrire">{texts.write}</ButtonLink>
          </p>
          {own.length === 0 ? (
            <EmptyState title={texts.none}>
              <p>{texts.noneMore}</p>
            </EmptyState>
          ) : (
            <DataTable
              caption={own.length < MOST ? texts.title : texts.latest(MOST)}
              captionHidden={own.length < MOST}
              rows={own}
              columns={[
                {
                  header: texts.columns.title,
                  rowHeader: true,
                  cell: (one) => <a href={`/agent/campagnes/${one.campaignId}`}>{nameOf(one)}</a>,
                },
                { header: texts.columns.kind, cell: ({ kind }) => texts.kinds[kind] },
                { header: texts.columns.audience, cell: ({ audience }) => audienceWords(audience) },
                { header: texts.columns.state, cell: (one) => <CampaignLabel campaign={one} now={now} /> },
              ]}
            />
          )}
        </>
      ),
    });
  },
});

/** What a list calls a campaign: the subject of its mail, or how its text message begins. */
export const nameOf = ({ subject, sms }: Pick<OwnCampaign, "subject" | "sms">): string =>
  subject === "" ? texts.untitled(sms) : subject;

/** How a campaign stands, and since or until when. */
export function CampaignLabel({ campaign, now }: { campaign: OwnCampaign; now: Temporal.Instant }) {
  const { endedAt, stoppedAt, sendAt } = campaign;
  const state = campaignState(campaign, now);
  const at = endedAt ?? stoppedAt ?? sendAt;
  const word = texts.since[state](at === null ? "" : momentWords(at));
  return <StateLabel tone={TONES[state]} word={word} />;
}
