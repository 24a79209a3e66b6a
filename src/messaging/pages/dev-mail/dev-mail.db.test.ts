import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { writeMessage } from "../../write-message.ts";
import { devMailRoutes } from "./routes.ts";

let home: TestDatabase;

beforeAll(async () => {
  home = await testDatabase();
  await home.database.write((writes) =>
    writeMessage(writes, home.authority, {
      key: "test:one",
      to: "claire@exemple.fr",
      subject: "Vos réservations <de novembre>",
      content: { blocks: [{ kind: "paragraph", text: "Léa mange jeudi." }], signature: "La mairie" },
      at: Temporal.Instant.from("2026-11-09T10:00:00Z"),
    }),
  );
});

afterAll(() => home.close());

async function get(path: string, params: object, demonstration = true): Promise<Answer> {
  const found = devMailRoutes.find((route) => route.path === path);
  if (found === undefined) throw new Error(`no route ${path}`);
  const visit = { authority: { demonstration }, database: home.database };
  return found.handle(visit, { params, query: {}, body: {} });
}

async function onlyId(): Promise<string> {
  const row = await home.database.read((reads) =>
    reads.row<{ id: string }>("test_only", "select id from outbox_message"),
  );
  return row?.id ?? "";
}

const html = (answer: Answer) => (answer.kind === "page" ? renderToString(answer.page.main) : answer.kind);

test("the list leads to the message, which is read in text and, apart, in HTML", async () => {
  const id = await onlyId();
  expect(html(await get("/dev/courrier", {}))).toContain(`href="/dev/courrier/${id}"`);
  const message = html(await get("/dev/courrier/:id", { id }));
  expect(message).toContain("Vos réservations &lt;de novembre");
  expect(message).toContain("Léa mange jeudi.");
  expect(message).toContain("lundi 9 novembre à 11\u00a0h");
  expect(await get("/dev/courrier/:id/html", { id })).toMatchObject({ kind: "sandboxed" });
});

test.each([
  ["an unknown message", { id: "00000000-0000-4000-8000-000000000000" }],
  ["an address that is none", { id: "x" }],
])("%s does not exist", async (_name, params) => {
  expect(await get("/dev/courrier/:id", params)).toEqual({ kind: "not-found" });
  expect(await get("/dev/courrier/:id/html", params)).toEqual({ kind: "not-found" });
});

test("outside a demonstration, none of these pages exists", async () => {
  const id = await onlyId();
  for (const { path } of devMailRoutes) {
    expect(await get(path, { id }, false)).toEqual({ kind: "not-found" });
  }
});
