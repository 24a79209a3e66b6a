import type { Authority } from "../visit.ts";

/** How long an answer is believed: another process may change a setting meanwhile. */
const LIFE_SECONDS = 30;

/** How many hosts are remembered, unknown ones included: a scan of host names cannot fill the memory. */
const MOST_HOSTS = 1000;

interface Remembered {
  authority: Promise<Authority | undefined>;
  until: Temporal.Instant;
  change: number;
}

/** Counts the settings changed by this process: what was read before one is not believed after it. */
let changes = 0;

/** Makes this process read the authorities anew: a setting has changed. */
export function forgetAuthorities(): void {
  changes += 1;
}

/** The authorities found lately, by host; a host that nobody answers at is remembered too. */
export class AuthorityMemory {
  readonly #hosts = new Map<string, Remembered>();

  /** What was found at this host less than half a minute ago, else what `read` finds now. */
  find(
    host: string,
    now: Temporal.Instant,
    read: () => Promise<Authority | undefined>,
  ): Promise<Authority | undefined> {
    const known = this.#hosts.get(host);
    if (known?.change === changes && Temporal.Instant.compare(now, known.until) < 0) return known.authority;
    const authority = read();
    this.#remember(host, { authority, until: now.add({ seconds: LIFE_SECONDS }), change: changes });
    return authority;
  }

  /** The oldest goes when there are too many; a read that failed is not remembered. */
  #remember(host: string, found: Remembered): void {
    this.#hosts.delete(host);
    this.#hosts.set(host, found);
    found.authority.catch(() => {
      if (this.#hosts.get(host) === found) this.#hosts.delete(host);
    });
    const oldest = this.#hosts.keys().next();
    if (this.#hosts.size > MOST_HOSTS && oldest.done !== true) this.#hosts.delete(oldest.value);
  }
}
