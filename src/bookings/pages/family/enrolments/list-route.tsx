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
  type Reads,
  type Route,
} from "#platform";

import { enrolmentChoices, type PersonChoices } from "../../../enrolments/enrolment-choices.ts";
import { ChoiceLine, isNear, isOfOtherSchool, isTold } from "./choice-line.tsx";
import { texts } from "./texts.fr.ts";

/** Where an enrolment that agents accept is asked for on line; undefined where the authority takes none. */
export type Asking = (reads: Reads) => Promise<string | undefined>;

/** Where no request is offered. */
export const calledAgents: Asking = () => Promise.resolve(undefined);

/** GET /inscriptions: for each person of the household, what is open and what holds. */
export const listRoute = (asking: Asking): Route<Visit> =>
  route({
    method: "GET",
    path: "/inscriptions",
    access: guardian,
    input: noInput,
    async answer(visit) {
      const { id, householdIds } = visit.actor.guardian;
      const [people, address] = await visit.database.read(async (reads) => [
        await enrolmentChoices(reads, householdIds, id, visit.now),
        await asking(reads),
      ]);
      return page(listPage(visit, people, address));
    },
  });

/** How an agent is asked: on line where that is offered, else by telephone. */
interface Agents {
  readonly phone: string;
  readonly address: string | undefined;
}

function listPage(
  { authority, now }: GuardianVisit,
  people: readonly PersonChoices[],
  address: string | undefined,
): Page {
  const agents: Agents = { phone: authority.brand.contact.phone, address };
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
          <PersonCard {...one} now={now} agents={agents} />
        ))}
      </>
    ),
  };
}

function PersonCard({
  person,
  choices,
  now,
  agents,
}: PersonChoices & { now: Temporal.Instant; agents: Agents }) {
  const { firstName, lastName, colour } = person;
  const initials = `${firstName.charAt(0)}${lastName.charAt(0)}`.toLocaleUpperCase("fr-FR");
  const near = choices.filter(isNear);
  const far = choices.filter((choice) => !isNear(choice) && isTold(choice));
  const others = far.filter((choice) => !isOfOtherSchool(choice));
  const otherSchools = far.filter(isOfOtherSchool);
  const lines = (list: PersonChoices["choices"]) => (
    <ul class="card-rows">
      {list.map((choice) => (
        <ChoiceLine person={person} choice={choice} now={now} agents={agents} />
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
