import { Checkbox, Field, fieldAttributes, firstValue, type Values } from "#platform";

import { texts } from "../texts.fr.ts";

interface TimeFieldProps {
  name: string;
  label: string;
  value: string;
  correction: string | undefined;
}

/** One hour of the day, posted as « 16:30 ». */
function TimeField(props: TimeFieldProps) {
  return (
    <Field {...props}>
      <input {...fieldAttributes(props)} class="input input-medium" type="time" value={props.value} />
    </Field>
  );
}

/** When a unit begins and ends, and whether it has a meal. */
export function UnitHours(props: { values: Values; correction(field: string): string | undefined }) {
  const { values, correction } = props;
  return (
    <>
      <TimeField
        name="de"
        label={texts.unit.from}
        value={firstValue(values, "de")}
        correction={correction("de")}
      />
      <TimeField
        name="a"
        label={texts.unit.to}
        value={firstValue(values, "a")}
        correction={correction("a")}
      />
      <Checkbox
        name="repas"
        value="1"
        label={texts.unit.meal}
        checked={firstValue(values, "repas") === "1"}
      />
    </>
  );
}
