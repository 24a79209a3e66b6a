// A program for the tests about faults: holds the embedded server of a data folder until it is told to stop,
// and says on one line of JSON how the start went.
import { startEmbeddedPostgres } from "./start.ts";

const started = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? "" });
if (started.ok) {
  const server = started.value;
  process.once("SIGTERM", () => void server.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
  const { connectionString, adopted } = server;
  process.stdout.write(`${JSON.stringify({ connectionString, adopted, pid: server.pid() })}\n`);
} else {
  process.stdout.write(`${JSON.stringify(started.refusal)}\n`);
}
