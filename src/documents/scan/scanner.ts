import type { Socket } from "node:net";
import { connect } from "node:net";
import { text } from "node:stream/consumers";

/** What the antivirus says of a file. */
export type Verdict =
  | { readonly kind: "clean" }
  | { readonly kind: "found"; readonly name: string }
  /** The file is longer than it takes (StreamMaxLength, clamd.conf(5)): asking again changes nothing. */
  | { readonly kind: "too-long" }
  /** It is down, slow, or could not: the file waits. */
  | { readonly kind: "no-answer"; readonly why: string };

/** Looks for what is known to do harm. Throws where the content itself cannot be read: no fault of the antivirus. */
export interface Scanner {
  scan(content: AsyncIterable<Uint8Array>, longestMs: number): Promise<Verdict>;
}

/** An answer is a line; more is none. */
const LONGEST_PIECE = 64 * 1024;

/**
 * clamd, at « tcp://127.0.0.1:3310 » or « unix:///run/clamav/clamd.ctl »: the file is streamed to it with INSTREAM
 * (clamd(8)), whatever its own user may read.
 */
export function clamdScanner(address: URL): Scanner {
  return {
    async scan(content, longestMs) {
      // What goes wrong is told by what is being awaited.
      const socket = socketTo(address).on("error", () => undefined);
      const timeout = setTimeout(() => socket.destroy(new Error("no answer in time")), longestMs);
      try {
        return verdictOf(await exchange(socket, content));
      } catch (error) {
        if (error instanceof Unreadable) throw error.cause;
        return { kind: "no-answer", why: error instanceof Error ? error.message : String(error) };
      } finally {
        clearTimeout(timeout);
        socket.destroy();
      }
    },
  };
}

function socketTo(address: URL): Socket {
  return address.protocol === "unix:"
    ? connect({ path: decodeURIComponent(address.pathname) })
    : connect({ host: address.hostname, port: Number(address.port || "3310") });
}

async function exchange(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<string> {
  const answer = text(socket);
  // Awaited below; until then its failure is that of the writing too.
  answer.catch(() => undefined);
  await written(socket, Buffer.from("zINSTREAM\0"));
  for await (const bytes of readable(content)) {
    // It has seen enough, and says so.
    if (socket.readableEnded) break;
    for (let at = 0; at < bytes.length; at += LONGEST_PIECE) {
      const piece = bytes.subarray(at, at + LONGEST_PIECE);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      await written(socket, Buffer.concat([length, piece]));
    }
  }
  await written(socket, Buffer.alloc(4));
  return await answer;
}

/** What could not be read is told apart from what could not be asked. */
class Unreadable extends Error {}

async function* readable(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = content[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await pieces.next().catch((cause: unknown) => {
        throw new Unreadable("The file cannot be read", { cause });
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
}

function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** « stream: OK », « stream: Eicar-Test-Signature FOUND », « INSTREAM size limit exceeded. ERROR » */
function verdictOf(answer: string): Verdict {
  const said = answer.replaceAll("\0", "").trim();
  if (said === "stream: OK") return { kind: "clean" };
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (found !== undefined) return { kind: "found", name: found.slice(0, 200) };
  if (said === "INSTREAM size limit exceeded. ERROR") return { kind: "too-long" };
  return { kind: "no-answer", why: said === "" ? "the connection ended" : said.slice(0, 200) };
}
