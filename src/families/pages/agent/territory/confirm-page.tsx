import { formatDay, joinList } from "#kernel";
import { confirmationPage, type Page } from "#platform";

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
  return confirmationPage({
    title: words.title,
    section: "families",
    back: { href: PATH, label: texts.territory.title },
    does: (
      <>
        <p class="lead">{words.nothingYet}</p>
        <ul>
          {changes.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        {arriving + leaving > 0 && <p>{words.since(formatDay(today))}</p>}
      </>
    ),
    action: PATH,
    fields: { communes: names.join("\n"), confirme: "oui" },
    button: { label: words.save },
    leave: { href: PATH, label: words.leave },
  });
}
