import { formatDay, parisDate } from "#kernel";
import { Button, Card, Checkbox, DateField, Details, Fieldset, Radios, Select } from "#platform";

import type { MonthPlanning } from "../../../planning/month-planning.ts";
import { texts } from "./texts.fr.ts";

/** Somebody of the family, to choose from. */
interface Person {
  id: string;
  name: string;
}

/** Three plain forms above the planning; each leads to the page that shows what would change. */
export function PlanningTools({ planning, now }: { planning: MonthPlanning; now: Temporal.Instant }) {
  const people = peopleOf(planning);
  if (people.length === 0) return null;
  const weeks = mondaysOf(planning.month);
  const today = parisDate(now);
  const current = weeks.find((monday) => Temporal.PlainDate.compare(monday.add({ days: 6 }), today) >= 0);
  const shared = { people, weeks, week: (current ?? weeks[0])?.toString() };
  return (
    <Details summary={texts.heading}>
      <Card title={texts.repeat.summary}>
        <RepeatForm {...shared} />
      </Card>
      {people.length > 1 && (
        <Card title={texts.copy.summary}>
          <CopyForm {...shared} />
        </Card>
      )}
      <Card title={texts.clear.summary}>
        <ClearForm people={people} first={today.toString()} />
      </Card>
    </Details>
  );
}

interface FormFacts {
  people: readonly Person[];
  weeks: readonly Temporal.PlainDate[];
  week: string | undefined;
}

function RepeatForm({ people, weeks, week }: FormFacts) {
  const words = texts.repeat;
  return (
    <form action="/planning/repeter">
      <People people={people} id="repeter-pour" />
      <Week weeks={weeks} week={week} id="semaine-modele" />
      <Radios
        name="jusqua"
        legend={words.until}
        value="vacances"
        options={[
          { value: "vacances", label: words.holidays },
          { value: "fin", label: words.end },
        ]}
      />
      <Radios
        name="rythme"
        legend={words.rhythm}
        value="1"
        options={[
          { value: "1", label: words.every },
          { value: "2", label: words.everyOther },
        ]}
      />
      <Checkbox name="annuler" value="1" label={words.alsoCancel} />
      <Button variant="secondary">{texts.see}</Button>
    </form>
  );
}

function CopyForm({ people, weeks, week }: FormFacts) {
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

function ClearForm({ people, first }: { people: readonly Person[]; first: string }) {
  return (
    <form action="/planning/annuler">
      <People people={people} id="annuler-pour" />
      <DateField name="du" label={texts.clear.from} value={first} min={first} />
      <DateField name="au" label={texts.clear.until} min={first} />
      <Button variant="secondary">{texts.see}</Button>
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

function peopleOf({ lines }: MonthPlanning): readonly Person[] {
  return [...new Map(lines.map((line) => [line.participantId, line.firstName]))].map(([id, name]) => ({
    id,
    name,
  }));
}

function mondaysOf(month: Temporal.PlainYearMonth): readonly Temporal.PlainDate[] {
  const first = month.toPlainDate({ day: 1 });
  const mondays: Temporal.PlainDate[] = [];
  for (
    let monday = first.subtract({ days: first.dayOfWeek - 1 });
    Temporal.PlainDate.compare(monday, first.add({ days: month.daysInMonth - 1 })) <= 0;
    monday = monday.add({ weeks: 1 })
  ) {
    mondays.push(monday);
  }
  return mondays;
}
