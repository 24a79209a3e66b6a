import { formatDay, joinList } from "#kernel";
import { BackLink, Button, FormToken, type Page } from "#platform";

import type { TerritoryChange } from "../../../territory/territory.ts";
import { texts } from "../texts.fr.ts";

const PATH = "/agent/communes";
const words = texts.territory.confirm;

/** Says which communes come and go, and for how many families, before the list is written. */
export function confirmPage(
  names: readonly string[],
  { added, removed, arriving, leaving }: TerritoryChange,
  today: Temporal.PlainDate,
): Page {
  const changes = [
    added.length > 0 && words.added(joinList(added)),
    removed.length > 0 && words.removed(joinList(removed)),
    arriving > 0 && words.arriving(arriving),
    leaving > 0 && words.leaving(leaving),
  ].filter((sentence) => sentence !== false);
  return {
    title: words.title,
    section: "families",
    dense: true,
    before: <BackLink href={PATH} label={texts.territory.title} />,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.nothingYet}</p>
        <ul>
          {changes.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        {arriving + leaving > 0 && <p>{words.since(formatDay(today))}</p>}
        <form method="post" action={PATH}>
          <FormToken />
          <input type="hidden" name="communes" value={names.join("\n")} />
          <input type="hidden" name="confirme" value="oui" />
          <p class="row">
            <Button>{words.save}</Button>
            <a href={PATH}>{words.leave}</a>
          </p>
        </form>
      </>
    ),
  };
}
