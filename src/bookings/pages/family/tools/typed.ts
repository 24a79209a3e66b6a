import type { FieldMessage } from "#platform";

/** A form that came back: what was written, field by field, and what to write instead. */
export interface Typed {
  values: ReadonlyMap<string, readonly string[]>;
  messages: readonly FieldMessage[];
}

/** What an address brought, to be shown again; undefined where it brought nothing. */
export function typedOf(query: unknown, messages: readonly FieldMessage[]): Typed | undefined {
  if (typeof query !== "object" || query === null || Object.keys(query).length === 0) return undefined;
  const values = Object.entries(query).map(([name, value]: [string, unknown]) => {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return [name, all.filter((one) => typeof one === "string")] as const;
  });
  return { values: new Map(values), messages };
}

/** What was written in a field; what the form proposes where nothing came back. */
export function writtenIn(typed: Typed | undefined, name: string, proposed: string | undefined) {
  return typed === undefined ? proposed : typed.values.get(name)?.[0];
}

/** What to write in a field instead. */
export function correctionOf(typed: Typed | undefined, name: string): string | undefined {
  return firstOfEach(typed?.messages ?? []).find(({ field }) => field === name)?.message;
}

/** One message a field: « pour.0 » and « pour » are the same question. */
export function firstOfEach(messages: readonly FieldMessage[]): readonly FieldMessage[] {
  const first = new Map<string, string>();
  for (const { field, message } of messages) {
    const [name = field] = field.split(".");
    if (!first.has(name)) first.set(name, message);
  }
  return [...first].map(([field, message]) => ({ field, message }));
}
