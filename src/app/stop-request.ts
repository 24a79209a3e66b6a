const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Calls `stop` once, at the first request to stop: a signal (Ctrl-C reaches us twice, from the terminal and from
 * the launcher), or the launcher's channel closing because it was killed outright.
 * Listening does not keep a finished command alive.
 */
export function onStopRequest(stop: (reason: string) => void): void {
  let asked = false;
  const once = (reason: string) => {
    if (asked) return;
    asked = true;
    stop(reason);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, once);
  if (process.channel) {
    process.once("disconnect", () => once("launcher gone"));
    process.channel.unref();
  }
}
