import { Notice } from "#platform";

import type { Shown } from "../../read/shown.ts";
import { texts } from "./texts.fr.ts";

/** On the home page: what has to be accepted, then what is pinned. Nothing where there is neither. */
export function HomePublications({ shown }: { shown: readonly Shown[] }) {
  const toAccept = shown.filter((one) => one.toAccept);
  const pinned = shown.filter((one) => one.pinned && !one.toAccept);
  return (
    <>
      {toAccept.length > 0 && (
        <Notice tone="warning" title={texts.home.toAccept}>
          <Titles shown={toAccept} />
        </Notice>
      )}
      {pinned.length > 0 && (
        <Notice title={texts.home.pinned}>
          <Titles shown={pinned} />
        </Notice>
      )}
    </>
  );
}

function Titles({ shown }: { shown: readonly Shown[] }) {
  return (
    <ul>
      {shown.map(({ publicationId, title }) => (
        <li>
          <a href={`/actualites/${publicationId}`}>{title}</a>
        </li>
      ))}
    </ul>
  );
}
