import { z } from "zod";

import { day, euros } from "./words.ts";

/** Section « psuLimits »: the floor and the ceiling of a month's resources, from a day on, where the authority wrote them. */
export const psuLimits = z.array(
  z.strictObject({
    firstDay: day.describe("Premier jour où ils valent."),
    floor: euros.describe("Le plancher des ressources du mois."),
    ceiling: euros.describe("Le plafond des ressources du mois."),
    aboveCeiling: z
      .boolean()
      .exactOptional()
      .describe("true : le taux continue au-dessus du plafond, avec l’accord de la CAF."),
  }),
);

/** One of them. */
export type PsuLimitEntry = z.infer<typeof psuLimits>[number];
