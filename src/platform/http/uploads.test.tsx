import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";

import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { formToken } from "./form-token.ts";
import { route } from "./route.ts";
import { createWebServer } from "./server.ts";

const SECRET = "a secret of twenty letters";
const everybody = { name: "anyone", decide: (visit: object) => ({ kind: "allowed", visit }) as const };
const BOUNDARY = "----marelle";
const CHUNK = Buffer.alloc(64 * 1024, "x");

/** What the route saw of the forms, and how much of their files it reads. */
const seen: { body: unknown; files: { name: string; length: number }[] }[] = [];
let most = Infinity;

const takes = (path: string, uploads: boolean) =>
  route({
    method: "POST",
    path,
    access: everybody,
    uploads,
    input: z.object({ body: z.record(z.string(), z.unknown()) }),
    async answer(_visit, { body }, files) {
      const told: (typeof seen)[number] = { body, files: [] };
      seen.push(told);
      for await (const { name, content } of files) {
        const one = { name, length: 0 };
        told.files.push(one);
        for await (const piece of content) if ((one.length += piece.length) > most) break;
        if (one.length > most) break;
      }
      return { kind: "page", page: { title: "Reçu", main: <p>Reçu</p> }, status: 422 };
    },
  });

const app = await createWebServer<object>({
  routes: [takes("/fichiers", true), takes("/texte", false)],
  assets: { address: () => undefined, file: () => undefined },
  log: pino({ enabled: false }),
  trustProxy: false,
  now: () => Temporal.Now.instant(),
  begin: async () => ({}),
  sessionSecret: () => null,
  render: ({ title }) => title,
  signIn: async () => ({ kind: "not-found" }),
  health: async () => ({ healthy: true, report: {} }),
  neverWaits: () => true,
});
let port = 0;
beforeAll(async () => {
  port = Number(new URL(await app.listen({ port: 0, host: "127.0.0.1" })).port);
});
afterAll(() => app.close());

const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, content: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="fichier"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n`;
const END = `--${BOUNDARY}--\r\n`;
const TOKEN = field("formulaire", formToken(SECRET));

function send(payload: string, url = "/fichiers") {
  const headers = {
    host: "localhost",
    cookie: `__Host-formulaire=${SECRET}`,
    "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
  };
  return app.inject({ method: "POST", url, headers, payload });
}

async function begin(length: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    [
      "POST /fichiers HTTP/1.1",
      "Host: localhost",
      "Connection: close",
      `Cookie: __Host-formulaire=${SECRET}`,
      `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
      `Content-Length: ${length}`,
      "",
      "",
    ].join("\r\n"),
  );
  return socket;
}

test("the fields, then each file in its turn, with the name that the browser gave it", async () => {
  seen.length = 0;
  const files = file("", "") + file("été.pdf", "abc") + file("../b.pdf", "x".repeat(200_000));
  const answer = await send(
    `${TOKEN}${field("pour", "Zoé")}${field("jour", "1")}${field("jour", "2")}${files}${END}`,
  );
  expect(answer.statusCode).toBe(422);
  expect(seen[0]?.body).toMatchObject({ pour: "Zoé", jour: ["1", "2"] });
  expect(seen[0]?.files).toEqual([
    { name: "", length: 0 },
    { name: "été.pdf", length: 3 },
    { name: "b.pdf", length: 200_000 },
  ]);
});

test("without the page's token, or where no file is expected: refused, nothing is read", async () => {
  seen.length = 0;
  expect((await send(`${field("pour", "x")}${file("a.pdf", "abc")}${END}`)).statusCode).toBe(403);
  expect((await send(`${TOKEN}${file("a.pdf", "abc")}${END}`, "/texte")).statusCode).toBe(400);
  expect(seen).toEqual([]);
});

test("what is no form, or a form that is cut, is told so", async () => {
  expect((await send("nothing of the kind")).statusCode).toBe(400);
  expect((await send(`${TOKEN}${file("a.pdf", "abc").slice(0, -8)}`)).statusCode).toBe(400);
});

test("a browser that is still sending a refused file reads the answer", async () => {
  most = 100_000;
  const head = Buffer.from(`${TOKEN}${file("a.pdf", "").slice(0, -2)}`);
  const tail = Buffer.from(`\r\n${END}`);
  const pieces = 160;
  const socket = await begin(head.length + pieces * CHUNK.length + tail.length);
  const answer = text(socket);
  socket.write(head);
  for (let piece = 0; piece < pieces; piece++) socket.write(CHUNK);
  socket.write(tail);
  expect(await answer).toMatch(/^HTTP\/1\.1 422 [\s\S]*Reçu$/);
  most = Infinity;
});

test("a sender who goes away leaves no route waiting", async () => {
  seen.length = 0;
  const socket = await begin(10_000_000);
  socket.write(`${TOKEN}${file("a.pdf", "x".repeat(100_000)).slice(0, -2)}`);
  while ((seen[0]?.files[0]?.length ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  socket.destroy();
  while (
    (await new Promise<number>((resolve, reject) =>
      app.server.getConnections((e, n) => (e ? reject(e) : resolve(n))),
    )) > 0
  )
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await send(`${TOKEN}${END}`)).statusCode).toBe(422);
});
