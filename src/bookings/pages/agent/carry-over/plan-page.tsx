import {
  BackLink,
  Button,
  Card,
  Checkbox,
  DataTable,
  Details,
  ErrorSummary,
  FormToken,
  Notice,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import { awaitsSchool, keyOf, type CarriedPerson, type CarryOver } from "../../../enrolments/carry-over.ts";
import { conditionForAgent } from "../../../rules/conditions/condition-for-agent.ts";
import { decisionSentences } from "../../../rules/enrolment-sentence.ts";
import { texts } from "./texts.fr.ts";

const nameOf = ({ person }: CarriedPerson) => `${person.firstName} ${person.lastName}`;

/** Who would pass to the season, who is there already, and who no longer meets the conditions and why. */
export function planPage(
  { before, season, people, unknown }: CarryOver,
  done: number | null,
  corrections: readonly Correction[] = [],
): Page {
  const possible = people.filter(({ enrolled, decision }) => !enrolled && decision.kind === "possible");
  const already = people.filter(({ enrolled }) => enrolled);
  const awaiting = people.filter(awaitsSchool);
  const refused = people.filter(
    (one) => !one.enrolled && one.decision.kind !== "possible" && !awaitsSchool(one),
  );
  const title = texts.planTitle(season.activityName, before.name, season.seasonName);
  return {
    title,
    section: "carry-over",
    dense: true,
    before: <BackLink href="/agent/rentree" label={texts.back} />,
    ...(corrections.length === 0 ? {} : { toCorrect: true, flash: <ErrorSummary items={corrections} /> }),
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
        {awaiting.length > 0 && (
          <Awaiting people={awaiting} seasonId={season.seasonId} corrections={corrections} />
        )}
        {refused.length > 0 && (
          <DataTable
            caption={texts.refused(personsOf(refused))}
            rows={refused}
            columns={[
              { header: texts.who, rowHeader: true, cell: nameOf },
              { header: texts.family, cell: ({ person }) => <FileLink person={person} /> },
              { header: texts.why, cell: ({ decision }) => whyOf(decision) },
            ]}
          />
        )}
        {already.length > 0 && (
          <Details summary={texts.already(personsOf(already))}>
            <p>{already.map(nameOf).join(", ")}</p>
          </Details>
        )}
      </>
    ),
  };
}

/** A child of two households may be enrolled by both: two lines, one person. */
function personsOf(people: readonly CarriedPerson[]): number {
  return new Set(people.map(({ person }) => person.participantId)).size;
}

/** Why not, for an agent: a class that is not known is said as such, not as a call to make. */
function whyOf(decision: CarriedPerson["decision"]): string {
  if (decision.kind !== "refused") return decisionSentences(decision, conditionForAgent).join(" ");
  return decision.unmet
    .map((one) =>
      one.code === "school-unknown" ? texts.schoolUnknown(one.schoolYear) : conditionForAgent(one),
    )
    .join(" ");
}

function FileLink({ person }: Pick<CarriedPerson, "person">) {
  return <a href={`/agent/familles/${person.householdId}/inscriptions`}>{person.householdLabel}</a>;
}

function Possible({ people, seasonId }: { people: readonly CarriedPerson[]; seasonId: string }) {
  return (
    <Card title={texts.possible(personsOf(people))}>
      <p>{texts.question}</p>
      <form method="post" action="/agent/rentree">
        <FormToken />
        <input type="hidden" name="saison" value={seasonId} />
        {people.map((carried) => (
          <Checkbox
            name="qui"
            value={keyOf(carried.person)}
            label={nameOf(carried)}
            hint={[
              carried.person.householdLabel,
              ...decisionSentences(carried.decision, conditionForAgent),
            ].join(" – ")}
            checked
          />
        ))}
        <Button>{texts.submit}</Button>
      </form>
    </Card>
  );
}

/** Those of whom only the school of the new year is missing: the agent passes them with a reason, or waits for it. */
function Awaiting({
  people,
  seasonId,
  corrections,
}: {
  people: readonly CarriedPerson[];
  seasonId: string;
  corrections: readonly Correction[];
}) {
  return (
    <Card title={texts.awaiting(yearOf(people), personsOf(people))}>
      <p>{texts.awaitingMore}</p>
      <form method="post" action="/agent/rentree">
        <FormToken />
        <input type="hidden" name="saison" value={seasonId} />
        {people.map((carried) => (
          <Checkbox
            name="qui"
            value={keyOf(carried.person)}
            label={nameOf(carried)}
            hint={carried.person.householdLabel}
            checked
          />
        ))}
        <TextField
          name="motif"
          label={texts.reason}
          hint={texts.reasonHint}
          value=""
          maxLength={500}
          correction={corrections.find(({ field }) => field === "motif")?.message}
        />
        <Button variant="secondary">{texts.submitAnyway}</Button>
      </form>
    </Card>
  );
}

function yearOf(people: readonly CarriedPerson[]): string {
  const unmet = people.flatMap(({ decision }) => (decision.kind === "refused" ? decision.unmet : []));
  return unmet.find((one) => one.code === "school-unknown")?.schoolYear ?? "";
}
