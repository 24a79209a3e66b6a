import {
  Checkbox,
  Details,
  Fieldset,
  firstValue,
  Radios,
  type Correction,
  type FormReader,
  type Values,
} from "#platform";

import type { Audience, Reach } from "./audience.ts";
import type { AudienceChoices } from "./audience-choices.ts";
import { texts } from "./texts.fr.ts";

/** The name of the boxes of each list. */
const FIELDS = { site: "lieu", activity: "service", class: "classe", household: "foyer" } as const;
const LISTS = ["site", "activity", "class", "household"] as const;

/** Says for whom: how far, then which ones. Without a script every list is there, and only the chosen one counts. */
export function AudienceFields(props: {
  choices: AudienceChoices;
  typed: Values;
  corrections: readonly Correction[];
}) {
  const { choices, typed } = props;
  const { reaches } = choices;
  const chosen = firstValue(typed, "pour");
  const correction = (field: string) => props.corrections.find((one) => one.field === field)?.message;
  const hint = (reach: Reach) => (reach === "public" || reach === "site" ? texts.hints[reach] : undefined);
  return (
    <>
      <Radios
        name="pour"
        legend={texts.legend}
        value={chosen}
        correction={correction("pour")}
        options={reaches.map((reach) => ({ value: reach, label: texts.reaches[reach], hint: hint(reach) }))}
      />
      {LISTS.filter((list) => choices.choices[list].length > 0).map((list) => (
        <Details summary={texts.boxes[list]} open={chosen === list}>
          <Fieldset id={FIELDS[list]} legend={texts.boxes[list]} correction={correction(FIELDS[list])}>
            {choices.choices[list].map(({ value, label }, index) => (
              <Checkbox
                name={FIELDS[list]}
                id={index === 0 ? FIELDS[list] : undefined}
                value={value}
                label={label}
                checked={typed.get(FIELDS[list])?.includes(value) === true}
              />
            ))}
          </Fieldset>
        </Details>
      ))}
    </>
  );
}

/** Reads for whom; what is not among the agent's choices is as good as not ticked. */
export function readAudience(read: FormReader, { reaches, choices }: AudienceChoices): Audience | undefined {
  const chosen = read.choice("pour", reaches);
  if (chosen === undefined || chosen === "public" || chosen === "families") {
    return chosen === undefined ? undefined : { reach: chosen, targets: [] };
  }
  const values = read.ticked(
    FIELDS[chosen],
    choices[chosen].map(({ value }) => value),
  );
  if (values.length === 0) read.correct(FIELDS[chosen], texts.corrections.none);
  return {
    reach: chosen,
    targets: choices[chosen].filter(({ value }) => values.includes(value)).map(({ target }) => target),
  };
}
