import { randomBytes } from "node:crypto";

/** Between the calendar of UUIDs (1582) and ours, in milliseconds. */
const GREGORIAN_START = -12_219_292_800_000n;

/** Makes UUIDs of version 1, which look like a time as those of the service do; never the same twice. */
export function idOpMaker(): (now: Temporal.Instant) => string {
  const place = `${((randomBytes(2).readUInt16BE() & 0x3fff) | 0x8000).toString(16)}-${randomBytes(6).toString("hex")}`;
  let last = 0n;
  return (now) => {
    const ticks = (BigInt(now.epochMilliseconds) - GREGORIAN_START) * 10_000n;
    last = ticks > last ? ticks : last + 1n;
    const hex = last.toString(16).padStart(15, "0");
    return `${hex.slice(7)}-${hex.slice(3, 7)}-1${hex.slice(0, 3)}-${place}`;
  };
}
