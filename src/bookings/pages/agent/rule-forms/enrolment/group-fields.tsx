import { Fieldset, firstValue, Select, TextField } from "#platform";

import type { ShownRule } from "../rule-form.ts";
import { MOST_GROUPS } from "./condition-values.ts";
import { texts } from "./texts.fr.ts";
import { optionsOf, Tick } from "./tick.tsx";

/** Rows for groups to add. */
const MORE = 2;

/** The priority groups, two empty rows after them, and the groups for which the activity is reserved. */
export function GroupFields({ values, correction }: ShownRule) {
  const prefixes = Array.from({ length: MOST_GROUPS }, (_, index) => `groupe-${index}`);
  const last = prefixes.findLastIndex((prefix) => firstValue(values, `${prefix}-nom`) !== "");
  const known = prefixes.flatMap((prefix) => {
    const code = firstValue(values, `${prefix}-code`);
    return code === "" ? [] : [{ code, name: firstValue(values, `${prefix}-nom`) || code }];
  });
  return (
    <>
      <h2>{texts.groups}</h2>
      <p class="hint">{texts.groupsHint}</p>
      {prefixes.slice(0, last + 1 + MORE).map((prefix, index) => (
        <Group prefix={prefix} number={index + 1} values={values} correction={correction} />
      ))}
      {known.length > 0 && (
        <Fieldset id="reserve" legend={texts.reserved} hint={texts.reservedHint}>
          {known.map(({ code, name }) => (
            <Tick values={values} name="reserve" value={code} label={name} />
          ))}
        </Fieldset>
      )}
    </>
  );
}

function Group(props: Omit<ShownRule, "activity"> & { prefix: string; number: number }) {
  const { prefix, values } = props;
  const at = (field: string) => {
    const name = `${prefix}-${field}`;
    return { name, value: firstValue(values, name), correction: props.correction(name) };
  };
  const kept = at("regle").value;
  const whos = optionsOf(texts.groupWhos).filter(({ value }) => value !== "garder" || kept !== "");
  return (
    <Fieldset id={prefix} legend={texts.group(props.number)}>
      <input type="hidden" name={`${prefix}-code`} value={at("code").value} />
      {kept !== "" && <input type="hidden" name={`${prefix}-regle`} value={kept} />}
      <TextField {...at("nom")} label={texts.groupName} hint={texts.groupNameHint} maxLength={100} optional />
      <TextField
        {...at("points")}
        label={texts.groupPoints}
        inputmode="numeric"
        maxLength={4}
        width="short"
        optional
      />
      <Select {...at("qui")} label={texts.groupWho} options={whos} />
    </Fieldset>
  );
}
