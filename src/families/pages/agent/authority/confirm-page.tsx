import type { Id } from "#kernel";
import { confirmationPage, type Page } from "#platform";

import type { FilePeople } from "../file-people.ts";
import { texts } from "../texts.fr.ts";

const words = texts.authority;

/** What withholding or giving back would change, and for whom. */
export interface AuthorityChange {
  readonly act: "withhold" | "restore";
  readonly adult: Id<"guardian">;
  readonly child: Id<"participant">;
  /** Why it is withheld; empty where it is given back. */
  readonly reason: string;
}

/** Says in words what changes for whom before anything is written; undefined where they are not of this household. */
export function confirmPage(people: FilePeople, change: AuthorityChange): Page | undefined {
  const adult = people.adults.find(({ guardianId }) => guardianId === change.adult)?.name;
  const child = people.children.find(({ participantId }) => participantId === change.child)?.firstName;
  if (adult === undefined || child === undefined) return undefined;
  const form = `/agent/familles/${people.householdId}/autorite`;
  const file = `/agent/familles/${people.householdId}#authority`;
  const said = words.confirm[change.act];
  const title = said.title(adult, child);
  return confirmationPage({
    title,
    section: "families",
    back: { href: file, label: texts.back(people.label) },
    does: (
      <>
        <p class="lead">{words.confirm.nothingYet}</p>
        <ul>
          {said.changes(adult, child).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        {change.reason !== "" && <p>{words.confirm.reason(change.reason)}</p>}
      </>
    ),
    action: change.act === "withhold" ? form : `${form}/rendre`,
    fields: {
      adulte: change.adult,
      enfant: change.child,
      ...(change.act === "withhold" ? { raison: change.reason } : {}),
      confirme: "oui",
    },
    button: { label: said.save(child), ...(change.act === "withhold" ? { variant: "warning" } : {}) },
    leave: { href: file, label: words.confirm.leave },
  });
}
