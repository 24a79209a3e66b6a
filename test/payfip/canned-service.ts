import { createServer } from "node:http";
import { text } from "node:stream/consumers";

/** A server that answers every POST with the same thing, and keeps what it was sent. */
export interface CannedService extends AsyncDisposable {
  readonly origin: string;
  readonly received: string[];
  answer: { status: number; body: string; headers?: Record<string, string> } | "silence";
}

/** Listens on a free port of this machine. */
export async function cannedService(): Promise<CannedService> {
  const received: string[] = [];
  const server = createServer(async (http, reply) => {
    received.push(await text(http));
    if (service.answer === "silence") return;
    reply.writeHead(service.answer.status, service.answer.headers ?? {}).end(service.answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const service: CannedService = {
    origin: `http://127.0.0.1:${port}`,
    received,
    answer: "silence",
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}
