/** How many sign-ins may fail before one has to wait, and how long. */
export interface ThrottleLimit {
  /** Failures that cost nothing. */
  tolerated: number;
  /** Minutes to wait after each further failure; the last one holds for all that follow. */
  waits: readonly number[];
  /** Minutes after its first failure when a count begins anew. */
  windowMinutes: number;
}

/** What is counted: an account from one address, an address, an account from anywhere, a known device. */
export type ThrottleKind = "pair" | "address" | "account" | "device";

/**
 * The limits in force. None ever waits more than 15 minutes, so that whoever is attacked gets in: an attempt
 * made while waiting is not counted, so hammering lengthens nothing, and a device that signed in before is
 * counted by itself alone. With passwords of 12 characters this keeps the 50 bits of CNIL 2022-100 safe.
 *
 * Example: « a@b.fr » from one address fails five times at 10:00; the next attempt is looked at from 10:01,
 * and if it fails too, the one after from 10:03.
 */
export const throttleLimits: Readonly<Record<ThrottleKind, ThrottleLimit>> = {
  pair: { tolerated: 4, waits: [1, 2, 4, 8, 15], windowMinutes: 24 * 60 },
  device: { tolerated: 4, waits: [1, 2, 4, 8, 15], windowMinutes: 24 * 60 },
  address: { tolerated: 49, waits: [1, 2, 4, 8, 15], windowMinutes: 15 },
  account: { tolerated: 29, waits: [1, 1, 2, 2, 5], windowMinutes: 15 },
};

/** Minutes to wait after the `failures`-th failure of a window; 0 while they are tolerated. */
export function waitAfter({ tolerated, waits }: ThrottleLimit, failures: number): number {
  if (failures <= tolerated) return 0;
  return waits[Math.min(failures - tolerated, waits.length) - 1] ?? 0;
}

/** The waits in minutes after failure 1, 2, 3…, as the statement that counts takes them; the last one lasts. */
export function waitTable(limit: ThrottleLimit): number[] {
  return Array.from({ length: limit.tolerated + limit.waits.length }, (_, index) =>
    waitAfter(limit, index + 1),
  );
}

/** Under which counts an attempt falls. A known device answers for itself and is not held up by others. */
export function countsOf(attempt: {
  email: string;
  address: string;
  knownDevice: string | null;
}): { kind: ThrottleKind; of: string }[] {
  const { email, address, knownDevice } = attempt;
  if (knownDevice !== null) return [{ kind: "device", of: `${email}\n${knownDevice}` }];
  return [
    { kind: "pair", of: `${email}\n${address}` },
    { kind: "address", of: address },
    { kind: "account", of: email },
  ];
}
