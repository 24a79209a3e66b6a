import type { Id } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  DateField,
  ErrorSummary,
  Fieldset,
  FormToken,
  Notice,
  Radios,
  Select,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import { conditionForAgent } from "../../../rules/conditions/condition-for-agent.ts";
import type { LoadedChoice } from "../../../enrolments/load-choice.ts";
import { asksRhythm } from "../../../enrolments/offered-seasons.ts";
import type { Payer } from "../../../enrolments/payers.ts";
import { decisionSentences } from "../../../rules/enrolment-sentence.ts";
import { LONGEST_REASON, type TypedForm } from "./agent-form.ts";
import { texts } from "./texts.fr.ts";

/** What the rule says of somebody in a season, and the form that enrols, over it where a reason is written. */
export function formPage(shown: {
  household: Id<"household">;
  choice: LoadedChoice;
  payers: readonly Payer[];
  typed: TypedForm;
  corrections: readonly Correction[];
}): Page {
  const { household, choice, corrections } = shown;
  const { person, season, enrolment, decision } = choice;
  const words = enrolment === null ? texts.form.title : texts.form.changeTitle;
  const title = words(person.firstName, texts.place(season.activityName, season.seasonName));
  const list = `/agent/familles/${household}/inscriptions`;
  const sentences = decisionSentences(decision, conditionForAgent);
  return {
    title,
    section: "families",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={list} label={texts.backToList} />,
    ...(corrections.length === 0 ? {} : { flash: <ErrorSummary items={corrections} /> }),
    main: (
      <>
        <h1>{title}</h1>
        <Notice tone={sentences.length === 0 ? "info" : "warning"}>
          <p>{sentences.length === 0 ? texts.form.met : texts.form.unmet}</p>
          {sentences.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </Notice>
        <form method="post" action={`${list}/enregistrer`}>
          <FormToken />
          <input type="hidden" name="pour" value={person.participantId} />
          <input type="hidden" name="saison" value={season.seasonId} />
          <Fields {...shown} />
          <Button>{texts.form.submit}</Button>
        </form>
      </>
    ),
  };
}

function Fields(shown: {
  choice: LoadedChoice;
  payers: readonly Payer[];
  typed: TypedForm;
  corrections: readonly Correction[];
}) {
  const { typed, payers, choice } = shown;
  const { season } = choice;
  const correction = (field: string) => shown.corrections.find((item) => item.field === field)?.message;
  const days = { min: season.firstDay.toString(), max: season.lastDay.toString() };
  return (
    <>
      <DateField
        name="du"
        label={texts.form.firstDay}
        hint={texts.form.season(season.firstDay, season.lastDay)}
        value={typed.du}
        correction={correction("du")}
        {...days}
      />
      <DateField
        name="au"
        label={texts.form.lastDay}
        value={typed.au}
        correction={correction("au")}
        {...days}
      />
      <Select
        name="payeur"
        label={texts.form.payer}
        value={typed.payeur}
        correction={correction("payeur")}
        options={payers.map(({ guardianId, name, withoutAuthority }) => ({
          value: guardianId,
          label: withoutAuthority ? texts.form.withoutAuthority(name, choice.person.firstName) : name,
        }))}
      />
      {asksRhythm(season) ? (
        <Radios
          name="venue"
          legend={texts.form.rhythm}
          value={typed.venue}
          correction={correction("venue")}
          options={[
            { value: "regulier", label: texts.form.regularly },
            { value: "occasionnel", label: texts.form.sometimes },
          ]}
        />
      ) : (
        <input type="hidden" name="venue" value="occasionnel" />
      )}
      <Groups choice={choice} given={typed.groupes} />
      <TextField
        name="motif"
        label={texts.form.reason}
        hint={texts.form.reasonHint}
        value={typed.motif}
        correction={correction("motif")}
        maxLength={LONGEST_REASON}
        optional
      />
    </>
  );
}

/** The groups that the rule leaves to an agent. */
function Groups({ choice, given }: { choice: LoadedChoice; given: readonly string[] }) {
  const byHand = choice.season.conditions.filter(
    (item) => item.kind === "priority" && item.who === undefined,
  );
  if (byHand.length === 0) return null;
  return (
    <Fieldset id="groupes" legend={texts.form.groups}>
      {byHand.map(
        (item) =>
          item.kind === "priority" && (
            <Checkbox
              name="groupes"
              value={item.group}
              label={item.name}
              hint={texts.form.points(item.points)}
              checked={given.includes(item.group)}
            />
          ),
      )}
    </Fieldset>
  );
}
