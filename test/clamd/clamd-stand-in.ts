import { createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** How the stand-in answers: at once, or after so long. */
export interface ClamdMood {
  slowMs?: number;
  /** Longer files are refused, as by its StreamMaxLength. */
  mostBytes?: number;
}

/** What it takes for harmful. */
export const HARMFUL = "X5O!P%@AP";

/** Speaks clamd's INSTREAM: finds Eicar where `HARMFUL` stands, takes its time when told to. */
export async function clamdStandIn(mood: ClamdMood = {}): Promise<{ url: URL; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    // Whoever hangs up while it is slow is no fault of the test.
    answer(socket, mood).catch(() => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return {
    url: new URL(`tcp://127.0.0.1:${address.port}`),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(socket: Socket, { slowMs = 0, mostBytes = Infinity }: ClamdMood): Promise<void> {
  let sent = Buffer.alloc(0);
  for await (const piece of socket) {
    sent = Buffer.concat([sent, piece]);
    const file = fileIn(sent);
    if (file === undefined) continue;
    await wait(slowMs);
    if (file.length > mostBytes) {
      socket.end("INSTREAM size limit exceeded. ERROR\0");
      return;
    }
    socket.end(file.includes(HARMFUL) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
    return;
  }
}

/** The file of « zINSTREAM\0 », its pieces each with its length, and a length of 0; undefined while it is not whole. */
function fileIn(sent: Buffer): Buffer | undefined {
  const command = "zINSTREAM\0";
  if (sent.length < command.length) return undefined;
  if (sent.subarray(0, command.length).toString() !== command) throw new Error("No INSTREAM");
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
