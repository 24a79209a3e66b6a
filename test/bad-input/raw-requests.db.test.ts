import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";

import { afterAll, beforeAll, expect, test } from "vitest";

import { HOST, hostileTown } from "./hostile-town.ts";

let at: Awaited<ReturnType<typeof hostileTown>>;
let port: number;
beforeAll(async () => {
  at = await hostileTown();
  port = Number(new URL(await at.app.listen({ port: 0, host: "127.0.0.1" })).port);
}, 60_000);
afterAll(async () => {
  await at.app.close();
  await at.town.close();
});

/** Sends these bytes and reads what comes back until the server hangs up. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(bytes);
  return text(socket);
}

const head = (first: string, ...lines: string[]) =>
  [first, `Host: ${HOST}`, "Connection: close", ...lines, "", ""].join("\r\n");

test.each([
  ["a header of 20 kB", 431, head("GET / HTTP/1.1", `X-Long: ${"a".repeat(20_000)}`)],
  ["an address of 20 kB", 431, head(`GET /planning?mois=${"a".repeat(20_000)} HTTP/1.1`)],
  [
    "two lengths",
    400,
    `${head("POST /connexion HTTP/1.1", "Content-Length: 5", "Transfer-Encoding: chunked")}0\r\n\r\n`,
  ],
  ["a header with a bare line break", 400, head("GET / HTTP/1.1", "X-A: a\nb\rc: d")],
  ["no HTTP", 400, "\u0016\u0003\u0001 hello\r\n\r\n"],
])("%s: told in French, and the connection ends", async (_name, status, bytes) => {
  const answer = await raw(bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain("content-type: text/html; charset=utf-8");
  expect(answer).toContain("content-security-policy: ");
  expect(answer).toContain('<html lang="fr">');
  expect(answer).toContain("Nous n’avons pas compris cet envoi");
});

test.each([
  ["another host", head("GET /aide HTTP/1.1").replace(HOST, "ailleurs.example")],
  ["no host, in the manner of 1996", "GET /aide HTTP/1.0\r\n\r\n"],
  [
    "a host that the proxy told, without a proxy",
    head("GET /aide HTTP/1.1", `X-Forwarded-Host: ${HOST}`).replace(HOST, "ailleurs.example"),
  ],
])("%s leads to no authority", async (_name, bytes) => {
  const answer = await raw(bytes);
  expect(answer).toMatch(/^HTTP\/1.1 404 /);
  expect(answer).toContain("Cette adresse ne mène à aucun espace citoyen");
  expect(answer).not.toContain("ailleurs.example");
});

test("a request that never ends is given up", () => {
  expect(at.app.server.requestTimeout).toBeGreaterThan(0);
  expect(at.app.server.headersTimeout).toBeGreaterThan(0);
  expect(at.app.server.headersTimeout).toBeLessThanOrEqual(at.app.server.requestTimeout);
});
