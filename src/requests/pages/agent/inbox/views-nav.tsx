import { randomUUID } from "node:crypto";

import { Button, Checkbox, Details, FormToken, TextField } from "#platform";

import { filterQuery, readFilter } from "../../../desk/inbox-filter.ts";
import type { InboxView } from "./inbox-view.ts";
import { texts } from "./texts.fr.ts";

const { views: words } = texts;

/** The longest name of a view. */
export const LONGEST_NAME = 80;

const GIVEN = [
  { name: words.all, filter: readFilter("") },
  { name: words.mine, filter: readFilter("qui=moi") },
  { name: words.nobody, filter: readFilter("qui=personne") },
  { name: words.late, filter: readFilter("retard=1") },
];

/** The views that everybody has, then those that are saved. */
export function ViewsNav({ views, filter }: Pick<InboxView, "views" | "filter">) {
  const shown = filterQuery(filter);
  return (
    <nav aria-label={words.title}>
      <p class="row">
        {[...GIVEN, ...views].map((view) => {
          const query = filterQuery(view.filter);
          return (
            <a href={`/agent/demarches?${query}`} aria-current={query === shown ? "page" : undefined}>
              {query === shown ? <strong>{view.name}</strong> : view.name}
            </a>
          );
        })}
        <a href="/agent/demarches/vues">{words.manage}</a>
      </p>
    </nav>
  );
}

/** Names what is shown, to come back to it. */
export function KeepView({ filter }: Pick<InboxView, "filter">) {
  return (
    <Details summary={words.save}>
      <form method="post" action="/agent/demarches/vues">
        <FormToken />
        <input type="hidden" name="cle" value={randomUUID()} />
        <input type="hidden" name="filtre" value={filterQuery(filter)} />
        <TextField name="nom" label={words.name} hint={words.nameHint} maxLength={LONGEST_NAME} />
        <Checkbox name="partagee" value="1" label={words.shared} />
        <Checkbox name="defaut" value="1" label={words.isDefault} />
        <Button variant="secondary">{words.keep}</Button>
      </form>
    </Details>
  );
}
