import type { WorkerEvents } from "graphile-worker";

/** A worker that asks for jobs every two seconds and has had no answer for this long is not well. */
const SILENCE_MS = 30_000;

/** Whether a worker gets answers from its queue, or has a job in hand. */
export interface SignOfLife {
  recent(): boolean;
}

/** Watches the events of a worker. */
export function signOfLife(events: WorkerEvents): SignOfLife {
  let last = performance.now();
  let inHand = 0;
  const note = () => (last = performance.now());
  events.on("worker:getJob:empty", note);
  events.on("job:start", () => {
    inHand += 1;
    note();
  });
  events.on("job:complete", () => {
    inHand -= 1;
    note();
  });
  return { recent: () => inHand > 0 || performance.now() - last < SILENCE_MS };
}
