import { expect, test } from "vitest";

import { checkClock } from "./check-clock.ts";
import { checkComments } from "./check-comments.ts";
import { checkCycles } from "./check-cycles.ts";
import { checkImports } from "./check-imports.ts";
import { checkPages } from "./check-pages.ts";
import { checkRoutes } from "./check-routes.ts";
import { checkRules } from "./check-rules.ts";
import { checkSize } from "./check-size.ts";
import { checkStatementNames } from "./check-statement-names.ts";
import { sourceFile, type Violation } from "./source-file.ts";

const planted = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => sourceFile(path, text));
const whys = (found: readonly Violation[]) => found.map(({ why }) => why);

// « Type imports included » : most of the planted imports are of types, in every way to write them.
test.each([
  ["src/families/a.ts", `import type { B } from "#bookings";`],
  ["src/families/a.ts", `import { type B } from "#bookings";`],
  ["src/families/a.ts", `export type { B } from "#bookings";`],
  ["src/families/a.ts", `export * from "#bookings";`],
  ["src/families/a.ts", `type B = import("#bookings").B;`],
  ["src/families/a.ts", `const b = await import("#bookings");`],
  ["src/families/a.ts", `import type { K } from "../kernel/ids.ts";`],
  ["src/families/a.ts", `import { sibling } from "#families";`],
  ["src/families/a.ts", `import { x } from "#nowhere";`],
  ["src/families/a.ts", `import { t } from "#test";`],
  ["src/families/a.ts", `import { t } from "../../test/zone-b.ts";`],
  ["src/families/a.test.ts", `import { b } from "#bookings";`],
  ["src/kernel/a.ts", `import { p } from "#platform";`],
  ["src/platform/a.ts", `import type { M } from "#messaging";`],
  ["src/helpers/a.ts", ``],
])("refused in %s: %s", (path, text) => {
  expect(checkImports(planted({ [path]: text }))).toHaveLength(1);
});

test.each([
  ["src/bookings/a.ts", `import type { F } from "#families"; import { s } from "./rules/deadline.ts";`],
  ["src/families/a.test.ts", `import { t } from "#test"; import { z } from "../../test/zone-b.ts";`],
  ["src/app/a.ts", `import { b } from "#bookings"; import pg from "pg";`],
])("accepted in %s: %s", (path, text) => {
  expect(checkImports(planted({ [path]: text }))).toEqual([]);
});

test("a cycle is found through a type, through a door and through an export", () => {
  const files = planted({
    "src/pricing/a.ts": `import type { B } from "./b.ts";`,
    "src/pricing/b.ts": `export { c } from "./c.ts";`,
    "src/pricing/c.ts": `import { a } from "./a.ts"; export const c = a;`,
    "src/access/index.ts": `export { d } from "./d.ts";`,
    "src/access/d.ts": `import { e } from "#access"; export const d = e;`,
    "src/access/alone.ts": `import { d } from "./d.ts";`,
  });
  expect(whys(checkCycles(files))).toEqual([
    "import cycle: src/pricing/a.ts → src/pricing/b.ts → src/pricing/c.ts → src/pricing/a.ts",
    "import cycle: src/access/index.ts → src/access/d.ts → src/access/index.ts",
  ]);
});

test.each([
  `import { readFileSync } from "node:fs";`,
  `import type { Pool } from "pg";`,
  `import type { Reads } from "#platform";`,
  `import { query } from "../queries.ts";`,
  `const mode = process.env["MODE"];`,
  `const answer = await fetch("https://exemple.fr");`,
  `const chance = Math.random();`,
])("a rule refuses %s", (text) => {
  expect(checkRules(planted({ "src/bookings/rules/a.ts": text }))).toHaveLength(1);
  expect(checkRules(planted({ "src/bookings/a.ts": text }))).toEqual([]);
});

test("a rule may use the kernel and other rules", () => {
  const text = `import { ok } from "#kernel"; import { b } from "./b.ts"; import { c } from "../../rules/c.ts";`;
  expect(checkRules(planted({ "src/families/onde/rules/a.ts": text }))).toEqual([]);
});

test.each(["Temporal.Now.instant()", "Temporal.Now", "Date.now()", "new Date()", "Date()"])(
  "only app/ reads the clock: %s",
  (text) => {
    expect(checkClock(planted({ "src/bookings/a.ts": `const now = ${text};` }))).toHaveLength(1);
    expect(checkClock(planted({ "src/app/a.ts": `const now = ${text};` }))).toEqual([]);
    expect(
      checkClock(planted({ "src/bookings/a.ts": `const now = ${text};` }), ["src/bookings/a.ts"]),
    ).toEqual([]);
  },
);

test("a route without access, or declared twice, is found", () => {
  const files = planted({
    "src/portal/a.ts": `route({ method: "GET", path: "/a", input, answer });`,
    "src/portal/b.ts": `route({ method: "GET", path: "/b", access: anyone, input, answer });`,
    "src/portal/c.ts": `route({ method: "GET", path: "/b", access: anyone, input, answer });`,
    "src/portal/d.ts": `route(shape);`,
  });
  expect(whys(checkRoutes(files))).toEqual([
    "a route declares its access, in place",
    "GET /b is declared in src/portal/b.ts too",
    "a route declares its access, in place",
  ]);
});

test.each([
  `<p style="color: red">a</p>`,
  `<button onClick={act}>a</button>`,
  `<p dangerouslySetInnerHTML={{ __html: text }} />`,
  `<form method="post"><button>a</button></form>`,
])("a page refuses %s", (text) => {
  expect(checkPages(planted({ "src/portal/a.tsx": `const a = ${text};` }))).toHaveLength(1);
});

test.each([`<form method="post"><FormToken /></form>`, `<form action="/familles"><input name="q" /></form>`])(
  "a page accepts %s",
  (text) => {
    expect(checkPages(planted({ "src/portal/a.tsx": `const a = ${text};` }))).toEqual([]);
  },
);

test("a statement's name used twice is found, in one file or two", () => {
  const files = planted({
    "src/families/a.ts": `reads.rows("one", "select 1"); reads.row("two", "select 2");`,
    "src/access/b.ts": `writes.run("one", "select 3", []);`,
  });
  expect(whys(checkStatementNames(files))).toEqual(["one is named at src/families/a.ts:1 too"]);
});

test("a long file is found; a listed one may only shrink, and leaves the list", () => {
  const file = (lines: number) => [{ path: "src/a.ts", text: "line\n".repeat(lines) }];
  expect(checkSize(file(300), {})).toEqual([]);
  expect(checkSize(file(301), {})).toHaveLength(1);
  expect(checkSize(file(350), { "src/a.ts": 350 })).toEqual([]);
  expect(checkSize(file(351), { "src/a.ts": 350 })).toHaveLength(1);
  expect(checkSize(file(340), { "src/a.ts": 350 })).toHaveLength(1);
  expect(checkSize(file(300), { "src/a.ts": 350 })).toHaveLength(1);
  expect(checkSize([], { "src/a.ts": 350 })).toHaveLength(1);
});

test("unfinished work is found in comments", () => {
  const word = ["TO", "DO"].join("");
  expect(checkComments([{ path: "src/a.ts", text: `// a\n// ${word} later` }])).toEqual([
    { path: "src/a.ts", line: 2, why: `${word}: write an issue` },
  ]);
});
