import { join } from "node:path";

import { projectRoot } from "#platform";

import { rightsOf, roleNames } from "../../src/app/roles.ts";
import { readSettings } from "../../src/app/settings.ts";
import { routes } from "../../src/app/web/routes.ts";
import { texts } from "./texts.fr.ts";

/** A route as the table tells it. */
interface ToldRoute {
  method: string;
  path: string;
  access: string;
}

/** Where the generated document lies. */
export const documentPath = join(projectRoot, "docs", "rights.md");

/** Every route of the program, the demonstration's own among them. */
export function allRoutes(): readonly ToldRoute[] {
  const settings = readSettings({});
  if (!settings.ok) throw new Error(settings.refusal);
  return routes(settings.value);
}

/**
 * Who may do what, in Markdown: rights by role, then routes by address.
 * Refuses, by throwing, a role without a French name and a rule that asks for a right that no role has.
 */
export function rightsDocument(told: readonly ToldRoute[]): string {
  const rights = [...new Set(roleNames.flatMap(rightsOf))];
  for (const { path, access } of told) {
    const right = /^agent : ([a-z.]+)/.exec(access)?.[1];
    if (right !== undefined && !rights.includes(right)) throw new Error(`${path}: no role has ${right}`);
  }
  const roles = table(
    [texts.right, ...roleNames.map(nameOf)],
    rights.map((right) => [
      `\`${right}\``,
      ...roleNames.map((role) => (rightsOf(role).includes(right) ? texts.yes : texts.no)),
    ]),
  );
  const lines = told
    .toSorted((a, b) => compare(a.path, b.path) || compare(a.method, b.method))
    .map(({ method, path, access }) => [method, `\`${path}\``, access]);
  return `${[
    texts.heading,
    texts.introduction,
    texts.roles,
    texts.rolesIntroduction,
    roles,
    texts.routes,
    texts.routesIntroduction,
    table([texts.method, texts.path, texts.access], lines),
  ].join("\n\n")}\n`;
}

function nameOf(role: string): string {
  const name = texts.role[role];
  if (name === undefined) throw new Error(`No French name for the role ${role}`);
  return name;
}

function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(heads), row(heads.map(() => "---")), ...lines.map(row)].join("\n");
}

/** The same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
