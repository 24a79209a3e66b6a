import type { LoadForm, Sender } from "./load-form.ts";

/** How many send at the same time, as the issue says. */
export const CLIENTS = 16;

/** Bookings a second of 16 clients that each send the next form as soon as the last is answered. */
export async function bookingsPerSecond(
  next: () => LoadForm,
  send: Sender,
  seconds: number,
): Promise<number> {
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let booked = 0;
  async function client(): Promise<void> {
    while (performance.now() < end) {
      const taken = await send(next());
      booked += taken;
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return booked / ((performance.now() - begun) / 1000);
}
