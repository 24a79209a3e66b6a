import { join } from "node:path";
import { z } from "zod";

import type { VaultSettings } from "#documents";
import { ok, refuse, type Result } from "#kernel";
import type { GatewaySettings } from "#messaging";
import { projectRoot } from "#platform";

/** What the technician sets in the environment; everything has a default that works. */
export interface Settings {
  port: number;
  dataDir: string;
  /** A PostgreSQL of the authority's own; null for the embedded one. */
  databaseUrl: string | null;
  /** Neither a database of one's own nor production: the demonstration. */
  demonstration: boolean;
  publicUrl: URL;
  trustProxy: boolean;
  smtpUrl: string | null;
  mailFrom: string | null;
  /** Where text messages leave; null where nobody carries them. */
  sms: GatewaySettings | null;
  logLevel: string;
  /** Where a demonstration's clock starts; null for the machine's own time. */
  clockStartsAt: Temporal.Instant | null;
  /** Where the demonstration's stand-in of PayFiP listens; null for 10,000 above the program, or any that is free. */
  simulatorPort: number | null;
  /** Where documents and their keys are kept, and who looks at what is sent. */
  vault: VaultSettings;
  /** A stand-in that somebody else started: the demonstration uses it and starts none. */
  simulatorOrigin: string | null;
}

const flag = z.enum(["", "0", "1", "true", "false"]).default("");
const text = z.string().trim().default("");

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: text,
  DATABASE_URL: z.union([z.literal(""), z.url({ protocol: /^postgres(ql)?$/ })]).default(""),
  PREAU_ENV: z.enum(["", "production", "demonstration"]).default(""),
  PUBLIC_URL: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default(""),
  TRUST_PROXY: flag,
  SMTP_URL: z.union([z.literal(""), z.url({ protocol: /^smtps?$/ })]).default(""),
  MAIL_FROM: text,
  SMS_URL: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default(""),
  SMS_SECRET: text,
  SMS_SENDER: z.union([z.literal(""), z.string().regex(/^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/)]).default(""),
  PREAU_CLOCK: text.transform(instantOf),
  PAYFIP_SIMULATOR_PORT: z.union([z.literal(""), z.coerce.number().int().min(0).max(65_535)]).default(""),
  PAYFIP_SIMULATOR_ORIGIN: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default(""),
  FILES_DIR: text,
  KEYS_DIR: text,
  S3_URL: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default(""),
  CLAMD: z.union([z.literal(""), z.url({ protocol: /^(tcp|unix)$/ })]).default(""),
  UPLOAD_MAX_MB: z.coerce.number().int().min(1).max(100).default(10),
  LOG_LEVEL: z.enum(["", "debug", "info", "warn", "error"]).default(""),
});

/** What each setting must look like, for whoever wrote something else. */
const EXPECTED: Readonly<Record<string, string>> = {
  PORT: "un numéro de port, par exemple 3000",
  DATABASE_URL: "une adresse postgres://utilisateur:secret@serveur:5432/base",
  PREAU_ENV: "production, ou rien",
  PUBLIC_URL: "une adresse https://espace.exemple.fr",
  TRUST_PROXY: "1 ou rien",
  SMTP_URL: "une adresse smtp://utilisateur:secret@serveur:587",
  SMS_URL: "une adresse https://passerelle.exemple.fr/sms",
  SMS_SENDER: "3 à 11 lettres sans accent et chiffres, par exemple MAIRIE",
  LOG_LEVEL: "debug, info, warn ou error",
  PAYFIP_SIMULATOR_PORT: "un numéro de port, par exemple 13000",
  PAYFIP_SIMULATOR_ORIGIN: "une adresse http://localhost:13000",
  CLAMD: "une adresse tcp://127.0.0.1:3310 ou unix:///run/clamav/clamd.ctl",
  S3_URL: "une adresse https://CLÉ:SECRET@s3.exemple.fr/SEAU?region=gra",
  UPLOAD_MAX_MB: "un nombre de mégaoctets entre 1 et 100, par exemple 10",
  PREAU_CLOCK: "un instant comme 2026-11-02T08:00:00Z",
};

/** Reads the settings. The first one that does not fit is refused, by its name, with what to write. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Result<Settings, string> {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    return refuse(`Réglage ${name} : écrivez ${EXPECTED[name] ?? "une valeur qui convient"}.`);
  }
  const { data } = parsed;
  const demonstration = data.DATABASE_URL === "" && data.PREAU_ENV !== "production";
  const dataDir = data.DATA_DIR === "" ? join(projectRoot, "data") : data.DATA_DIR;
  return ok({
    port: data.PORT,
    dataDir,
    vault: {
      filesDir: data.FILES_DIR === "" ? join(dataDir, "documents") : data.FILES_DIR,
      keysDir: data.KEYS_DIR === "" ? join(dataDir, "keys") : data.KEYS_DIR,
      s3: data.S3_URL === "" ? null : new URL(data.S3_URL),
      clamd: data.CLAMD === "" ? null : new URL(data.CLAMD),
      mostMegabytes: data.UPLOAD_MAX_MB,
    },
    databaseUrl: data.DATABASE_URL === "" ? null : data.DATABASE_URL,
    demonstration,
    publicUrl: new URL(data.PUBLIC_URL === "" ? `http://localhost:${data.PORT}` : data.PUBLIC_URL),
    trustProxy: data.TRUST_PROXY === "1" || data.TRUST_PROXY === "true",
    smtpUrl: data.SMTP_URL === "" ? null : data.SMTP_URL,
    mailFrom: data.MAIL_FROM === "" ? null : data.MAIL_FROM,
    sms:
      data.SMS_URL === ""
        ? null
        : {
            url: new URL(data.SMS_URL),
            secret: data.SMS_SECRET,
            sender: data.SMS_SENDER === "" ? "Espace" : data.SMS_SENDER,
          },
    clockStartsAt: demonstration ? data.PREAU_CLOCK : null,
    simulatorPort: data.PAYFIP_SIMULATOR_PORT === "" ? null : data.PAYFIP_SIMULATOR_PORT,
    simulatorOrigin:
      demonstration && data.PAYFIP_SIMULATOR_ORIGIN !== ""
        ? new URL(data.PAYFIP_SIMULATOR_ORIGIN).origin
        : null,
    // Whoever tries the demonstration in a terminal looks for its address, not for lines of JSON.
    logLevel: data.LOG_LEVEL !== "" ? data.LOG_LEVEL : demonstration ? "warn" : "info",
  });
}

function instantOf(written: string, context: z.core.$RefinementCtx<string>): Temporal.Instant | null {
  if (written === "") return null;
  try {
    return Temporal.Instant.from(written);
  } catch {
    context.addIssue({ code: "custom", message: "not an instant" });
    return z.NEVER;
  }
}
