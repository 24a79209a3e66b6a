import { formatDay } from "#kernel";
import { Button, Checkbox, DateField, Fieldset, Radios, Select } from "#platform";

import type { FormFacts, Tool } from "./form-facts.ts";
import { texts } from "./texts.fr.ts";
import { correctionOf, writtenIn } from "./typed.ts";

/** Where the summary of what is to correct leads, for the fields whose id is not their name: four forms share a page. */
export const IDS: Readonly<Record<Tool, Readonly<Record<string, string>>>> = {
  repeat: { pour: "repeter-pour", semaine: "semaine-modele" },
  copy: { pour: "copier-vers", semaine: "semaine-copiee" },
  lastYear: { pour: "an-dernier-pour", du: "an-dernier-du", au: "an-dernier-au" },
  clear: { pour: "annuler-pour" },
};

/** « Répéter une semaine »: which, until when, at which rhythm. */
export function RepeatForm(facts: FormFacts) {
  const words = texts.repeat;
  const { typed } = facts;
  return (
    <form action="/planning/repeter">
      <People facts={facts} id="repeter-pour" />
      <Week facts={facts} id="semaine-modele" />
      <Radios
        name="rythme"
        legend={words.rhythm}
        value={writtenIn(typed, "rythme", "1")}
        correction={correctionOf(typed, "rythme")}
        options={[
          { value: "1", label: words.every },
          { value: "2", label: words.everyOther },
          { value: "paires", label: words.even },
          { value: "impaires", label: words.odd },
        ]}
      />
      <Radios
        name="jusqua"
        legend={words.until}
        value={writtenIn(typed, "jusqua", "vacances")}
        correction={correctionOf(typed, "jusqua")}
        options={[
          { value: "vacances", label: words.holidays },
          { value: "fin", label: words.end },
          { value: "date", label: words.date },
        ]}
      />
      <DateField
        name="date"
        label={words.day}
        value={writtenIn(typed, "date", undefined)}
        correction={correctionOf(typed, "date")}
        optional
      />
      <Checkbox
        name="annuler"
        value="1"
        label={words.alsoCancel}
        checked={writtenIn(typed, "annuler", undefined) === "1"}
      />
      <Button variant="secondary">{texts.see}</Button>
    </form>
  );
}

/** « Comme l’an dernier »: for whom, on which days of this year. */
export function LastYearForm(facts: FormFacts) {
  return (
    <form action="/planning/an-dernier">
      <p>{texts.lastYear.explain}</p>
      <People facts={facts} id="an-dernier-pour" />
      <Day facts={facts} name="du" id="an-dernier-du" value={facts.first} />
      <Day facts={facts} name="au" id="an-dernier-au" value={facts.last} />
      <Button variant="secondary">{texts.see}</Button>
    </form>
  );
}

/** « Copier la semaine d’un enfant ». */
export function CopyForm(facts: FormFacts) {
  const { people, typed } = facts;
  return (
    <form action="/planning/copier">
      <Select
        name="de"
        label={texts.copy.from}
        value={writtenIn(typed, "de", undefined)}
        correction={correctionOf(typed, "de")}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <People facts={facts} id="copier-vers" legend={texts.copy.to} none />
      <Week facts={facts} id="semaine-copiee" />
      <Button variant="secondary">{texts.see}</Button>
    </form>
  );
}

/** « Absent du … au … ». */
export function ClearForm(facts: FormFacts) {
  return (
    <form action="/planning/annuler">
      <People facts={facts} id="annuler-pour" />
      <Day facts={facts} name="du" id="du" value={facts.first} />
      <Day facts={facts} name="au" id="au" value={undefined} />
      <Button variant="secondary">{texts.clear.see}</Button>
    </form>
  );
}

function People(props: { facts: FormFacts; id: string; legend?: string; none?: boolean }) {
  const { people, typed } = props.facts;
  const ticked = typed?.values.get("pour") ?? [];
  return (
    <Fieldset id={props.id} legend={props.legend ?? texts.children} correction={correctionOf(typed, "pour")}>
      {people.map(({ id, name }, index) => (
        <Checkbox
          id={index === 0 ? props.id : undefined}
          name="pour"
          value={id}
          label={name}
          checked={typed === undefined ? props.none !== true : ticked.includes(id)}
        />
      ))}
    </Fieldset>
  );
}

function Week({ facts: { weeks, week, typed }, id }: { facts: FormFacts; id: string }) {
  const options = weeks.map((monday) => ({
    value: monday.toString(),
    label: texts.weekFrom(formatDay(monday)),
  }));
  return (
    <Select
      name="semaine"
      id={id}
      label={texts.week}
      value={writtenIn(typed, "semaine", week)}
      correction={correctionOf(typed, "semaine")}
      options={options}
    />
  );
}

/** The first or the last day of a span; not before today. */
function Day(props: { facts: FormFacts; name: "du" | "au"; id: string; value: string | undefined }) {
  const { facts, name, id, value } = props;
  return (
    <DateField
      name={name}
      id={id}
      label={name === "du" ? texts.from : texts.until}
      value={writtenIn(facts.typed, name, value)}
      correction={correctionOf(facts.typed, name)}
      min={facts.first}
    />
  );
}
