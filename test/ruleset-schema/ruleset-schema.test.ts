import { readFileSync } from "node:fs";

import Fastify from "fastify";
import { beforeAll, expect, test } from "vitest";

import { readText } from "../../src/app/ruleset/read-text.ts";
import { exampleNames, exampleText } from "../rulesets/example-files.ts";
import { schemaDocument, schemaPath, schemaText } from "./schema-document.ts";

test("docs/ruleset.schema.json is what the program reads (else: node bin/ruleset-schema)", () => {
  expect(readFileSync(schemaPath, "utf8")).toBe(schemaText());
});

// Fastify's own JSON Schema validator, told to change nothing: another reading of the schema than zod's.
const strict = { coerceTypes: false, removeAdditional: false, useDefaults: false } as const;
const server = Fastify({ ajv: { customOptions: strict } });

beforeAll(async () => {
  server.post("/", { schema: { body: schemaDocument() } }, () => ({ valid: true }));
  await server.ready();
});

async function statusOf(value: unknown): Promise<number> {
  const answer = await server.inject({
    method: "POST",
    url: "/",
    payload: JSON.stringify(value),
    headers: { "content-type": "application/json" },
  });
  return answer.statusCode;
}

test.each([...exampleNames, "refused/r06-hauterives"])("%s follows the schema", async (name) => {
  const read = readText(exampleText(name));
  expect(read.ok && (await statusOf(read.value.value))).toBe(200);
});

const eve = { kind: "daysBefore", days: 1, cutOff: "10:00", notCounted: [] };

const inBracket = (price: object) => ({ kind: "brackets", brackets: [{ price }] });

test.each([
  ["a deadline", { deadlines: [{ activities: ["a"], book: eve }] }, 200],
  ["a key that does not exist", { horaires: [] }, 400],
  ["a kind that does not exist", { deadlines: [{ activities: ["a"], book: { kind: "noon" } }] }, 400],
  ["an hour that is none", { deadlines: [{ activities: ["a"], book: { ...eve, cutOff: "25:00" } }] }, 400],
  [
    "a day that is none",
    { deadlines: [{ activities: ["a"], book: { ...eve, notCounted: ["lundi"] } }] },
    400,
  ],
  ["a price", { prices: [{ activities: ["a"], price: "7.20" }] }, 200],
  ["a price that is a number", { prices: [{ activities: ["a"], price: 7.2 }] }, 400],
  ["a price in a price", { prices: [{ activities: ["a"], price: inBracket({ kind: "share" }) }] }, 200],
  ["a price of no form", { prices: [{ activities: ["a"], price: inBracket({ kind: "part" }) }] }, 400],
])("%s", async (_, value, status) => expect(await statusOf(value)).toBe(status));
