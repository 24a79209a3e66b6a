/** An amount of euros in whole cents; negative for what is owed to the payer. */
export type Cents = number & { readonly __unit: "cents" };

const isCents = (n: number): n is Cents => Number.isSafeInteger(n);

/**
 * Takes a number of cents that is already whole. A fraction or an unsafe integer is a bug of the caller
 * (rounding belongs to the rule that computes the amount), so it throws.
 */
export function cents(n: number): Cents {
  if (!isCents(n)) throw new RangeError(`Not a whole number of cents: ${n}`);
  return n;
}

/** « 12,34 », as it is typed in a field and added up by a spreadsheet: no sign €, no space. */
export function typedEuros(amountCents: number): string {
  return (amountCents / 100).toFixed(2).replace(".", ",");
}

const EUROS = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR", signDisplay: "negative" });

/**
 * `formatCents(cents(320))` is « 3,20 € », `formatCents(cents(-260))` « −2,60 € »: the sign of less is the one that stands as
 * high as « + », not a hyphen. Thousands and the sign € are tied by non-breaking spaces.
 */
export function formatCents(amount: Cents): string {
  return EUROS.format(amount / 100).replace("-", "\u2212");
}

/** A difference, with its sign: « + 32,40 € », « − 3,20 € »; « 0,00 € » where nothing changes. */
export function signedCents(difference: Cents): string {
  if (difference === 0) return formatCents(difference);
  return `${difference < 0 ? "\u2212" : "+"}\u00a0${formatCents(cents(Math.abs(difference)))}`;
}

/**
 * A number as it is read, exact: « 8 500 », « 0,0619 », « 699,99 »; thousands are tied by narrow no-break spaces.
 * @param value decimal digits, with a dot and a sign or without
 */
export function formatDecimal(value: number | string): string {
  const [, sign = "", whole = "", decimals] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === "") return String(value);
  const grouped = whole.length < 4 ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, "\u202f");
  return `${sign === "" ? "" : "\u2212"}${grouped}${decimals === undefined ? "" : `,${decimals}`}`;
}

/** An amount as people type or paste it: « 12,34 », « 12.3 », « 12 », « 1 250,00 € »; undefined for what is none. */
export function parseEuros(text: string): Cents | undefined {
  const [, euros, decimals = ""] =
    /^(\d{1,7}|\d{1,3}(?:\s\d{3}){1,2})(?:[.,](\d{1,2}))?(?:\s?€)?$/.exec(text.trim()) ?? [];
  if (euros === undefined) return undefined;
  return cents(Number(euros.replaceAll(/\s/g, "")) * 100 + Number(decimals.padEnd(2, "0")));
}
