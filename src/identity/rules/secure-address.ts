/** Hosts on which browsers keep secure cookies over plain http. */
const OWN_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The address to use instead, when browsers would drop the cookies of the one asked for: over plain http they
 * keep them on one's own machine only. « http://espace.exemple.fr » gives « https://espace.exemple.fr »;
 * « http://localhost:3000 » and whatever is https give null.
 */
export function secureAddress(origin: string): string | null {
  if (!URL.canParse(origin)) return null;
  const { protocol, hostname } = new URL(origin);
  return protocol === "https:" || OWN_MACHINE.has(hostname) ? null : `https://${hostname}`;
}
