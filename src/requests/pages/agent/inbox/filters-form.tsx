import { Button, Checkbox, DateField, Details, Select } from "#platform";

import type { InboxFilter } from "../../../desk/inbox-filter.ts";
import type { InboxView } from "./inbox-view.ts";
import { texts } from "./texts.fr.ts";

const { filter: words } = texts;

/** What the inbox shows, as a form that stands in the address: it is kept, sent to a colleague, printed. */
export function FiltersForm({ kinds, choices, agents, filter }: InboxView) {
  const named = (one: { readonly id: string; readonly name: string }) => ({ value: one.id, label: one.name });
  return (
    <form method="get" action="/agent/demarches">
      <div class="row">
        <Select
          name="etat"
          label={words.state}
          value={filter.etat}
          options={Object.entries(words.states).map(([value, label]) => ({ value, label }))}
        />
        <Choice
          name="type"
          label={words.kind}
          value={filter.type}
          any={words.anyKind}
          options={kinds.map(({ kindId, label }) => ({ value: kindId, label }))}
        />
        <Select name="qui" label={words.whose} value={filter.qui} options={holders(filter, agents)} />
      </div>
      <Details summary={words.more} open={isNarrow(filter)}>
        <div class="row">
          <Choice name="lieu" label={words.site} value={filter.lieu} options={choices.sites.map(named)} />
          <Choice
            name="service"
            label={words.activity}
            value={filter.service}
            options={choices.activities.map(named)}
          />
          <Choice
            name="commune"
            label={words.commune}
            value={filter.commune}
            options={choices.communes.map((commune) => ({ value: commune, label: commune }))}
          />
          <DateField name="avant" label={words.before} value={filter.avant?.toString() ?? ""} optional />
        </div>
        <Checkbox name="urgentes" value="1" label={words.urgent} checked={filter.urgentes === "1"} />
        <Checkbox name="retard" value="1" label={words.late} checked={filter.retard === "1"} />
      </Details>
      <p class="row">
        <Button variant="secondary">{words.show}</Button>
        <a href="/agent/demarches?etat=ouvertes">{words.clear}</a>
      </p>
    </form>
  );
}

const isNarrow = ({ lieu, service, commune, avant, urgentes, retard }: InboxFilter): boolean =>
  [lieu, service, commune, avant, urgentes, retard].some((one) => one !== undefined && one !== "");

function Choice(props: {
  name: string;
  label: string;
  value: string | undefined;
  any?: string;
  options: readonly { value: string; label: string }[];
}) {
  const { any = words.any, options, ...field } = props;
  return (
    <Select {...field} value={props.value ?? ""} optional options={[{ value: "", label: any }, ...options]} />
  );
}

/** Everybody, nobody, oneself, then each agent; who is an agent no more stays named while the filter says it. */
function holders({ qui }: InboxFilter, agents: InboxView["agents"]) {
  const all: { value: string; label: string }[] = [
    { value: "tous", label: words.anyone },
    { value: "moi", label: words.me },
    { value: "personne", label: words.nobody },
    ...agents.map(({ accountId, name }) => ({ value: accountId, label: name })),
  ];
  return all.some(({ value }) => value === qui) ? all : [...all, { value: qui, label: words.gone }];
}
