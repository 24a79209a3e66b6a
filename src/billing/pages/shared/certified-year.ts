import { z } from "zod";

/** The year of a certificate, in an address. */
export const certifiedYear = z.coerce.number().int().min(2000).max(2999);
