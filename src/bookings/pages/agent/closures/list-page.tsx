import { allSites, closuresFrom, type ClosureCard } from "#activities";
import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import {
  DataTable,
  EmptyState,
  ErrorSummary,
  type Column,
  type Correction,
  type Page,
  type Reads,
} from "#platform";
import type { VNode } from "preact";

import { CLOSE, mayClose } from "../../../closing/policy.ts";
import { ClosingForm } from "./form-view.tsx";
import type { TypedClosing } from "./closing-form.ts";
import { texts } from "./texts.fr.ts";

/** The closures to come at the sites of the agent, then the form that closes days. */
export async function closuresPage(
  reads: Reads,
  { actor, now }: SignedInVisit,
  shown: { typed: TypedClosing; corrections?: readonly Correction[]; notice?: VNode | undefined },
): Promise<Page> {
  const today = parisDate(now);
  const { corrections = [], notice } = shown;
  const sites = (await allSites(reads)).filter(({ siteId }) => mayClose(actor, siteId));
  // What closes every site closes the agent's own too: it is shown, and is not the agent's to lift.
  const closures = (await closuresFrom(reads, today)).filter(
    ({ siteId }) => siteId === null || mayClose(actor, siteId),
  );
  const flash = corrections.length > 0 ? <ErrorSummary items={corrections} /> : notice;
  const mayLift = (closure: ClosureCard) => mayClose(actor, closure.siteId);
  return {
    title: texts.title,
    section: "closures",
    dense: true,
    toCorrect: corrections.length > 0,
    ...(flash === undefined ? {} : { flash }),
    main: (
      <>
        <h1>{texts.title}</h1>
        {closures.length === 0 ? (
          <EmptyState title={texts.list.none}>
            <p>{texts.list.noneMore}</p>
          </EmptyState>
        ) : (
          <DataTable caption={texts.list.title} rows={closures} columns={columns(mayLift)} />
        )}
        <ClosingForm
          sites={sites}
          everywhere={actor.rights.get(CLOSE) === "everywhere"}
          typed={shown.typed}
          corrections={corrections}
          today={today}
        />
      </>
    ),
  };
}

/** How a closure names where it holds. */
export const siteOf = (closure: ClosureCard): string => closure.siteName ?? texts.everywhere;

function columns(mayLift: (closure: ClosureCard) => boolean): readonly Column<ClosureCard>[] {
  return [
    { header: texts.list.days, rowHeader: true, cell: texts.daysOf },
    { header: texts.list.site, cell: siteOf },
    { header: texts.list.message, cell: ({ message }) => message },
    { header: texts.list.by, cell: ({ byLabel }) => byLabel },
    {
      header: texts.list.act,
      cell: (closure) =>
        mayLift(closure) && (
          <a href={`/agent/fermetures/${closure.closureId}/rouvrir`}>
            {texts.list.reopen}
            <span class="vh"> {texts.list.reopenWhat(closure, siteOf(closure))}</span>
          </a>
        ),
    },
  ];
}
