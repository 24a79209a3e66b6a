import { capitalise, formatDateRange, formatTime, joinList, weekdayName } from "#kernel";
import type { SignedIn } from "#identity";
import { BackLink, Card, DataTable, SummaryList, type Page } from "#platform";

import type { OfferedSeason, OfferedUnit } from "../../../offer/activity-offer.ts";
import { openingsOfUnit } from "../../../offer/openings-of-unit.ts";
import { openingOn } from "../../../rules/opening-on.ts";
import { hoursOn, type UnitHours } from "../../../rules/unit-hours.ts";
import { referenceDay } from "../../../ruleset/reference-day.ts";
import { MissingLabels } from "./list-page.tsx";
import type { OfferRow } from "./offer-rows.ts";
import { mayWrite } from "./policy.ts";
import { texts } from "./texts.fr.ts";

/** One activity: what is left to do, its units, ages and seasons, and where each is changed. */
export function activityPage(row: OfferRow, actor: SignedIn, today: Temporal.PlainDate): Page {
  const { offer, missing, enrolled } = row;
  const asked = `activite=${offer.activityId}`;
  const writes = mayWrite(actor);
  const link = (path: string, label: string) =>
    writes && (
      <p>
        <a href={`/agent/offre/${path}`}>{label}</a>
      </p>
    );
  return {
    title: offer.activityName,
    section: "offer",
    dense: true,
    before: <BackLink href="/agent/offre" label={texts.back} />,
    main: (
      <>
        <h1>{offer.activityName}</h1>
        <Card title={texts.activity.todo}>
          {missing.length === 0 ? <p>{texts.activity.ready}</p> : <MissingLabels missing={missing} />}
          <p>{texts.activity.enrolled(enrolled)}</p>
          {writes && missing.includes("calendar") && (
            <p>
              <a href="/agent/calendrier">{texts.activity.calendar}</a>
            </p>
          )}
          <p>
            <a href={`/agent/delais?${asked}`}>{texts.activity.deadlines}</a>
          </p>
        </Card>
        <SummaryList
          facts={[
            { term: texts.activity.site, value: offer.siteName },
            { term: texts.activity.audience, value: texts.activity.audiences[offer.audience] },
          ]}
        />
        <p class="soft">{texts.activity.code(offer.activityCode)}</p>
        {link(`fiche?${asked}`, texts.activity.edit)}
        <Units units={offer.units} asked={asked} writes={writes} today={today} />
        {link(`prestations?${asked}`, texts.unit.addShort)}
        <Ages row={row} />
        {link(`ages?${asked}`, texts.ages.edit)}
        <Seasons row={row} asked={asked} writes={writes} today={today} />
        {link(`saisons?${asked}`, texts.season.addShort)}
      </>
    ),
  };
}

function Units(props: {
  units: readonly OfferedUnit[];
  asked: string;
  writes: boolean;
  today: Temporal.PlainDate;
}) {
  return (
    <DataTable
      caption={texts.unit.table}
      rows={props.units}
      columns={[
        {
          header: texts.unit.title,
          rowHeader: true,
          cell: ({ code, name }) =>
            props.writes ? (
              <a href={`/agent/offre/prestations?${props.asked}&prestation=${code}`}>{name}</a>
            ) : (
              name
            ),
        },
        {
          header: texts.unit.hours,
          cell: (unit) => <Hours unit={unit} today={props.today} />,
        },
        { header: texts.unit.bookedBy, cell: ({ bookedBy }) => texts.unit.bookedBys[bookedBy] },
      ]}
    />
  );
}

/** The hours of today, then those that will hold from a day on. */
function Hours({ unit, today }: { unit: OfferedUnit; today: Temporal.PlainDate }) {
  const coming = unit.laterHours.filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, today) > 0);
  return (
    <>
      {hoursWords(hoursOn(unit, today))}
      {unit.withMeal && `, ${texts.unit.withMeal}`}
      {coming.map((hours) => (
        <>
          <br />
          {texts.unit.hoursFrom(hours.validFrom, hoursWords(hours))}
        </>
      ))}
    </>
  );
}

function hoursWords({ startsAt, endsAt, hourStep }: UnitHours): string {
  const step = hourStep === null ? "" : `, ${texts.facts.step(hourStep)}`;
  return `${formatTime(startsAt)} – ${formatTime(endsAt)}${step}`;
}

function Ages({ row: { offer } }: { row: OfferRow }) {
  const groups = offer.ageGroups.filter(({ retired }) => !retired);
  if (groups.length === 0) return <p>{texts.ages.none}</p>;
  return (
    <DataTable
      caption={texts.ages.table}
      rows={groups}
      columns={[
        { header: texts.ages.columns.nom, rowHeader: true, cell: ({ name }) => name },
        { header: texts.ages.columns.de, numeric: true, cell: ({ fromMonths }) => fromMonths },
        { header: texts.ages.columns.a, numeric: true, cell: ({ untilMonths }) => untilMonths },
        {
          header: texts.ages.columns.taux,
          numeric: true,
          cell: ({ childrenPerAdult }) => childrenPerAdult ?? texts.facts.nothing,
        },
      ]}
    />
  );
}

function Seasons(props: { row: OfferRow; asked: string; writes: boolean; today: Temporal.PlainDate }) {
  const { units, seasons } = props.row.offer;
  if (seasons.length === 0) return <p>{texts.season.none}</p>;
  return (
    <DataTable
      caption={texts.season.table}
      rows={seasons}
      columns={[
        {
          header: texts.season.title,
          rowHeader: true,
          cell: ({ seasonId, name }) =>
            props.writes ? (
              <a href={`/agent/offre/saisons?${props.asked}&saison=${seasonId}`}>{name}</a>
            ) : (
              name
            ),
        },
        {
          header: texts.season.days,
          cell: ({ firstDay, lastDay }) => capitalise(formatDateRange(firstDay, lastDay)),
        },
        { header: texts.season.opensOn, cell: ({ opensOn }) => texts.season.opensOns[opensOn] },
        {
          header: texts.season.openings,
          cell: (season) => (
            <ul>
              {units.map((unit) => (
                <li>{openingWords(season, unit, props.today)}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** « Repas : lundi (60), mardi (60), 2 dates » */
function openingWords(season: OfferedSeason, unit: OfferedUnit, today: Temporal.PlainDate): string {
  const { openings, dates } = openingsOfUnit(season, unit.unitId);
  const start = referenceDay(season, today);
  const days = Array.from({ length: 7 }, (_, index) => start.add({ days: index }))
    .toSorted((a, b) => a.dayOfWeek - b.dayOfWeek)
    .flatMap((date) => {
      const held = openingOn({ openings, dates: [] }, date);
      return held?.offered === true ? [`${weekdayName(date.dayOfWeek)} (${held.places})`] : [];
    });
  const chosen = dates.length === 0 ? [] : [texts.season.dateCount(dates.length)];
  const all = [...days, ...chosen];
  return `${unit.name} : ${all.length === 0 ? texts.list.none : joinList(all)}`;
}
