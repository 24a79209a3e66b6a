import { DisputesTable } from "#billing";
import { Button, EmptyState, Notice, Pager, type Page } from "#platform";

import { filterQuery } from "../../../desk/inbox-filter.ts";
import { FiltersForm } from "./filters-form.tsx";
import { InboxTable } from "./inbox-table.tsx";
import type { InboxView } from "./inbox-view.ts";
import { texts } from "./texts.fr.ts";
import { KeepView, ViewsNav } from "./views-nav.tsx";

/** What families ask, with filters that stand in the address; several may be chosen and decided together. */
export function inboxPage(view: InboxView): Page {
  const { lines, filter, done, maySetKinds, disputes } = view;
  const query = filterQuery(filter);
  return {
    title: texts.title,
    section: "requests-desk",
    dense: true,
    ...(done !== undefined && { flash: <Notice tone="success" title={texts.done[done]} announce /> }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p class="row">
          <a href="/agent/demarches/charge">{texts.links.workload}</a>
          <a href="/agent/demarches/reponses">{texts.links.replies}</a>
          {maySetKinds && <a href="/agent/demarches/types">{texts.links.kinds}</a>}
        </p>
        {disputes.length > 0 && (
          <>
            <h2>{texts.disputes}</h2>
            <DisputesTable disputes={disputes} />
            <h2>{texts.requests}</h2>
          </>
        )}
        <ViewsNav {...view} />
        <FiltersForm {...view} />
        <KeepView {...view} />
        {lines.length === 0 ? (
          <EmptyState title={texts.none}>
            <p>{texts.noneMore}</p>
          </EmptyState>
        ) : (
          <Lines {...view} />
        )}
        <Pages {...view} query={query} />
        {lines.length > 0 && (
          <p>
            <a href={`/agent/demarches/liste.csv?${query}`} download>
              {texts.csv}
            </a>
          </p>
        )}
      </>
    ),
  };
}

/** Open requests may be chosen: the page that follows says what deciding them together does. */
function Lines(view: InboxView) {
  if (view.filter.etat === "closes") return <InboxTable {...view} />;
  const { legend, accept, refuse } = texts.together;
  return (
    <form method="get" action="/agent/demarches/ensemble">
      <InboxTable {...view} />
      <p class="row">
        <span>{legend}</span>
        <Button variant="secondary" name="acte" value="accept">
          {accept}
        </Button>
        <Button variant="secondary" name="acte" value="refuse">
          {refuse}
        </Button>
      </p>
    </form>
  );
}

/** By key and not by number: what comes in meanwhile moves nothing that is still to be read. */
function Pages({ query, lines, next, further }: InboxView & { query: string }) {
  if (next === undefined && !further) return null;
  const base = `/agent/demarches?${query}`;
  return (
    <Pager
      label={texts.pages.label}
      previous={further ? { href: base, label: texts.pages.first } : undefined}
      current={texts.pages.here(lines.length)}
      next={
        next === undefined
          ? undefined
          : { href: `${base}&apres=${encodeURIComponent(next)}`, label: texts.pages.next }
      }
    />
  );
}
