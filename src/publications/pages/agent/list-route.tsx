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
import { publisher } from "../../policy.ts";
import { stateOf, type PublicationState } from "../../rules/publication-state.ts";
import { ownPublications, type OwnPublication } from "../../written/publication.ts";
import { momentWords, texts as shared } from "../shared/texts.fr.ts";
import { texts } from "./texts.fr.ts";

const MOST = 200;

const TONES: Readonly<Record<PublicationState, StateTone>> = {
  draft: "free",
  scheduled: "waiting",
  published: "on",
  withdrawn: "closed",
};

/** GET /agent/publications: what this agent has written or may change, the last first. */
export const listRoute = route({
  method: "GET",
  path: "/agent/publications",
  access: publisher,
  input: noInput,
  async answer({ actor, database, now }) {
    const own = await database.read((reads) => ownPublications(reads, actor, MOST));
    return page({
      title: texts.title,
      section: "publications",
      dense: true,
      main: (
        <>
          <h1>{texts.title}</h1>
          <p>{texts.lead}</p>
          <p>
            <ButtonLink href="/agent/publications/ecrire">{texts.write}</ButtonLink>
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
                  cell: ({ publicationId, title }) => (
                    <a href={`/agent/publications/${publicationId}`}>{title}</a>
                  ),
                },
                { header: texts.columns.kind, cell: ({ kind }) => shared.kinds[kind] },
                { header: texts.columns.audience, cell: ({ audience }) => audienceWords(audience) },
                {
                  header: texts.columns.state,
                  cell: (one) => <State publication={one} now={now} />,
                },
              ]}
            />
          )}
        </>
      ),
    });
  },
});

/** How a publication stands, and since or until when. */
export function State({ publication, now }: { publication: OwnPublication; now: Temporal.Instant }) {
  const { withdrawnAt, publishAt, pinned } = publication;
  const state = stateOf(publication, now);
  const at = withdrawnAt ?? publishAt;
  const word = texts.since[state](at === null ? "" : momentWords(at));
  return (
    <>
      <StateLabel tone={TONES[state]} word={word} />
      {pinned && state !== "withdrawn" && <span class="soft small"> {shared.pinned}</span>}
    </>
  );
}
