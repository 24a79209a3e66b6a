import { BackLink, ButtonLink, Card, ErrorSummary, Notice, SummaryList, type Page } from "#platform";
import { textParts } from "#messaging";

import { audienceWords } from "../../audience/texts.fr.ts";
import { textOf } from "../../campaigns/campaign-letter.ts";
import type { OwnCampaign } from "../../campaigns/campaign.ts";
import type { Reached } from "../../campaigns/reached.ts";
import { campaignState, mayBe } from "../../rules/campaign-state.ts";
import { TextBody } from "../shared/text-body.tsx";
import { Launch, Steering, TryOnOneself } from "./acts.tsx";
import type { CampaignView } from "./campaign-view.ts";
import { CampaignLabel, nameOf } from "./list-route.tsx";
import { ProgressOf, UnreachedBy } from "./reach.tsx";
import { texts } from "./texts.fr.ts";

/** While it is sent, the page is asked for again by the browser. */
const REFRESH_SECONDS = 15;
/** Of a message that nobody has got yet. */
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** One campaign: as families get it, whom it reaches, what may be done of it. */
export function campaignPage(view: CampaignView): Page {
  const { own, reached, progress, now, done, corrections = [] } = view;
  const state = campaignState(own, now);
  const address = `/agent/campagnes/${own.campaignId}`;
  return {
    title: nameOf(own),
    section: "campaigns",
    dense: true,
    toCorrect: corrections.length > 0,
    ...(state === "sending" ? { refreshSeconds: REFRESH_SECONDS } : {}),
    before: <BackLink href="/agent/campagnes" label={texts.back} />,
    flash: (
      <>
        <ErrorSummary items={corrections} />
        {done !== undefined && (
          <Notice tone="success" announce>
            <p>{texts.done[done]}</p>
          </Notice>
        )}
      </>
    ),
    main: (
      <>
        <h1>{nameOf(own)}</h1>
        <SummaryList
          facts={[
            { term: texts.facts.state, value: <CampaignLabel campaign={own} now={now} /> },
            { term: texts.facts.kind, value: texts.kinds[own.kind] },
            { term: texts.facts.audience, value: audienceWords(own.audience) },
            { term: texts.facts.pace, value: paceWords(own.perMinute) },
            { term: texts.facts.by, value: own.by },
          ]}
        />
        {own.queuedAt !== null && <ProgressOf progress={progress} />}
        <Steering address={address} state={state} />
        <Previews view={view} />
        {mayBe("change", state) && (
          <p>
            <ButtonLink href={`${address}/corriger`} variant="secondary">
              {texts.acts.change}
            </ButtonLink>
          </p>
        )}
        {reached !== undefined && <Reach own={own} reached={reached} parts={partsOf(view)} />}
        <UnreachedBy unreached={view.unreached} kind={own.kind} address={address} />
        {mayBe("launch", state) && <TryOnOneself view={view} />}
        {mayBe("launch", state) && <Launch view={view} address={address} />}
      </>
    ),
  };
}

const paceWords = (perMinute: number): string => {
  const { paces } = texts.form;
  if (perMinute === 60 || perMinute === 300 || perMinute === 1000) return paces[perMinute];
  return String(perMinute);
};

const partsOf = ({ own, authority, publicUrl }: CampaignView): number =>
  textParts(textOf({ authority, publicUrl }, own, NOBODY));

function Previews({ view }: { view: CampaignView }) {
  const { own, authority, publicUrl } = view;
  return (
    <>
      {own.body !== "" && (
        <Card title={texts.mailPreview}>
          <p>
            <strong>{own.subject}</strong>
          </p>
          <TextBody text={own.body} />
        </Card>
      )}
      {own.sms !== "" && (
        <Card title={texts.smsPreview}>
          <p>{textOf({ authority, publicUrl }, own, NOBODY)}</p>
          <p class="soft">{texts.parts(partsOf(view))}</p>
        </Card>
      )}
    </>
  );
}

function Reach({ own, reached, parts }: { own: OwnCampaign; reached: Reached; parts: number }) {
  const words = texts.reach;
  const count = (one: number) => one.toLocaleString("fr-FR");
  return (
    <>
      <h2>{words.title}</h2>
      <SummaryList
        facts={[
          { term: words.households, value: count(reached.households) },
          { term: words.reached, value: count(reached.reached) },
          { term: words.mails, value: count(reached.mails) },
          { term: words.texts, value: words.smsParts(reached.texts, parts) },
          ...(own.kind === "news" ? [{ term: words.unwanting, value: count(reached.unwanting) }] : []),
        ]}
      />
      <p class="soft">{words.note}</p>
    </>
  );
}
