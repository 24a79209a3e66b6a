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

import { findHouseholds, MOST_SHOWN, type FoundHousehold, type FoundHouseholds } from "./find-households.ts";
import { texts } from "./texts.fr.ts";

/** GET /agent/familles?q=: finds the file of a family. */
export const searchRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/familles",
  access: agentWith("families.read"),
  input: z.object({ query: z.object({ q: formText(100).default("") }) }),
  async answer({ actor, database }, { query: { q } }) {
    const found = q === "" ? null : await database.read((reads) => findHouseholds(reads, q));
    const may = { set: mayAnywhere(actor, "settings.write"), write: mayAnywhere(actor, "families.write") };
    return page(searchPage(q, found, may));
  },
});

function searchPage(q: string, found: FoundHouseholds | null, may: { set: boolean; write: boolean }): Page {
  return {
    title: found === null ? texts.title : `${texts.found(found.count)} – ${q}`,
    section: "families",
    dense: true,
    main: (
      <>
        <h1>{texts.title}</h1>
        <search>
          <form method="get" action="/agent/familles" class="row">
            <TextField name="q" type="search" label={texts.label} hint={texts.hint} value={q} />
            <Button>{texts.search}</Button>
          </form>
        </search>
        {found === null ? <p>{texts.begin}</p> : <Found {...found} />}
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
      </>
    ),
  };
}

function Found({ count, households }: FoundHouseholds) {
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
          { header: texts.commune, cell: ({ commune }) => commune },
        ]}
      />
    </>
  );
}

function fileLink({ householdId, label }: FoundHousehold) {
  return <a href={`/agent/familles/${householdId}`}>{label}</a>;
}
