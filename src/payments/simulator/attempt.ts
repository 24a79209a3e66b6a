import { z } from "zod";

/** The choices of the payment page: card, direct debit, or giving up. */
export const RESULTS = ["P", "R", "V", "Z", "A"] as const;
export type SimulatedResult = (typeof RESULTS)[number];

/** One operation as the service keeps it; its instants are written as text, so that it goes to a file as it is. */
export const attemptSchema = z.object({
  idOp: z.string(),
  exer: z.string(),
  mel: z.string(),
  montant: z.string(),
  numcli: z.string(),
  objet: z.string(),
  refdet: z.string(),
  saisie: z.string(),
  urlnotif: z.string(),
  urlredirect: z.string(),
  createdAt: z.string(),
  /** When the payer's browser opened the page: it does so once. */
  openedAt: z.string().nullable(),
  result: z.object({ resultrans: z.enum(RESULTS), at: z.string(), numauto: z.string() }).nullable(),
});

export type SimulatedAttempt = Readonly<z.infer<typeof attemptSchema>>;

/** What `creerPaiementSecurise` was given, once accepted. */
export type SimulatedOrder = Omit<SimulatedAttempt, "idOp" | "createdAt" | "openedAt" | "result">;
