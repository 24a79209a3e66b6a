import { guardian, type GuardianVisit, type Visit } from "#identity";
import {
  Card,
  ChildBadge,
  childColour,
  Details,
  EmptyState,
  noInput,
  page,
  route,
  type Page,
  type Route,
} from "#platform";

import { enrolmentChoices, type PersonChoices } from "../../../enrolments/enrolment-choices.ts";
import { ChoiceLine, isNear, isOfOtherSchool, isTold } from "./choice-line.tsx";
import { texts } from "./texts.fr.ts";

/** GET /inscriptions: for each person of the household, what is open and what holds. */
export const listRoute: Route<Visit> = route({
  method: "GET",
  path: "/inscriptions",
  access: guardian,
  input: noInput,
  async answer(visit) {
    const { id, householdIds } = visit.actor.guardian;
    const people = await visit.database.read((reads) => enrolmentChoices(reads, householdIds, id, visit.now));
    return page(listPage(visit, people));
  },
});

function listPage({ authority, now }: GuardianVisit, people: readonly PersonChoices[]): Page {
  const { phone } = authority.brand.contact;
  // An adult who is not enrolled, and for whom nothing is offered, has nothing to read here.
  const shown = people.filter(({ person, choices }) => person.kind === "child" || choices.some(isNear));
  return {
    title: texts.title,
    section: "enrolments",
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {shown.length === 0 && (
          <EmptyState title={texts.nobody.title}>
            <p>{texts.nobody.sentence}</p>
          </EmptyState>
        )}
        {shown.map((one) => (
          <PersonCard {...one} now={now} phone={phone} />
        ))}
      </>
    ),
  };
}

function PersonCard({
  person,
  choices,
  now,
  phone,
}: PersonChoices & { now: Temporal.Instant; phone: string }) {
  const { firstName, lastName, colour } = person;
  const initials = `${firstName.charAt(0)}${lastName.charAt(0)}`.toLocaleUpperCase("fr-FR");
  const near = choices.filter(isNear);
  const far = choices.filter((choice) => !isNear(choice) && isTold(choice));
  const others = far.filter((choice) => !isOfOtherSchool(choice));
  const otherSchools = far.filter(isOfOtherSchool);
  const lines = (list: PersonChoices["choices"]) => (
    <ul class="card-rows">
      {list.map((choice) => (
        <ChoiceLine person={person} choice={choice} now={now} phone={phone} />
      ))}
    </ul>
  );
  return (
    <Card title={<ChildBadge name={firstName} initials={initials} colour={childColour(colour - 1)} />}>
      {choices.length === 0 && <p>{texts.nothing}</p>}
      {near.length > 0 && lines(near)}
      {others.length > 0 && (
        <Details summary={texts.others(others.length)} open={near.length === 0}>
          {lines(others)}
        </Details>
      )}
      {otherSchools.length > 0 && (
        <Details summary={texts.otherSchools(otherSchools.length)}>{lines(otherSchools)}</Details>
      )}
    </Card>
  );
}
