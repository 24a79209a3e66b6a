import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";

import { printPdf } from "./print-pdf.ts";

/** What `printAside` sends: a time is text between threads. */
const sent = z.object({
  template: z.string(),
  data: z.looseObject({}),
  at: z.string().transform((text) => Temporal.Instant.from(text)),
});

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- to the thread that began this one, not a window
parentPort?.postMessage(await printPdf(sent.parse(workerData)));
