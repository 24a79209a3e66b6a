import { mayAnywhere, type SignedIn } from "#identity";
import {
  Button,
  ButtonLink,
  Checkbox,
  DataTable,
  EmptyState,
  Notice,
  Select,
  StateLabel,
  type Column,
  type Page,
} from "#platform";

import type { Site } from "../../../offer/sites.ts";
import type { OfferRow } from "./offer-rows.ts";
import { mayWrite } from "./policy.ts";
import { texts } from "./texts.fr.ts";

/** What the list is narrowed to. */
export interface OfferFilter {
  site: string;
  onlyMissing: boolean;
}

/** What was just saved. */
export interface Saved {
  what: "lieu" | "activite";
  /** The activity, to go on with. */
  activity: { id: string; name: string } | undefined;
}

/** What is offered, what is missing, and where it is changed. */
export function listPage(shown: {
  actor: SignedIn;
  sites: readonly Site[];
  rows: readonly OfferRow[];
  filter: OfferFilter;
  saved: Saved | undefined;
}): Page {
  const { sites, rows, filter, saved } = shown;
  const writes = mayWrite(shown.actor);
  const found = rows.filter((row) => matches(row, filter));
  const incomplete = rows.filter(({ missing }) => missing.length > 0).length;
  return {
    title: texts.title,
    section: "offer",
    dense: true,
    ...(saved === undefined ? {} : { flash: <SavedNotice saved={saved} /> }),
    main: (
      <>
        <h1>{texts.title}</h1>
        {sites.length === 0 && (
          <EmptyState title={texts.list.empty}>
            <p>{texts.list.start}</p>
          </EmptyState>
        )}
        <p>
          {texts.list.counts(rows.length, sites.length)} {incomplete > 0 && texts.list.incomplete(incomplete)}
        </p>
        {writes && (
          <p class="row">
            <ButtonLink href="/agent/offre/lieux">{texts.list.addSite}</ButtonLink>
            {sites.length > 0 && <ButtonLink href="/agent/offre/fiche">{texts.list.addActivity}</ButtonLink>}
            <ButtonLink href="/agent/reglement" variant="secondary">
              {texts.list.ruleSet}
            </ButtonLink>
          </p>
        )}
        <ul class="row">
          {RULES.filter(([, , right]) => mayAnywhere(shown.actor, right)).map(([href, label]) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        {rows.length > 0 && (
          <>
            <FilterForm sites={sites} filter={filter} />
            <DataTable caption={texts.list.table} rows={found} columns={activityColumns} />
            {found.length === 0 && <p>{texts.list.noMatch}</p>}
            <p>
              <a href={`/agent/offre/liste.csv?${queryOf(filter)}`} download>
                {texts.list.csv}
              </a>
            </p>
          </>
        )}
        {sites.length > 0 && <Sites sites={sites} writes={writes} />}
      </>
    ),
  };
}

/** The pages of the other parts of the rule set, and the right that opens each. */
const RULES = [
  ["/agent/conditions", texts.list.conditions, "offer.read"],
  ["/agent/delais/reglages", texts.list.deadlines, "bookings.read"],
  ["/agent/ouvertures", texts.list.windows, "windows.write"],
  ["/agent/attente", texts.list.waiting, "offer.read"],
  ["/agent/alertes", texts.list.alerts, "offer.read"],
  ["/agent/tarifs", texts.list.tariffs, "tariffs.read"],
] as const;

/** Whether a row is asked for. */
export function matches({ offer, missing }: OfferRow, { site, onlyMissing }: OfferFilter): boolean {
  return (site === "" || offer.siteId === site) && (!onlyMissing || missing.length > 0);
}

function queryOf({ site, onlyMissing }: OfferFilter): string {
  return new URLSearchParams({ lieu: site, ...(onlyMissing ? { manque: "1" } : {}) }).toString();
}

function SavedNotice({ saved: { what, activity } }: { saved: Saved }) {
  return (
    <Notice tone="success" announce>
      <p>{texts.saved[what]}</p>
      {activity && (
        <p>
          {texts.saved.next} <a href={`/agent/offre/activites/${activity.id}`}>{activity.name}</a>.
        </p>
      )}
    </Notice>
  );
}

function FilterForm({ sites, filter }: { sites: readonly Site[]; filter: OfferFilter }) {
  return (
    <form method="get" action="/agent/offre" class="inline-form">
      <Select
        name="lieu"
        label={texts.list.site}
        value={filter.site}
        options={[
          { value: "", label: texts.list.allSites },
          ...sites.map(({ siteId, name }) => ({ value: siteId, label: name })),
        ]}
        optional
      />
      <Checkbox name="manque" value="1" label={texts.list.onlyMissing} checked={filter.onlyMissing} />
      <Button variant="secondary">{texts.list.filter}</Button>
    </form>
  );
}

const activityColumns: readonly Column<OfferRow>[] = [
  { header: texts.list.site, cell: ({ offer }) => offer.siteName },
  {
    header: texts.list.activity,
    rowHeader: true,
    cell: ({ offer }) => <a href={`/agent/offre/activites/${offer.activityId}`}>{offer.activityName}</a>,
  },
  { header: texts.list.units, cell: ({ offer }) => offer.units.map(({ name }) => name).join(", ") },
  {
    header: texts.list.season,
    cell: ({ season }) =>
      season === null
        ? texts.list.noSeason
        : texts.list.seasonDays(season.name, season.firstDay, season.lastDay),
  },
  { header: texts.list.places, numeric: true, cell: ({ places }) => places },
  { header: texts.list.enrolled, numeric: true, cell: ({ enrolled }) => enrolled },
  { header: texts.list.missing, cell: ({ missing }) => <MissingLabels missing={missing} /> },
];

/** What keeps an activity from being booked, or that nothing does. */
export function MissingLabels({ missing }: Pick<OfferRow, "missing">) {
  if (missing.length === 0) return <StateLabel tone="on" word={texts.list.complete} />;
  return (
    <>
      {missing.map((what) => (
        <StateLabel tone="waiting" word={texts.missing[what]} />
      ))}
    </>
  );
}

function Sites({ sites, writes }: { sites: readonly Site[]; writes: boolean }) {
  return (
    <DataTable
      caption={texts.list.sites}
      rows={sites}
      columns={[
        { header: texts.list.site, rowHeader: true, cell: ({ name }) => name },
        { header: texts.list.commune, cell: ({ commune }) => commune },
        { header: texts.list.phone, cell: ({ phone }) => phone || texts.facts.nothing },
        ...(writes
          ? [
              {
                header: texts.list.change,
                cell: ({ siteId, name }: Site) => (
                  <>
                    <a href={`/agent/offre/lieux?lieu=${siteId}`}>
                      {texts.list.change}
                      <span class="vh"> {name}</span>
                    </a>{" "}
                    <a href={`/agent/offre/fiche?lieu=${siteId}`}>
                      {texts.list.addActivity}
                      <span class="vh"> {name}</span>
                    </a>
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
