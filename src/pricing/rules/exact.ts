/** An exact amount or number: a fraction of whole numbers, its denominator above zero. Never a float. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

const DECIMAL = /^(-?\d+)(?:\.(\d+))?$/;

/** Reads a decimal as it is written: « 0.0027 », 699.99. A text that is none is a bug of the caller, so it throws. */
export function exact(written: string | number): Exact {
  const [, whole, decimals = ""] = DECIMAL.exec(String(written)) ?? [];
  if (whole === undefined) throw new RangeError(`Not a decimal: ${written}`);
  return { n: BigInt(whole + decimals), d: decimals === "" ? 1n : 10n ** BigInt(decimals.length) };
}

export const ZERO: Exact = { n: 0n, d: 1n };

/** a + b. */
export function plus(a: Exact, b: Exact): Exact {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

/** a × b. */
export function times(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** a ÷ b, for b above zero. */
export function over(a: Exact, b: bigint): Exact {
  return { n: a.n, d: a.d * b };
}

/** Below zero where a < b, zero where they are equal, above zero where a > b. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** n ÷ d brought down to a whole number, below zero too. */
export function floorOf(n: bigint, d: bigint): bigint {
  const whole = n / d;
  return n < 0n && whole * d !== n ? whole - 1n : whole;
}

/** How many parts of `size` have begun in `a` (`up`), or are complete (`down`). */
export function partsOf(a: Exact, size: bigint, rounded: "up" | "down"): bigint {
  return rounded === "down" ? floorOf(a.n, a.d * size) : -floorOf(-a.n, a.d * size);
}

const PLACES = 8;

/** As a decimal: all of its digits where there are at most eight, else the first eight and « … ». */
export function decimalText({ n, d }: Exact): string {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(PLACES);
  const digits = (scaled / d).toString().padStart(PLACES + 1, "0");
  const decimals = digits.slice(-PLACES).replace(/0+$/, "");
  const text = digits.slice(0, -PLACES) + (decimals === "" ? "" : `.${decimals}`);
  return `${n < 0n ? "-" : ""}${text}${scaled % d === 0n ? "" : "…"}`;
}
