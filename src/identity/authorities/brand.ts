import { createHash } from "node:crypto";

import { authorityStylesheet, type Reads } from "#platform";

import { IMAGE_HEADER_BYTES, imageFacts } from "../rules/image-size.ts";
import type { Brand } from "../visit.ts";

/** What an authority shows of itself, as its table says. */
export interface BrandRow {
  name: string;
  accent: string;
  phone: string;
  email: string;
  hours: string;
  logo_hash: string | null;
  logo_header: Buffer | null;
}

/** Reads what the authority shows of itself; undefined when the row is missing. */
export function readBrand(reads: Reads): Promise<BrandRow | undefined> {
  return reads.row<BrandRow>(
    "authority_brand",
    `select display_name as name, accent, contact_phone as phone, contact_email as email, contact_hours as hours,
            left(encode(sha256(logo), 'hex'), 12) as logo_hash, substring(logo from 1 for $1) as logo_header
     from authority_setting`,
    [IMAGE_HEADER_BYTES],
  );
}

/** The addresses at which the brand is served; each holds a hash, so that a browser may keep them for ever. */
export function brandOf(row: BrandRow): Brand {
  const size = row.logo_header === null ? undefined : imageFacts(row.logo_header);
  return {
    stylesheet: `/marque/couleurs.css?v=${stylesheetHash(row.accent)}`,
    logo:
      size === undefined || row.logo_hash === null
        ? null
        : { src: `/marque/logo?v=${row.logo_hash}`, ...shownAt(size) },
    contact: { phone: row.phone, email: row.email, hours: row.hours },
  };
}

/** Of the stylesheet itself, so that a new release with other rules has another address too. */
export function stylesheetHash(accent: string): string {
  return createHash("sha256").update(authorityStylesheet({ accent })).digest("hex").slice(0, 12);
}

/** The room a logo has beside the authority's name, in CSS pixels. */
const LOGO_ROOM = { width: 160, height: 40 };

function shownAt({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, LOGO_ROOM.width / width, LOGO_ROOM.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
