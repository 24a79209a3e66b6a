import { formId } from "#platform";
import { z } from "zod";

/** The facts of `bookings.closed` and `bookings.reopened`: the slots, and the instant at which it was decided. */
export const slotsEvent = z.object({
  slots: z.array(formId<"slot">()).min(1),
  at: z.iso.datetime({ offset: true }),
});

/** What makes the letters of such an event the only ones of their kind. */
export function aboutSlots(type: string, { slots, at }: z.infer<typeof slotsEvent>): string {
  return `${type}:${at}:${slots.toSorted()[0] ?? ""}`;
}
