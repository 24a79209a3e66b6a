/** A wrong value of a field as it goes over the wire: the encoded words that stand where the field was. */
export interface WrongValue {
  name: string;
  /** « nom=… », encoded; empty when the field is left out. */
  pairs(field: string): string;
  /** What stands in an address when the field is a part of it; undefined where an address cannot hold it. */
  inPath?: string;
}

/** What a browser must never be made to run, wherever a page shows it. */
const SCRIPT = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;

/** Every kind of wrong value; some are right for a free text, which then may be accepted. */
export const wrongValues: readonly WrongValue[] = [
  { name: "left out", pairs: () => "" },
  value("empty", ""),
  value("blank", "   "),
  { name: "twice", pairs: (field) => `${field}=a&${field}=b` },
  { name: "10,000 times", pairs: (field) => `${field}=0&`.repeat(10_000) },
  { name: "an object", pairs: (field) => `${field}[x]=1&${field}.y=2&${field}[]=3` },
  { name: "a prototype", pairs: (field) => `${field}[__proto__][a]=1&__proto__=1&constructor=1` },
  value("a word", "novembre"),
  value("0", "0"),
  value("negative", "-1"),
  value("10^30", `1${"0".repeat(30)}`),
  value("an exponent", "1e999"),
  value("not a number", "NaN"),
  value("31 February", "2026-02-31"),
  value("month 13", "2026-13"),
  value("the year 0", "0000-01-01"),
  value("a year of six figures", "+012026-01-01"),
  value("a past day", "2026-09-01"),
  value("the last day of all", "9999-12-31"),
  value("an id of nothing", "00000000-0000-4000-8000-000000000000"),
  value("an id in capitals", "0F8FAD5B-D9CB-469F-A165-70867728950E"),
  value("an id with a tail", "0f8fad5b-d9cb-469f-a165-70867728950e'"),
  value("U+0000", "a\u0000b"),
  value("control characters", "a\r\nset-cookie: a=b\u001b"),
  { name: "no UTF-8", pairs: (field) => `${field}=%ff%fe`, inPath: "%ff%fe" },
  { name: "half a character", pairs: (field) => `${field}=%ed%a0%80`, inPath: "%ed%a0%80" },
  { name: "a broken escape", pairs: (field) => `${field}=%zz%`, inPath: "%zz" },
  value("marks of direction", "\u202e\u200f2026\u2066"),
  value("SQL", "1' or '1'='1'; drop table booking; --"),
  value("a script", SCRIPT),
  value("a path", "../../../../etc/passwd"),
  value("another site", "//ailleurs.example/\\ici"),
  value("a formula", `=cmd|' /C calc'!A0`),
  value("100 kB", "x".repeat(100_000)),
];

function value(name: string, text: string): WrongValue {
  const encoded = encodeURIComponent(text);
  return {
    name,
    pairs: (field) => `${field}=${encoded}`,
    ...(encoded === "" || encoded.length > 9_000 ? {} : { inPath: encoded }),
  };
}

/** One of each kind, which no field of any route is spared. */
const ONE_OF_EACH = new Set(["left out", "twice", "an object", "a word", "U+0000", "a script"]);

/** Whether every field is sent this value. */
export const isOneOfEach = ({ name }: WrongValue): boolean => ONE_OF_EACH.has(name);

/** Bodies that are no form of a browser: the type told, and the bytes. */
export const wrongBodies: readonly (readonly [name: string, type: string | undefined, body: string])[] = [
  ["no body", undefined, ""],
  ["a body without a type", undefined, "formulaire=x"],
  ["a type that is none", "x", "formulaire=x"],
  ["broken JSON", "application/json", "{"],
  ["an empty JSON", "application/json", ""],
  ["a prototype in JSON", "application/json", `{"__proto__":{"a":1}}`],
  ["null in JSON", "application/json", "null"],
  ["a list in JSON", "application/json", "[1]"],
  ["XML", "application/xml", `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`],
  ["a file", "multipart/form-data; boundary=b", "--b\r\n"],
  ["text", "text/plain", "formulaire=x"],
  ["another charset", "application/x-www-form-urlencoded; charset=utf-16", "formulaire=x"],
  ["600 kB", "application/x-www-form-urlencoded", `formulaire=${"x".repeat(600_000)}`],
];

/** Values of other types than text, which only JSON can send. */
export const wrongTypes: readonly unknown[] = [
  null,
  true,
  12,
  -1e30,
  {},
  { toString: 1 },
  [],
  [[]],
  [null],
  [{}],
];
