export { openDatabase, handleOf, type Database } from "./database/database.ts";
export { databaseWithin } from "./database/database-within.ts";
export type { Parameter, Reads, SchemaDatabase, Writes } from "./database/handles.ts";
export { rehearse } from "./database/rehearse.ts";
export { writeUnlessRefused } from "./database/write-unless-refused.ts";
export { createAuthoritySchema, migrateDatabase } from "./database/migrate.ts";
export { howToCreateProgramRole } from "./database/program-role.ts";
export {
  notFound,
  page,
  redirect,
  refusal,
  taken,
  type Answer,
  type CookieChange,
  type Page,
  type RefusalPage,
} from "./http/answer.ts";
export { confirmationPage } from "./http/confirmation-page.tsx";
export { loadAssets, type Assets } from "./http/assets.ts";
export { deviceCookie, sessionCookie } from "./http/cookies.ts";
export { Turns } from "./crowd/turns.ts";
export { frenchCsv } from "./http/french-csv.ts";
export { formToken } from "./http/form-token.ts";
export { formId } from "./http/form-id.ts";
export { wholeFile, type WholeFile } from "./http/whole-file.ts";
export { formReader, type FormReader } from "./http/form-reader.ts";
export { firstValue, formValues, valuesOf, type Values } from "./http/form-values.ts";
export { SendAgain, sentForm, type SentForm } from "./http/sent-again.tsx";
export { hashedId } from "./http/hashed-id.ts";
export { formList, formText, isoDate, isoMonth, isoWeek } from "./http/form-text.ts";
export {
  noInput,
  route,
  type AccessRule,
  type FieldMessage,
  type RawInput,
  type Route,
} from "./http/route.ts";
export { printAside } from "./pdf/print-aside.ts";
export { printPdf, type Printable } from "./pdf/print-pdf.ts";
export { qrCode } from "./pdf/qr-code.ts";
export { projectRoot } from "./project-root.ts";
export type { IncomingFile, IncomingFiles } from "./http/upload-form.ts";
export { createWebServer } from "./http/server.ts";
export type { Arrival, WebSettings } from "./http/web-settings.ts";
export { announce, announceAll, type Announcement } from "./jobs/announce.ts";
export { forgetAnnounced } from "./jobs/forget-announced.ts";
export { ensureJournalMonths, prepareJournals } from "./journal/journal-months.ts";
export { oldJournal } from "./journal/old-months.ts";
export { writeJournal } from "./journal/journal.ts";
export type { EventHandler, PeriodicJob } from "./jobs/tasks.ts";
export { startWorker, type Worker } from "./jobs/worker.ts";
export { FormToken, FormTokenContext } from "./view/form-token.tsx";
export * from "./view/index.ts";
export { pendingMigrations } from "./database/pending-migrations.ts";
export { reachDatabase } from "./database/reach.ts";
export { startEmbeddedPostgres, useEmbeddedPostgres } from "./embedded-postgres/index.ts";
export { backupDatabase, openBackup, restoreBackup, type BackupSummary } from "./backup/index.ts";
