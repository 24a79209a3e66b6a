import { Agent, request, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";

/** An answer, with its body as it came over the wire. */
export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** From the first byte sent to the last received. */
  ms: number;
}

/** A browser's connections to the program, without a browser: kept open, with the visitor's session. */
export interface HttpClient {
  /** A page. In the waiting room it asks again when told to, as the page does by itself; `ms` counts the wait. */
  get(path: string, options?: { compressed?: boolean }): Promise<HttpAnswer>;
  /** Sends a form; names may repeat. */
  post(path: string, fields: readonly (readonly [string, string])[]): Promise<HttpAnswer>;
  close(): void;
}

/**
 * Connects to the program on the loopback. Cookies that it sets are sent back.
 * @param host the authority's host, as the browser would send it
 * @param session the token of a signed-in session
 * @param from the address of the visitor, in 127.0.0.0/8; 127.0.0.1 unless told
 */
export function connectHttp(to: {
  port: number;
  host: string;
  session?: string;
  connections?: number;
  from?: string;
  /** After how long without an answer a request fails. */
  patienceMs?: number;
}): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: to.connections ?? 1 });
  const common = {
    accept: "text/html",
    host: `${to.host}:${to.port}`,
    "user-agent": "preau-bench",
  };
  const cookies = new Map(to.session === undefined ? [] : [["__Host-preau", to.session]]);
  const from = to.from === undefined ? {} : { localAddress: to.from };
  const patience = to.patienceMs === undefined ? {} : { timeout: to.patienceMs };
  async function send(
    method: "GET" | "POST",
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<HttpAnswer> {
    const begun = performance.now();
    const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const sentHeaders = { ...common, ...(cookie === "" ? {} : { cookie }), ...headers };
    const sent = request(
      { agent, host: "127.0.0.1", port: to.port, method, path, headers: sentHeaders, ...from, ...patience },
      (answer) => {
        keepCookies(cookies, answer.headers["set-cookie"] ?? []);
        buffer(answer).then((received) => {
          const { statusCode: status = 0, headers: received_ } = answer;
          resolve({ status, headers: received_, body: received, ms: performance.now() - begun });
        }, reject);
      },
    );
    sent.once("error", reject);
    sent.once("timeout", () => sent.destroy(new Error(`No answer to ${method} ${path} in time`)));
    sent.end(body);
    return promise;
  }
  return {
    get: async (path, { compressed = false } = {}) => {
      const begun = performance.now();
      for (;;) {
        const answer = await send("GET", path, compressed ? { "accept-encoding": "gzip, deflate, br" } : {});
        const again = answer.status === 503 ? answer.headers["retry-after"] : undefined;
        if (again === undefined) return { ...answer, ms: performance.now() - begun };
        await wait(Number(again) * 1000);
      }
    },
    post: (path, fields) => {
      const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
      const headers = {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": String(Buffer.byteLength(body)),
      };
      return send("POST", path, headers, body);
    },
    close: () => agent.destroy(),
  };
}

function keepCookies(cookies: Map<string, string>, set: readonly string[]): void {
  for (const cookie of set) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (name !== undefined && value !== undefined) cookies.set(name, value);
  }
}
