import { formatPhone, parisDate } from "#kernel";
import {
  Button,
  ButtonLink,
  Card,
  ChildBadge,
  childColour,
  Details,
  EmptyState,
  FormToken,
  Notice,
  SummaryList,
  type Page,
} from "#platform";

import { isOver, type AuthorisedPerson } from "../../../authorised-persons/persons.ts";
import type { OwnHousehold } from "../../../members/own-households.ts";
import { texts } from "../texts.fr.ts";
import type { MyFamily } from "./my-family.ts";

/** One's household, one's children, and who may fetch them. */
export function myFamilyPage(
  { households, children }: MyFamily,
  today: Temporal.PlainDate,
  done?: keyof typeof texts.done,
): Page {
  return {
    title: texts.title,
    section: "family",
    ...(done === undefined ? {} : { flash: <Done words={texts.done[done]} /> }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {children.length === 0 && (
          <EmptyState title={texts.noChild.title}>
            <p>{texts.noChild.sentence}</p>
          </EmptyState>
        )}
        <div class="cards">
          {children.map((child) => (
            <Child child={child} today={today} />
          ))}
          {households.map((household) => (
            <Household household={household} alone={households.length === 1} />
          ))}
        </div>
      </>
    ),
  };
}

function Done({ words }: { words: string }) {
  return (
    <Notice tone="success" announce>
      <p>{words}</p>
    </Notice>
  );
}

function Household({ household, alone }: { household: OwnHousehold; alone: boolean }) {
  return (
    <Card title={alone ? texts.householdOne : texts.household(household.label)}>
      <SummaryList
        facts={[
          { term: texts.address, value: household.address || texts.addressUnknown },
          ...household.adults.map(({ name, email, phone }) => ({
            term: name,
            value: [formatPhone(phone) || texts.noPhone, email].filter(Boolean).join(", "),
          })),
        ]}
      />
      <p>
        <a href="/famille/coordonnees">{texts.contact}</a>
      </p>
      <p>
        <a href="/famille/messages">{texts.messages}</a>
      </p>
      <p>
        <a href="/famille/quotient">{texts.quotient}</a>
      </p>
      <p>
        <a href="/mes-donnees">{texts.copy}</a>
      </p>
      <p>
        <a href="/factures/envoi">{texts.invoices}</a>
      </p>
    </Card>
  );
}

function Child(props: { child: MyFamily["children"][number]; today: Temporal.PlainDate }) {
  const { child, today } = props;
  const { firstName, lastName, participantId, birthDate, colour, persons } = child;
  const initials = `${firstName.charAt(0)}${lastName.charAt(0)}`.toLocaleUpperCase("fr-FR");
  const current = persons.filter((person) => !isOver(person, today));
  const past = persons.filter((person) => isOver(person, today));
  const base = `/famille/enfants/${participantId}`;
  return (
    <Card
      title={
        <ChildBadge name={`${firstName} ${lastName}`} initials={initials} colour={childColour(colour - 1)} />
      }
    >
      {birthDate !== null && <p class="soft">{texts.born(birthDate)}</p>}
      <Forbidden persons={current.filter(({ kind }) => kind === "forbidden")} />
      <Authorised persons={current.filter(({ kind }) => kind === "authorised")} today={today} />
      <p class="row">
        <ButtonLink href={`${base}/personnes/ajouter`} variant="secondary">
          {texts.addPerson}
          <span class="vh"> {texts.forChild(firstName)}</span>
        </ButtonLink>
        <ButtonLink href={`${base}/sante`} variant="secondary">
          {texts.health}
          <span class="vh"> {texts.forChild(firstName)}</span>
        </ButtonLink>
      </p>
      {past.length > 0 && (
        <Details summary={texts.past}>
          <ul>
            {past.map((person) => (
              <li>
                {fullName(person)}, {overWords(person)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  );
}

function Forbidden({ persons }: { persons: readonly AuthorisedPerson[] }) {
  if (persons.length === 0) return null;
  return (
    <Notice tone="warning" title={texts.forbidden}>
      {persons.map((person) => (
        <p>{fullName(person)}</p>
      ))}
    </Notice>
  );
}

function Authorised({ persons, today }: { persons: readonly AuthorisedPerson[]; today: Temporal.PlainDate }) {
  return (
    <>
      <h3>{texts.persons}</h3>
      {persons.length === 0 ? (
        <p>{texts.personsNone}</p>
      ) : (
        <ul class="card-rows">
          {persons.map((person) => (
            <li>
              <span>{personWords(person, today)}</span>
              <form method="post" action={`/famille/personnes/${person.personId}/retirer`}>
                <FormToken />
                <Button variant="secondary">
                  {texts.end}
                  <span class="vh"> {texts.endOf(fullName(person))}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function fullName({ firstName, lastName, relation }: AuthorisedPerson): string {
  const name = `${firstName} ${lastName}`.trim();
  return relation === "" ? name : `${name} (${relation})`;
}

function personWords(person: AuthorisedPerson, today: Temporal.PlainDate): string {
  const { phone, firstDay, lastDay } = person;
  const since = Temporal.PlainDate.compare(firstDay, today) > 0 ? texts.since(firstDay) : "";
  const until = lastDay === null ? "" : texts.until(lastDay);
  return [fullName(person), formatPhone(phone), since, until].filter(Boolean).join(", ");
}

function overWords({ endedAt, endedBy, lastDay }: AuthorisedPerson): string {
  if (endedAt !== null) return texts.endedBy(endedBy ?? "", parisDate(endedAt));
  return lastDay === null ? "" : texts.over(lastDay);
}
