/** Puts together what has the same key, in the order of the first of each. */
export function grouped<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): readonly (readonly Item[])[] {
  return [...Map.groupBy(items, key).values()];
}
