import { formatMoment, parisDate, parisDateTime } from "#kernel";
import { BackLink, ButtonLink, Card, Notice, Receipt, type Page } from "#platform";

import type { EnrolmentCard, EnrolmentEntry, EnrolmentReader } from "../../../enrolments/find-enrolment.ts";
import type { EnrolmentPrice } from "../../../estimates/enrolment-prices.ts";
import { asksRhythm, type OfferedSeason } from "../../../enrolments/offered-seasons.ts";
import { isLive } from "../../../enrolments/person-facts.ts";
import { groupNames, groupPhrase } from "../../../rules/conditions/group-phrase.ts";
import { whoDidIt } from "../../../rules/who-did-it.ts";
import { openingsSentence } from "../../../rules/window-sentence.ts";
import { enrolmentAddress, planningAddress } from "./enrolment-address.ts";
import { EnrolmentFactList } from "./enrolment-facts.tsx";
import { EnrolmentPriceCard } from "./enrolment-price-card.tsx";
import { texts } from "./texts.fr.ts";

/** What an enrolment is now, what happened to it, and what comes next. */
export function receiptPage(shown: {
  reader: EnrolmentReader;
  card: EnrolmentCard;
  /** Undefined once it is over. */
  season: OfferedSeason | undefined;
  history: readonly EnrolmentEntry[];
  /** Of a season that is booked whole. */
  prices: readonly EnrolmentPrice[];
  now: Temporal.Instant;
}): Page {
  const { reader, card, season, history, prices, now } = shown;
  const own = reader === "family";
  const ended = card.endedAt !== null;
  const live = isLive(card, parisDate(now));
  const words = ended ? texts.receipt.ended : texts.receipt.title;
  const names = groupNames(season?.conditions ?? []);
  const openings = openingsSentence(season?.windows ?? [], names, now);
  return {
    title: words(card.firstName, card.activityName),
    section: own ? "enrolments" : "families",
    dense: !own,
    before: own ? (
      <BackLink href="/inscriptions" label={texts.back} />
    ) : (
      <BackLink href={`/agent/familles/${card.householdId}/inscriptions`} label={texts.receipt.list} />
    ),
    main: (
      <>
        <Receipt title={words(card.firstName, card.activityName)}>
          <EnrolmentFactList
            {...card}
            regular={season !== undefined && asksRhythm(season) ? card.regular : null}
            groups={card.groups.map((group) => groupPhrase(group, names))}
          />
        </Receipt>
        {own && live && !ended && <EnrolmentPriceCard prices={prices} seasonName={card.seasonName} />}
        {live && !ended && (
          <Notice title={texts.receipt.next}>
            <p>{season?.bySeason === true ? texts.receipt.bookSeason : texts.receipt.book}</p>
            {openings !== "" && <p>{openings}.</p>}
          </Notice>
        )}
        <History entries={history} />
        <p class="soft">{texts.receipt.kept}</p>
        {live && (
          <p class="row">
            <ButtonLink href={planningAddress(reader, card)}>{texts.receipt.planning}</ButtonLink>
            <a href={`${enrolmentAddress(reader, card)}/arreter`}>{texts.receipt.end}</a>
          </p>
        )}
      </>
    ),
  };
}

/** Who enrolled, changed or ended it, and an agent's reason. */
function History({ entries }: { entries: readonly EnrolmentEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <Card title={texts.facts.history}>
      <ul>
        {entries.map((entry) => {
          const local = parisDateTime(entry.at);
          const moment = formatMoment(local.toPlainDate(), local.toPlainTime());
          return (
            <li>
              {texts.acts[entry.act]}, {moment}. {whoDidIt(entry)}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
