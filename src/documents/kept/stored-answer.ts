import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";

import type { SignedInVisit, Visit } from "#identity";
import { notFound, printAside, refusal, type Answer, type Reads } from "#platform";

import type { WrappedKey } from "../keys/key-ring.ts";
import { jpegWalk } from "../rules/jpeg-walk.ts";
import { pngWalk } from "../rules/png-walk.ts";
import { texts, tooLargeToPrint, waitsRefusal } from "../texts.fr.ts";
import { openFile, type Vault } from "../vault.ts";
import { openPublished, openVersion, type OpenedVersion } from "./open-version.ts";
import type { DocumentVersion } from "./queries.ts";

/** Types as HTTP names them. */
const MEDIA_TYPES = { pdf: "application/pdf", jpeg: "image/jpeg", png: "image/png" } as const;

/** A press holds four bytes for each point; photographs of documents have 50 million at most. */
const MOST_PRINTED_POINTS = 60_000_000;

/** How a version is given: as it was sent, shown by the browser, or a photograph as a PDF. */
export type Giving = "download" | "shown" | "pdf";

/**
 * A version as HTTP answers it, written in the journal. It is a download; a picture is shown only where the antivirus has
 * found nothing in it. A photograph as a PDF is made each time: one page, upright whatever way the telephone was held.
 * @param find the version, where this visit may open it
 */
export async function answerVersion(
  visit: SignedInVisit,
  vault: Vault,
  find: (reads: Reads) => Promise<DocumentVersion | undefined>,
  giving: Giving,
): Promise<Answer> {
  return given(visit, vault, await openVersion(visit, find), giving);
}

/**
 * A version that a publication hands out, as HTTP answers it: a download, or a picture that the antivirus has seen.
 * @param find the version, where this visit may open it
 */
export async function answerPublished(
  visit: Visit,
  vault: Vault,
  find: (reads: Reads) => Promise<DocumentVersion | undefined>,
): Promise<Answer> {
  return given(visit, vault, await openPublished(visit, find), "shown");
}

async function given(
  visit: Visit,
  vault: Vault,
  opened: OpenedVersion | undefined,
  giving: Giving,
): Promise<Answer> {
  if (opened === undefined) return notFound;
  const { version, key } = opened;
  if (key === undefined) return refusal(waitsRefusal);
  const { versionId, name, type, bytes, scan } = version;
  const body = await bytesOf(vault, { authorityId: visit.authority.id, fileId: versionId }, key);
  if (giving === "pdf") return asPdf(version, body);
  const inline = giving === "shown" && scan === "clean" && type !== "pdf";
  return { kind: "stored", name, type: MEDIA_TYPES[type], length: bytes, inline, body };
}

async function bytesOf(
  vault: Vault,
  place: { authorityId: string; fileId: string },
  key: WrappedKey,
): Promise<Readable> {
  return Readable.from(await openFile(vault, place, key), { objectMode: false });
}

async function asPdf({ name, type, kindLabel, sentAt }: DocumentVersion, body: Readable): Promise<Answer> {
  if (type === "pdf") {
    body.destroy();
    return notFound;
  }
  const bytes = await buffer(body);
  const walk = type === "jpeg" ? jpegWalk() : pngWalk();
  walk.take(bytes);
  if (walk.points() > MOST_PRINTED_POINTS) return refusal(tooLargeToPrint);
  const picture = type === "jpeg" ? "photo.jpg" : "photo.png";
  const pdf = await printAside({
    template: "src/documents/kept/photograph.typ",
    data: { title: kindLabel, alt: texts.photographOf(kindLabel), picture },
    pictures: { [picture]: bytes },
    at: sentAt,
  });
  return { kind: "file", name: name.replace(/\.[a-z]+$/, ".pdf"), type: "application/pdf", body: pdf };
}
