import { sitesOf } from "#bookings";
import { agentWith, mayAnywhere, type Visit } from "#identity";
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  formText,
  page,
  route,
  TextField,
  type Page,
  type Route,
} from "#platform";
import { z } from "zod";

import { parisDate } from "#kernel";

import { findHouseholds, MOST_SHOWN, type FoundHousehold, type FoundHouseholds } from "./find-households.ts";
import { texts } from "./texts.fr.ts";

const READ = "families.read";

/** GET /agent/familles?q=: finds the file of a family. */
export const familySearchRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/familles",
  access: agentWith(READ),
  input: z.object({ query: z.object({ q: formText(100).default("") }) }),
  async answer({ actor, database, now }, { query: { q } }) {
    const siteIds = sitesOf(actor.rights.get(READ));
    const among = { siteIds, today: parisDate(now) };
    const found = q === "" ? null : await database.read((reads) => findHouseholds(reads, q, among));
    const may = {
      set: mayAnywhere(actor, "settings.write"),
      write: actor.rights.get("families.write") === "everywhere",
      all: siteIds === null,
    };
    return page(searchPage(q, found, may));
  },
});

function searchPage(
  q: string,
  found: FoundHouseholds | null,
  may: { set: boolean; write: boolean; all: boolean },
): Page {
  return {
    title: found === null ? texts.title : `${texts.found(found.count)} – ${q}`,
    section: "families",
    dense: true,
    main: (
      <>
        <h1>{texts.title}</h1>
        <search>
          <form method="get" action="/agent/familles" class="row">
            <TextField
              name="q"
              type="search"
              label={may.all ? texts.label : texts.labelOfSites}
              hint={texts.hint}
              value={q}
            />
            <Button>{texts.search}</Button>
          </form>
        </search>
        {found === null ? <p>{texts.begin}</p> : <Found {...found} all={may.all} />}
        {!may.all && <p class="soft">{texts.ofSites}</p>}
        {may.write && (
          <p>
            <ButtonLink href="/agent/familles/nouveau" variant="secondary">
              {texts.create}
            </ButtonLink>
          </p>
        )}
        {may.set && (
          <p>
            <a href="/agent/communes">{texts.territory}</a>
          </p>
        )}
        {may.set && (
          <p>
            <a href="/agent/accords">{texts.consents}</a>
          </p>
        )}
        {may.all && (
          <p>
            <a href="/agent/envois">{texts.troubled}</a>
          </p>
        )}
      </>
    ),
  };
}

function Found({ count, households, all }: FoundHouseholds & { all: boolean }) {
  if (count === 0) {
    return (
      <EmptyState title={texts.found(0)}>
        <p>{texts.nothing}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {count > MOST_SHOWN && <p>{texts.most(MOST_SHOWN)}</p>}
      <DataTable
        caption={texts.found(count)}
        rows={households}
        columns={[
          { header: texts.household, rowHeader: true, cell: fileLink },
          { header: texts.adults, cell: ({ adults }) => adults.join(", ") },
          { header: texts.children, cell: ({ children }) => children.join(", ") },
          ...(all ? [{ header: texts.commune, cell: ({ commune }: FoundHousehold) => commune }] : []),
        ]}
      />
    </>
  );
}

function fileLink({ householdId, label }: FoundHousehold) {
  return <a href={`/agent/familles/${householdId}`}>{label}</a>;
}
