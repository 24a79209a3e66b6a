/**
 * What is counted as one address: an IPv4 address, or the /64 network of an IPv6 one, since one subscriber
 * holds 2^64 of those. « 2001:db8:1:2::7 » gives « 2001:db8:1:2 », « ::ffff:192.0.2.1 » gives « 192.0.2.1 ».
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const first = groups(head);
  const last = groups(tail);
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0");
  return [...first, ...zeros, ...last].slice(0, 4).join(":");
}

function groups(text: string): string[] {
  return text === "" ? [] : text.split(":").map((group) => group.replace(/^0+(?=.)/, ""));
}
