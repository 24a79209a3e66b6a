export { backupDatabase, type BackupSummary } from "./backup.ts";
export type { BackupRefusal, BackupRefusalCode } from "./refusal.ts";
export { restoreDatabase, type SchemaCheck } from "./restore.ts";
