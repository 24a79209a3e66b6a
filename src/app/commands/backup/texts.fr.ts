import { countOf } from "#kernel";
import type { BackupSummary } from "#platform";

/** What `preau backup` and `preau restore` print. */
export const texts = {
  backupUsage: "Écrivez : preau backup FICHIER [--authority NOM-OU-HÔTE]",
  restoreUsage: "Écrivez : preau restore FICHIER",
  backedUp: (file: string, bytes: number, summary: BackupSummary) =>
    `Sauvegarde faite dans ${file} (${megabytes(bytes)}) : ${contentOf(summary)}.`,
  restored: (file: string, summary: BackupSummary) => `Sauvegarde ${file} restaurée : ${contentOf(summary)}.`,
  slotsDisagree: (slots: number) =>
    `${countOf(slots, "créneau", "créneaux")} dont le compteur de places diffère des réservations`,
};

function contentOf({ authorities, rows, jobs }: BackupSummary): string {
  return [
    countOf(authorities.length, "collectivité"),
    countOf(rows, "ligne"),
    countOf(jobs, "tâche en attente", "tâches en attente"),
  ].join(", ");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString("fr-FR", { maximumFractionDigits: 1 })}\u00a0Mo`;
}
