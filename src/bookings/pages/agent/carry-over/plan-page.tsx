import {
  BackLink,
  Button,
  Card,
  Checkbox,
  DataTable,
  Details,
  FormToken,
  Notice,
  type Page,
} from "#platform";

import { keyOf, type CarriedPerson, type CarryOver } from "../../../enrolments/carry-over.ts";
import { decisionSentences } from "../../../rules/enrolment-sentence.ts";
import { texts } from "./texts.fr.ts";

const nameOf = ({ person }: CarriedPerson) => `${person.firstName} ${person.lastName}`;

/** Who would pass to the season, who is there already, and who no longer meets the conditions and why. */
export function planPage({ before, season, people, unknown }: CarryOver, done: number | null): Page {
  const possible = people.filter(({ enrolled, decision }) => !enrolled && decision.kind === "possible");
  const already = people.filter(({ enrolled }) => enrolled);
  const refused = people.filter(({ enrolled, decision }) => !enrolled && decision.kind !== "possible");
  const title = texts.planTitle(season.activityName, before.name, season.seasonName);
  return {
    title,
    section: "carry-over",
    dense: true,
    before: <BackLink href="/agent/rentree" label={texts.back} />,
    ...(done === null
      ? {}
      : {
          flash: (
            <Notice tone="success" title={texts.done(done)} announce>
              <p>{texts.doneMore}</p>
            </Notice>
          ),
        }),
    main: (
      <>
        <h1>{title}</h1>
        {people.length + unknown === 0 && <p>{texts.nobody}</p>}
        {unknown > 0 && <p>{texts.unknown(unknown)}</p>}
        {possible.length > 0 && <Possible people={possible} seasonId={season.seasonId} />}
        {refused.length > 0 && (
          <DataTable
            caption={texts.refused(refused.length)}
            rows={refused}
            columns={[
              { header: texts.who, rowHeader: true, cell: nameOf },
              { header: texts.family, cell: ({ person }) => <FileLink person={person} /> },
              { header: texts.why, cell: ({ decision }) => decisionSentences(decision).join(" ") },
            ]}
          />
        )}
        {already.length > 0 && (
          <Details summary={texts.already(already.length)}>
            <p>{already.map(nameOf).join(", ")}</p>
          </Details>
        )}
      </>
    ),
  };
}

function FileLink({ person }: Pick<CarriedPerson, "person">) {
  return <a href={`/agent/familles/${person.householdId}/inscriptions`}>{person.householdLabel}</a>;
}

function Possible({ people, seasonId }: { people: readonly CarriedPerson[]; seasonId: string }) {
  return (
    <Card title={texts.possible(people.length)}>
      <p>{texts.question}</p>
      <form method="post" action="/agent/rentree">
        <FormToken />
        <input type="hidden" name="saison" value={seasonId} />
        {people.map((carried) => (
          <Checkbox
            name="qui"
            value={keyOf(carried.person)}
            label={nameOf(carried)}
            hint={[carried.person.householdLabel, ...decisionSentences(carried.decision)].join(" – ")}
            checked
          />
        ))}
        <Button>{texts.submit}</Button>
      </form>
    </Card>
  );
}
