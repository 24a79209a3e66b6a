import pino, { type Logger } from "pino";

/** The program's log: lines of JSON on standard error. */
export function openLog(level: string): Logger {
  return pino({ level, serializers: { err: whatFailed } }, pino.destination({ dest: 2, sync: false }));
}

/**
 * Of what was thrown, the log keeps the name, the message, the code and where: never the objects that libraries
 * hang on their errors (pg puts its whole connection there, with the values of statements).
 */
function whatFailed(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  const { name, message, stack } = thrown;
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : undefined;
  return { name, message, code, stack };
}
