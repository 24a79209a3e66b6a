import { formatDay } from "#kernel";
import { Button, Checkbox, DateField, Fieldset, Radios, Select } from "#platform";

import { texts } from "./texts.fr.ts";

/** Somebody of the family, to choose from. */
export interface Person {
  id: string;
  name: string;
}

interface FormFacts {
  people: readonly Person[];
  weeks: readonly Temporal.PlainDate[];
  week: string | undefined;
}

/** « Répéter une semaine »: which, until when, at which rhythm. */
export function RepeatForm({ people, weeks, week }: FormFacts) {
  const words = texts.repeat;
  return (
    <form action="/planning/repeter">
      <People people={people} id="repeter-pour" />
      <Week weeks={weeks} week={week} id="semaine-modele" />
      <Radios
        name="rythme"
        legend={words.rhythm}
        value="1"
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
        value="vacances"
        options={[
          { value: "vacances", label: words.holidays },
          { value: "fin", label: words.end },
          { value: "date", label: words.date },
        ]}
      />
      <DateField name="date" label={words.day} optional />
      <Checkbox name="annuler" value="1" label={words.alsoCancel} />
      <Button variant="secondary">{texts.see}</Button>
    </form>
  );
}

/** « Comme l’an dernier »: for whom, on which days of this year. */
export function LastYearForm(props: { people: readonly Person[]; first: string; last: string | undefined }) {
  return (
    <form action="/planning/an-dernier">
      <p>{texts.lastYear.explain}</p>
      <People people={props.people} id="an-dernier-pour" />
      <DateField name="du" id="an-dernier-du" label={texts.from} value={props.first} min={props.first} />
      <DateField name="au" id="an-dernier-au" label={texts.until} value={props.last} min={props.first} />
      <Button variant="secondary">{texts.see}</Button>
    </form>
  );
}

/** « Copier la semaine d’un enfant ». */
export function CopyForm({ people, weeks, week }: FormFacts) {
  return (
    <form action="/planning/copier">
      <Select
        name="de"
        label={texts.copy.from}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <People people={people} id="copier-vers" legend={texts.copy.to} none />
      <Week weeks={weeks} week={week} id="semaine-copiee" />
      <Button variant="secondary">{texts.see}</Button>
    </form>
  );
}

/** « Absent du … au … ». */
export function ClearForm({ people, first }: { people: readonly Person[]; first: string }) {
  return (
    <form action="/planning/annuler">
      <People people={people} id="annuler-pour" />
      <DateField name="du" label={texts.from} value={first} min={first} />
      <DateField name="au" label={texts.until} min={first} />
      <Button variant="secondary">{texts.clear.see}</Button>
    </form>
  );
}

function People(props: { people: readonly Person[]; id: string; legend?: string; none?: boolean }) {
  return (
    <Fieldset id={props.id} legend={props.legend ?? texts.children}>
      {props.people.map(({ id, name }) => (
        <Checkbox name="pour" value={id} label={name} checked={props.none !== true} />
      ))}
    </Fieldset>
  );
}

function Week({ weeks, week, id }: Pick<FormFacts, "weeks" | "week"> & { id: string }) {
  const options = weeks.map((monday) => ({
    value: monday.toString(),
    label: texts.weekFrom(formatDay(monday)),
  }));
  return <Select name="semaine" id={id} label={texts.week} value={week} options={options} />;
}
