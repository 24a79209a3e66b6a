/** A span of the « quotient familial »: each end inside or outside; without an end, there is none. */
export interface Bracket {
  /** From this value, included. */
  readonly from?: number | undefined;
  /** Above this value, not included. */
  readonly above?: number | undefined;
  /** Up to this value, included. */
  readonly to?: number | undefined;
  /** Below this value, not included. */
  readonly below?: number | undefined;
}

/** What is wrong with a list of brackets; `index` is the bracket to look at, `shared` what it has in common with `other`. */
export type BracketFault =
  | { readonly kind: "empty"; readonly index: number }
  | { readonly kind: "overlap"; readonly index: number; readonly other: number; readonly shared: Bracket }
  | { readonly kind: "hole"; readonly index: number; readonly hole: Bracket };

interface Ends {
  readonly index: number;
  readonly low: number;
  readonly lowIn: boolean;
  readonly high: number;
  readonly highIn: boolean;
}

/**
 * @rule Les tranches de quotient familial
 *
 * Une tranche va d'un quotient à un autre, chaque borne comprise ou non. Deux tranches ne se recouvrent pas, même
 * d'un seul quotient : « 1001 à 1200 » et « à partir de 1200 » sont refusées, parce que 1200 aurait deux prix. Un
 * quotient sans tranche est signalé : « moins de 450 » puis « 451 à 550 » laissent 450 sans prix.
 *
 * In: brackets in any order. Out: what is wrong, the lowest first.
 */
export function bracketFaults(brackets: readonly Bracket[]): readonly BracketFault[] {
  const faults: BracketFault[] = [];
  const ends = brackets.map(endsOf);
  const isEmpty = ({ low, lowIn, high, highIn }: Ends) => low > high || (low === high && !(lowIn && highIn));
  for (const one of ends) if (isEmpty(one)) faults.push({ kind: "empty", index: one.index });
  const inOrder = ends
    .filter((one) => !isEmpty(one))
    .toSorted((a, b) => a.low - b.low || Number(b.lowIn) - Number(a.lowIn));
  let reached: Ends | undefined;
  for (const next of inOrder) {
    const { low, lowIn, index } = next;
    const [high, highIn] = reached === undefined ? [0, false] : [reached.high, reached.highIn];
    if (reached !== undefined && (high > low || (high === low && highIn && lowIn)))
      faults.push({ kind: "overlap", index, other: reached.index, shared: sharedBy(reached, next) });
    else if (high < low || (high === low && !highIn && !lowIn))
      faults.push({
        kind: "hole",
        index,
        hole: { ...(highIn ? { above: high } : { from: high }), ...(lowIn ? { below: low } : { to: low }) },
      });
    if (reached === undefined || next.high > high || (next.high === high && next.highIn)) reached = next;
  }
  if (reached !== undefined && reached.high !== Infinity)
    faults.push({
      kind: "hole",
      index: reached.index,
      hole: reached.highIn ? { above: reached.high } : { from: reached.high },
    });
  return faults;
}

/** The values of two brackets that overlap, of which `next` begins last: « 700 to 1100 » and « above 1000 » share ]1000 ; 1100]. */
function sharedBy(reached: Ends, next: Ends): Bracket {
  const { low, lowIn } = next;
  const high = Math.min(reached.high, next.high);
  const highIn = [reached, next].every((one) => one.high > high || one.highIn);
  return {
    ...(lowIn ? { from: low } : { above: low }),
    ...(high === Infinity ? {} : highIn ? { to: high } : { below: high }),
  };
}

function endsOf({ from, above, to, below }: Bracket, index: number): Ends {
  return {
    index,
    low: above ?? from ?? 0,
    lowIn: above === undefined,
    high: below ?? to ?? Infinity,
    highIn: below === undefined,
  };
}
