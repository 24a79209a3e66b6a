import { firstValue, type Values } from "#platform";

/** One field in the cell of a table: its column and its row are its words. */
export function CellInput(props: {
  name: string;
  label: string;
  values: Values;
  type?: "text" | "time";
  numeric?: boolean;
  correction: string | undefined;
}) {
  const { name, correction } = props;
  const attributes = {
    class: "input",
    id: name,
    name,
    "aria-label": props.label,
    "aria-invalid": correction ? ("true" as const) : undefined,
    "aria-describedby": correction ? `${name}-correction` : undefined,
    value: firstValue(props.values, name),
  };
  return (
    <>
      {correction && (
        <p class="to-correct" id={`${name}-correction`}>
          {correction}
        </p>
      )}
      {props.type === "time" ? (
        <input {...attributes} type="time" />
      ) : (
        <input
          {...attributes}
          type="text"
          list={undefined}
          inputmode={props.numeric ? "numeric" : undefined}
          maxLength={120}
        />
      )}
    </>
  );
}

/** A list to choose from in the cell of a table. */
export function CellSelect(props: {
  name: string;
  label: string;
  values: Values;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <select class="input" id={props.name} name={props.name} aria-label={props.label}>
      {props.options.map(({ value, label }) => (
        <option value={value} selected={value === firstValue(props.values, props.name)}>
          {label}
        </option>
      ))}
    </select>
  );
}
