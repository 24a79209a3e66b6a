import { expect, test } from "vitest";

import { checkClock } from "./architecture/check-clock.ts";
import { checkComments } from "./architecture/check-comments.ts";
import { checkCycles } from "./architecture/check-cycles.ts";
import { checkImports } from "./architecture/check-imports.ts";
import { checkPages } from "./architecture/check-pages.ts";
import { checkRoutes } from "./architecture/check-routes.ts";
import { checkRules } from "./architecture/check-rules.ts";
import { checkSize, sizes } from "./architecture/check-size.ts";
import { checkSql, sqlOf } from "./architecture/check-sql.ts";
import { checkStatementNames } from "./architecture/check-statement-names.ts";
import { pathsUnder, read, readSources } from "./architecture/read-sources.ts";
import { isTest, type Violation } from "./architecture/source-file.ts";
import { sqlCatalog } from "./architecture/sql-catalog.ts";

const withText = (path: string) => ({ path, text: read(path) });
const sources = readSources();
const everything = ["src", "test", "bin", "db"]
  .flatMap((root) => pathsUnder(root, /\.(tsx?|m?js|scss|sql)$/))
  .map(withText);
const catalog = sqlCatalog(pathsUnder("db/migrations", /\.sql$/).map(withText));

/** One line for each violation, as a compiler writes them. */
const lines = (found: readonly Violation[]) => found.map(({ path, line, why }) => `${path}:${line} ${why}`);

test("the whole program was read", () => {
  expect(sources.length).toBe(everything.filter(({ path }) => /^src\/.*\.tsx?$/.test(path)).length);
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.flatMap((file) => file.imports).length).toBeGreaterThan(500);
  expect(sources.flatMap((file) => sqlOf(file)).length).toBeGreaterThan(20);
  expect(catalog.tables.size).toBeGreaterThan(25);
  expect(catalog.views.size).toBeGreaterThan(5);
});

test.each([
  ["imports go down, and through doors", () => checkImports(sources)],
  ["no import cycle, types included", () => checkCycles(sources)],
  ["rules are pure", () => checkRules(sources)],
  ["the clock is an argument", () => checkClock(sources)],
  ["SQL stays with the owner of its tables", () => checkSql(sources, catalog)],
  ["a statement's name is its own", () => checkStatementNames(sources)],
  ["every route declares its access", () => checkRoutes(sources)],
  ["pages keep to the security policy", () => checkPages(sources)],
  ["no file is too long", () => checkSize(everything)],
  ["comments leave nothing to do", () => checkComments(sources)],
])("%s", (_name, check) => {
  expect(lines(check())).toEqual([]);
});

test("files stay small: the median at 60 lines, nine in ten at 150", () => {
  const { median, p90 } = sizes(sources.filter((file) => !isTest(file)));
  expect(median).toBeLessThanOrEqual(60);
  expect(p90).toBeLessThanOrEqual(150);
});
