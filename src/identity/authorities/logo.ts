import { ok, refuse, type Result } from "#kernel";
import type { Reads, Writes } from "#platform";

import { imageFacts, type ImageFacts } from "../rules/image-size.ts";

/** A family page costs 30 kB at most, logo included. */
const LARGEST_LOGO = 20_000;

/** Why a file is not taken as a logo. */
export type LogoRefusal = { code: "too-large"; largest: number; bytes: number } | { code: "not-an-image" };

/** Keeps a PNG or a WebP of 20 kB at most as the authority's logo; pages show it within half a minute. */
export async function setLogo(writes: Writes, bytes: Uint8Array): Promise<Result<ImageFacts, LogoRefusal>> {
  if (bytes.length > LARGEST_LOGO) {
    return refuse({ code: "too-large", largest: LARGEST_LOGO, bytes: bytes.length });
  }
  const facts = imageFacts(bytes);
  if (facts === undefined) return refuse({ code: "not-an-image" });
  await writes.run("set_logo", `update authority_setting set logo = $1, logo_type = $2`, [bytes, facts.type]);
  return ok(facts);
}

/** The logo as it is served, with the hash that its address holds; undefined when the authority has none. */
export async function readLogo(
  reads: Reads,
): Promise<{ type: string; bytes: Buffer; hash: string } | undefined> {
  return reads.row<{ type: string; bytes: Buffer; hash: string }>(
    "logo",
    `select logo_type as type, logo as bytes, left(encode(sha256(logo), 'hex'), 12) as hash
     from authority_setting where logo is not null`,
  );
}
