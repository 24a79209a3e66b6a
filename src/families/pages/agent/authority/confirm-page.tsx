import type { Id } from "#kernel";
import { BackLink, Button, FormToken, type Page } from "#platform";

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
  const said = words.confirm[change.act];
  const title = said.title(adult, child);
  return {
    title,
    section: "families",
    dense: true,
    before: (
      <BackLink href={`/agent/familles/${people.householdId}#authority`} label={texts.back(people.label)} />
    ),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{words.confirm.nothingYet}</p>
        <ul>
          {said.changes(adult, child).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        {change.reason !== "" && <p>{words.confirm.reason(change.reason)}</p>}
        <form method="post" action={change.act === "withhold" ? form : `${form}/rendre`}>
          <FormToken />
          <input type="hidden" name="adulte" value={change.adult} />
          <input type="hidden" name="enfant" value={change.child} />
          {change.act === "withhold" && <input type="hidden" name="raison" value={change.reason} />}
          <input type="hidden" name="confirme" value="oui" />
          <p class="row">
            <Button variant={change.act === "withhold" ? "warning" : "primary"}>{said.save(child)}</Button>
            <a href={`/agent/familles/${people.householdId}#authority`}>{words.confirm.leave}</a>
          </p>
        </form>
      </>
    ),
  };
}
