/** Reads the billing of everybody, and the invoices of every family. */
export const READ = "billing.read";
/** Drafts, issues, leaves out, answers. */
export const WRITE = "billing.write";
