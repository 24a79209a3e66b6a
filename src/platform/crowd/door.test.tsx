import pino from "pino";
import { expect, test } from "vitest";

import type { Page } from "../http/answer.ts";
import type { Route } from "../http/route.ts";
import { createWebServer } from "../http/server.ts";
import { document } from "../view/index.ts";

const slow = Promise.withResolvers<void>();
const route = (path: string, ready?: Promise<void>): Route<object> => ({
  method: "GET",
  path,
  access: "anyone",
  admits: () => "allowed" as const,
  handle: async () => {
    await ready;
    return { kind: "page", page: { title: "Bonjour", main: <p>Bonjour</p> } };
  },
});

const render = (content: Page): string =>
  document({
    title: content.title,
    authorityName: "Préau",
    refreshSeconds: content.refreshSeconds,
    assets: { stylesheet: "/preau.css", icon: "/preau.svg" },
    body: content.main,
  });

async function town() {
  return createWebServer<object>({
    routes: [route("/lent", slow.promise), route("/vite"), route("/agent")],
    assets: { address: () => undefined, file: () => undefined },
    log: pino({ enabled: false }),
    trustProxy: false,
    now: () => Temporal.Now.instant(),
    begin: async () => ({}),
    sessionSecret: () => null,
    render,
    signIn: async () => ({ kind: "not-found" }),
    health: async () => ({ healthy: true, report: {} }),
    neverWaits: (path) => path.startsWith("/agent"),
  });
}

test("a whole town at once: whoever comes too late waits with a ticket, the others are served", async () => {
  const app = await town();
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { host: "localhost", accept: "text/html", ...headers } });
  const first = Array.from({ length: 30 }, () => get("/lent"));
  await new Promise((resolve) => setImmediate(resolve));

  const outside = await get("/vite");
  expect(outside.statusCode).toBe(503);
  expect(outside.headers["retry-after"]).toBe("2");
  expect(outside.body).toContain("C’est presque à vous.");
  expect(outside.body).toContain('<noscript><meta http-equiv="refresh" content="2"');
  const ticket = /__Host-file=([^;]+)/.exec(String(outside.headers["set-cookie"]))?.[0] ?? "";
  expect((await get("/vite")).body).toContain("1\u00a0personne passe avant vous.");
  // A telephone that fetches its calendar cannot look at a waiting page, and an agent does not wait: both are queued.
  const calendar = get("/vite", { accept: "text/calendar" });
  const agent = get("/agent");

  slow.resolve();
  expect((await Promise.all(first)).map(({ statusCode }) => statusCode)).toEqual(first.map(() => 200));
  expect([(await calendar).statusCode, (await agent).statusCode]).toEqual([200, 200]);
  expect((await get("/vite", { cookie: ticket })).statusCode).toBe(200);
  await app.close();
});
