import { refusal, type Answer, type Writes } from "#platform";

import { waitsRefusal } from "../texts.fr.ts";
import type { Vault } from "../vault.ts";
import type { Sender } from "./keep-version.ts";
import { openVersion } from "./open-version.ts";
import type { DocumentVersion } from "./queries.ts";

/** Types as HTTP names them. */
const MEDIA_TYPES = { pdf: "application/pdf", jpeg: "image/jpeg", png: "image/png" } as const;

/**
 * A version as HTTP answers it, written in the journal: a download; shown only where the antivirus has found nothing and
 * it is a picture, which runs nothing.
 */
export async function storedAnswer(
  writes: Writes,
  vault: Vault,
  version: DocumentVersion,
  { by, shown }: { by: Sender; shown: boolean },
): Promise<Answer> {
  const body = await openVersion(writes, vault, version, by);
  if (body === undefined) return refusal(waitsRefusal);
  const { name, type, bytes, scan } = version;
  const inline = shown && scan === "clean" && type !== "pdf";
  return { kind: "stored", name, type: MEDIA_TYPES[type], length: bytes, inline, body };
}
