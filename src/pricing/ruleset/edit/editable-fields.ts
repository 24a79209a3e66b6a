import type { PriceForm } from "../../rules/tariff/grammar.ts";
import type { PriceEntry } from "../section.ts";

/** What a field holds: euros, another number of which every digit counts, or a bound of a span. */
export type FieldKind = "euros" | "signedEuros" | "decimal" | "bound";

/** An amount or a number of a tariff that an agent changes; what nests them stays. */
export interface EditableField {
  /** Its place in the entry, which names the field: « price.brackets.0.price ». */
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly kind: FieldKind;
  readonly value: string;
}

type Path = EditableField["path"];

/** Every amount, rate and bound of a tariff, in the order in which it is written. */
export function editableFields(entry: PriceEntry): readonly EditableField[] {
  return [
    ...ofForm(entry.price, ["price"]),
    ...(entry.adjustments ?? []).flatMap((one, index) => [
      ...field(["adjustments", index, "plus"], "signedEuros", one.plus),
      ...field(["adjustments", index, "times"], "decimal", one.times),
      ...field(["adjustments", index, "percent"], "decimal", one.percent),
    ]),
    ...(entry.supplements ?? []).flatMap(({ price }, index) =>
      ofForm(price, ["supplements", index, "price"]),
    ),
  ];
}

function ofForm(form: PriceForm, path: Path): readonly EditableField[] {
  if (typeof form === "string") return field(path, "euros", form);
  switch (form.kind) {
    case "brackets":
      return form.brackets.flatMap((bracket, index) => {
        const at = [...path, "brackets", index];
        return [
          ...field([...at, "from"], "bound", bracket.from),
          ...field([...at, "above"], "bound", bracket.above),
          ...field([...at, "to"], "bound", bracket.to),
          ...field([...at, "below"], "bound", bracket.below),
          ...ofForm(bracket.price, [...at, "price"]),
        ];
      });
    case "share":
      return [
        ...field([...path, "percent"], "decimal", form.percent),
        ...field([...path, "factor"], "decimal", form.factor),
        ...field([...path, "least"], "bound", form.least),
        ...field([...path, "most"], "bound", form.most),
        ...limitFields(form, path),
      ];
    case "per":
      return [...ofForm(form.price, [...path, "price"]), ...limitFields(form, path)];
    case "cases":
      return form.cases.flatMap(({ price }, index) => ofForm(price, [...path, "cases", index, "price"]));
    case "psu":
      return [];
  }
}

function limitFields(
  { floor, ceiling }: { readonly floor?: string; readonly ceiling?: string },
  path: Path,
): readonly EditableField[] {
  return [...field([...path, "floor"], "euros", floor), ...field([...path, "ceiling"], "euros", ceiling)];
}

function field(path: Path, kind: FieldKind, value: string | number | undefined): readonly EditableField[] {
  return value === undefined ? [] : [{ name: path.join("."), path, kind, value: String(value) }];
}

/** A typed number as the file writes it: « 3,9 » is "3.90" in euros; undefined for what is none. */
export function writtenAs(kind: FieldKind, typed: string): string | number | undefined {
  const plain = typed
    .replaceAll(/[\s\u00a0\u202f€%]/g, "")
    .replace(",", ".")
    .replace("−", "-");
  if (!/^-?\d{1,7}(\.\d{1,8})?$/.test(plain)) return undefined;
  if (kind === "bound") return Number(plain);
  if (kind === "decimal") return plain;
  const [whole = "0", part = ""] = plain.split(".");
  return part.length > 2 ? undefined : `${whole}.${part.padEnd(2, "0")}`;
}

/** The same value with another one at a place in it. */
export function withAt(value: unknown, path: Path, next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (index === step ? withAt(one, rest, next) : one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [
      key,
      key === step ? withAt(one, rest, next) : one,
    ]),
  );
}
