export { backupDatabase, type BackupSummary } from "./backup.ts";
export { openBackup } from "./open-backup.ts";
export { restoreBackup } from "./restore.ts";
