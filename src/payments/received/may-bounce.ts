import type { PaidFile } from "./paid-file.ts";

/** Whether a payment on line may come back unpaid: a debit that was accepted; a card that was accepted has paid. */
export const mayBounce = ({ means }: Pick<PaidFile, "means">): boolean => means === "debit";
