export { endedDocuments, forgetDocumentsOf, oldHealthDocuments } from "./forgetting/old-documents.ts";
export { scanWaiting } from "./jobs/scan-waiting.ts";
export { sweepFiles, sweepJob } from "./jobs/sweep.ts";
export { askForKind, everyKind, writeKind, type EditedKind, type WrittenKind } from "./kept/kinds-edited.ts";
export { answerMade, forgetMadeJob, keepMade } from "./made/made-file.ts";
export { readVersion } from "./kept/read-version.ts";
export { keepVersion } from "./kept/keep-version.ts";
export { noteRefused, senderOf } from "./kept/open-version.ts";
export { answerPublished, answerVersion } from "./kept/stored-answer.ts";
export {
  documentKinds,
  documentsOf,
  endingDocuments,
  publishedKind,
  sentSince,
  versionById,
  versionsOf,
  type DocumentKind,
  type DocumentVersion,
} from "./kept/queries.ts";
export { rotateKeys } from "./keys/rotate-keys.ts";
export { openVault, type VaultSettings } from "./open-vault.ts";
export { SHIPPED_KINDS } from "./rules/shipped-kinds.ts";
export { receiveRefusalSentence } from "./texts.fr.ts";
export { receiveFile, type ReceiveRefusal, type Vault } from "./vault.ts";
