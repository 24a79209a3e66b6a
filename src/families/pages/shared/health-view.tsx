import { formatShortDate, formatTime, parisDateTime } from "#kernel";
import {
  Button,
  Checkbox,
  DateField,
  ErrorSummary,
  FormToken,
  SummaryList,
  TextArea,
  TextField,
  type Correction,
} from "#platform";

import type { HealthRecord } from "../../health/health-record.ts";
import { paiSentence } from "../../rules/pai.ts";
import { LONGEST, type TypedHealth } from "./health-form.ts";
import { texts } from "./texts.fr.ts";

const words = texts.health;

/** The form of a health record. */
export function HealthForm(props: {
  action: string;
  typed: TypedHealth;
  corrections: readonly Correction[];
}) {
  const { action, typed, corrections } = props;
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <ErrorSummary items={corrections} />
      <form method="post" action={action}>
        <FormToken />
        <input type="hidden" name="vue" value={typed.vue} />
        <Text
          name="allergies"
          label={words.allergies}
          hint={words.allergiesHint}
          {...{ typed, correction }}
        />
        <TextField
          name="regime"
          label={words.diet}
          hint={words.dietHint}
          value={typed.regime}
          maxLength={LONGEST.line}
          correction={correction("regime")}
          optional
        />
        <Checkbox name="pai" value="1" label={words.pai} hint={words.paiHint} checked={typed.pai === "1"} />
        <DateField
          name="pai-jusqu-au"
          label={words.paiUntil}
          value={typed["pai-jusqu-au"]}
          correction={correction("pai-jusqu-au")}
          optional
        />
        <Text
          name="pai-consignes"
          label={words.paiInstructions}
          hint={words.paiInstructionsHint}
          {...{ typed, correction }}
        />
        <TextField
          name="medecin"
          label={words.doctorName}
          value={typed.medecin}
          maxLength={LONGEST.line}
          correction={correction("medecin")}
          optional
        />
        <TextField
          name="medecin-telephone"
          type="tel"
          label={words.doctorPhone}
          value={typed["medecin-telephone"]}
          maxLength={LONGEST.phone}
          correction={correction("medecin-telephone")}
          optional
        />
        <Text name="autre" label={words.notes} hint={words.notesHint} {...{ typed, correction }} />
        <Button>{words.save}</Button>
      </form>
    </>
  );
}

function Text(props: {
  name: "allergies" | "pai-consignes" | "autre";
  label: string;
  hint: string;
  typed: TypedHealth;
  correction(field: string): string | undefined;
}) {
  return (
    <TextArea
      name={props.name}
      label={props.label}
      hint={props.hint}
      value={props.typed[props.name]}
      rows={3}
      maxLength={LONGEST.text}
      correction={props.correction(props.name)}
      optional
    />
  );
}

/** What the record says, for who only reads it. */
export function HealthFacts({ record, today }: { record: HealthRecord; today: Temporal.PlainDate }) {
  const doctor = [record.doctorName, record.doctorPhone].filter(Boolean).join(", ");
  return (
    <>
      <p class="soft">
        {record.updatedAt === null ? words.never : words.updated(momentOf(record.updatedAt))}
      </p>
      <SummaryList
        facts={[
          { term: words.allergies, value: said(record.allergies) },
          { term: "PAI", value: record.hasPai ? paiSentence(record, today) : words.noPai },
          ...(record.hasPai ? [{ term: words.paiInstructions, value: said(record.paiInstructions) }] : []),
          { term: words.diet, value: said(record.diet) },
          { term: words.doctorName, value: said(doctor) },
          { term: words.notes, value: said(record.notes) },
        ]}
      />
    </>
  );
}

/** A text of several lines as it was written. */
function said(text: string) {
  if (text === "") return words.none;
  return text.split(/\r?\n/).map((line, index) => (
    <>
      {index > 0 && <br />}
      {line}
    </>
  ));
}

/** « le 12/11/2026 à 9 h » */
export function momentOf(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return `le ${formatShortDate(local.toPlainDate())} à ${formatTime(local.toPlainTime())}`;
}
