import type { Socket } from "node:net";

/** What Node says of a request that it could not read. */
interface ReadError {
  code?: string;
}

const REASONS = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
} as const;

/**
 * Answers bytes that are no request of HTTP, or whose headers are too long (cookies of other programs at the same
 * host): Node hands over the connection alone, before any route. The connection ends, since nothing tells where the
 * next request would begin.
 * @param html the page to show, in its frame
 */
export function answerUnreadable(
  error: ReadError,
  socket: Pick<Socket, "writable" | "end" | "destroy">,
  { headers, html }: { headers: Readonly<Record<string, string>>; html: () => string },
): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusOf(error);
  const body = html();
  const told = {
    ...headers,
    "cache-control": "no-store",
    "content-type": "text/html; charset=utf-8",
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  };
  const lines = Object.entries(told).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${REASONS[status]}`, ...lines, "", body].join("\r\n"));
}

function statusOf({ code }: ReadError): keyof typeof REASONS {
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
}
