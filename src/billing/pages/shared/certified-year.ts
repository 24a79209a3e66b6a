import { formId } from "#platform";
import { z } from "zod";

const DECLARED_UNTIL_MONTH = 6;

/** The year of a certificate, in an address. */
export const certifiedYear = z.coerce.number().int().min(2000).max(2999);

/** Whose certificate it is, in an address: a child, or a payer. */
export const certificateOwner = formId<"participant" | "guardian">();

/** The year whose certificates people look for: the one that is declared in spring, then the one that runs. */
export const usualCertifiedYear = ({ year, month }: Temporal.PlainDate): number =>
  month <= DECLARED_UNTIL_MONTH ? year - 1 : year;
