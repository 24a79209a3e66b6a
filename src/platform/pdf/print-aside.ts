import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";

import { projectRoot } from "../project-root.ts";
import type { Printable } from "./print-pdf.ts";

/** As many as a small server has cores; each holds a compiler of its own. */
const THREADS = 2;
/** A thread that nobody needed for so long ends, and gives its memory back. */
const IDLE_MS = 5_000;
/** A document that ends its thread twice would end every other. */
const TRIES = 2;

interface Asked {
  readonly printable: Printable;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (fault: unknown) => void;
  tries: number;
}

/** A thread with its compiler, and the document that it has on the press. */
interface Press {
  readonly worker: Worker;
  current: Asked | undefined;
  idle: NodeJS.Timeout | undefined;
}

const answered = z.union([z.instanceof(Uint8Array), z.object({ fault: z.unknown() })]);
const waiting: Asked[] = [];
const presses = new Set<Press>();

/**
 * The same as `printPdf`, on one of two threads: hundreds of sheets keep a compiler busy for seconds, during which pages
 * go on being answered. Documents are begun in the order they were asked for. One whose thread dies is printed again.
 */
export function printAside(printable: Printable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    waiting.push({ printable, resolve, reject, tries: 0 });
    goOn();
  });
}

/** Gives each free thread the next document; begins a thread where all are busy and there may be one more. */
function goOn(): void {
  while (waiting.length > 0) {
    const free = [...presses].find(({ current }) => current === undefined);
    if (free === undefined && presses.size >= THREADS) return;
    const next = waiting.shift();
    if (next !== undefined) begin(free ?? openPress(), next);
  }
}

function begin(press: Press, asked: Asked): void {
  clearTimeout(press.idle);
  press.current = asked;
  asked.tries++;
  const { at, ...rest } = asked.printable;
  press.worker.ref();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread of ours, not a window
  press.worker.postMessage({ ...rest, at: at.toString() });
}

function openPress(): Press {
  const worker = new Worker(join(projectRoot, "src", "platform", "pdf", "press.worker.ts"));
  const press: Press = { worker, current: undefined, idle: undefined };
  let why: unknown;
  presses.add(press);
  worker.on("message", (message) => answer(press, answered.parse(message)));
  worker.on("error", (error) => (why = error));
  worker.on("exit", (code) => {
    clearTimeout(press.idle);
    presses.delete(press);
    const { current } = press;
    if (current === undefined) return;
    if (current.tries < TRIES) waiting.unshift(current);
    else current.reject(lost(current.printable, code, why));
    goOn();
  });
  return press;
}

function answer(press: Press, message: z.infer<typeof answered>): void {
  const { current } = press;
  press.current = undefined;
  press.worker.unref();
  press.idle = setTimeout(() => {
    // Out of the room first: a document asked for while it ends is for another.
    presses.delete(press);
    void press.worker.terminate();
  }, IDLE_MS).unref();
  if (message instanceof Uint8Array) current?.resolve(message);
  else current?.reject(message.fault);
  goOn();
}

function lost({ template }: Printable, code: number, cause: unknown): Error {
  return new Error(`${template} was not printed: its thread ended with ${code}, ${TRIES} times`, { cause });
}
