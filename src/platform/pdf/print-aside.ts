import { join } from "node:path";
import { Worker } from "node:worker_threads";

import { projectRoot } from "../project-root.ts";
import type { Printable } from "./print-pdf.ts";

/**
 * The same as `printPdf`, on a thread of its own: hundreds of sheets keep the compiler busy for seconds, during which
 * pages go on being answered. The thread ends with its document, and gives its memory back.
 */
export function printAside({ at, ...printable }: Printable): Promise<Uint8Array> {
  const worker = new Worker(join(projectRoot, "src", "platform", "pdf", "press.worker.ts"), {
    workerData: { ...printable, at: at.toString() },
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code !== 0)
        reject(new Error(`${printable.template} was not printed: the thread ended with ${code}`));
    });
  });
}
