import type { NightJob } from "#identity";

/** How long the file of a run's paper documents is kept, in days: it is printed once, and made again when asked. */
const KEPT_DAYS = 30;

/**
 * @rule Le fichier des factures à imprimer
 *
 * Le fichier qui réunit les factures à poster est gardé trente jours, puis effacé : il contient les adresses et les
 * sommes de tout le monde, et se refait à la demande, à l’identique, des factures qui, elles, restent.
 *
 * Exemple : le fichier de novembre 2026, fait le 3 décembre, n’est plus là le 3 janvier 2027 ; « Préparer » le refait.
 */
export const forgetPrint: NightJob = {
  name: "billing.forget-print",
  schedule: "50 2 * * *",
  run: ({ database, now }) =>
    database.write(async (writes) => {
      await writes.run("billing_forget_print", "delete from paper_print where ended_at < $1", [
        now.subtract({ hours: KEPT_DAYS * 24 }).toString(),
      ]);
    }),
};
