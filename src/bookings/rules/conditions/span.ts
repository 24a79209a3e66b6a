/** Some days, from one to another, both included. */
export interface Span {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

const { compare } = Temporal.PlainDate;
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compare(a, b) < 0 ? a : b);
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compare(a, b) > 0 ? a : b);

/** The days of `span` from `first` on and before `until`; either may be left open. None gives an empty list. */
export function daysWithin(
  span: Span,
  first: Temporal.PlainDate | null,
  until: Temporal.PlainDate | null,
): readonly Span[] {
  const kept = {
    first: first === null ? span.first : later(span.first, first),
    last: until === null ? span.last : earlier(span.last, until.subtract({ days: 1 })),
  };
  return compare(kept.first, kept.last) <= 0 ? [kept] : [];
}

/** The days that are in both lists. */
export function intersection(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap((one) => b.flatMap((other) => daysWithin(one, other.first, other.last.add({ days: 1 }))));
}

/** The days that are in one list or the other, in order, spans that touch made one. */
export function union(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const united: Span[] = [];
  for (const span of [...a, ...b].toSorted((one, other) => compare(one.first, other.first))) {
    const before = united.at(-1);
    if (before !== undefined && compare(span.first, before.last.add({ days: 1 })) <= 0) {
      united[united.length - 1] = { first: before.first, last: later(before.last, span.last) };
    } else united.push(span);
  }
  return united;
}

/** The days of `whole` that are not in the list. */
export function complement(whole: Span, spans: readonly Span[]): readonly Span[] {
  return spans.reduce<readonly Span[]>(
    (left, span) =>
      left.flatMap((one) => [
        ...daysWithin(one, null, span.first),
        ...daysWithin(one, span.last.add({ days: 1 }), null),
      ]),
    [whole],
  );
}
