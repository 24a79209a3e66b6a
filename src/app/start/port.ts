import { createServer } from "node:net";

import { texts } from "../texts.fr.ts";

/**
 * Whether the port can be listened on, asked before anything is started or changed.
 * @returns undefined when it is free, else the sentence to print
 */
export function portRefusal(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(portSentence(port, error)));
    probe.listen(port, () => probe.close(() => resolve(undefined)));
  });
}

function portSentence(port: number, error: Error): string {
  return "code" in error && error.code === "EACCES" ? texts.portForbidden(port) : texts.portTaken(port);
}
