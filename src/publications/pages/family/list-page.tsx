import { Card, EmptyState, StateLabel, type Page } from "#platform";

import type { Shown } from "../../read/shown.ts";
import { beginningOf } from "../../rules/text-blocks.ts";
import { momentWords, texts as shared } from "../shared/texts.fr.ts";
import { texts } from "./texts.fr.ts";

/** What somebody may read, pinned first. */
export function listPage(shown: readonly Shown[], reader: "guardian" | "other" | "visitor"): Page {
  return {
    title: texts.title,
    section: "news",
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {reader === "visitor" && (
          <p>
            {texts.visitor} <a href="/connexion?retour=/actualites">{texts.signIn}</a>
          </p>
        )}
        {shown.length === 0 && (
          <EmptyState title={texts.none}>
            <p>{texts.noneMore}</p>
          </EmptyState>
        )}
        <div class="cards">
          {shown.map((one) => (
            <Card title={one.title}>
              <p class="soft small">
                {texts.published(momentWords(one.publishAt))}
                {one.pinned && `, ${shared.pinned.toLowerCase()}`}
              </p>
              <p>{beginningOf(one.body)}</p>
              <p class="row">
                {reader === "guardian" && <ReadLabel shown={one} />}
                <ReadLink shown={one} />
              </p>
            </Card>
          ))}
        </div>
      </>
    ),
  };
}

/** Whether its reader has opened it, and has something to accept. */
function ReadLabel({ shown: { kind, opened, toAccept } }: { shown: Shown }) {
  const words = texts.states;
  if (toAccept) return <StateLabel tone="waiting" word={words.toAccept} />;
  if (kind === "rules") return <StateLabel tone="on" word={words.accepted} />;
  return opened ? <StateLabel tone="on" word={words.read} /> : <StateLabel tone="free" word={words.unread} />;
}

/** The way to one publication, which says where it leads. */
function ReadLink({ shown: { publicationId, title } }: { shown: Shown }) {
  return (
    <a href={`/actualites/${publicationId}`}>
      {texts.read}
      <span class="vh"> {texts.readWhat(title)}</span>
    </a>
  );
}
