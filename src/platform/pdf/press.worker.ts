import { parentPort } from "node:worker_threads";
import { z } from "zod";

import { printPdf } from "./print-pdf.ts";

/** What the print room sends: a time is text between threads. */
const sent = z.object({
  template: z.string(),
  data: z.looseObject({}),
  pictures: z.record(z.string(), z.instanceof(Uint8Array)).optional(),
  at: z.string().transform((text) => Temporal.Instant.from(text)),
});

parentPort?.on("message", async (message) => {
  const answer = await printPdf(sent.parse(message)).catch((fault: unknown) => ({ fault }));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to the thread that began this one, not a window
  parentPort?.postMessage(answer);
});
