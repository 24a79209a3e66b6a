import { Checkbox, type Values } from "#platform";

/** The values of a list of choices and their words. */
export function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** A box that is ticked where the field holds its value. */
export function Tick(props: { values: Values; name: string; value?: string; label: string }) {
  const { values, name, value = "1", label } = props;
  return <Checkbox name={name} value={value} label={label} checked={values.get(name)?.includes(value)} />;
}
