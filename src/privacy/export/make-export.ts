import { reachOf } from "#access";
import { keepMade, type Vault } from "#documents";
import { originOf, type Background, type Handler } from "#identity";
import { parisDate } from "#kernel";
import { writeMessage } from "#messaging";
import { formId, writeJournal, type Writes } from "#platform";
import { z } from "zod";

import { durationsOn } from "../retention/durations-on.ts";
import { exportById, type DataExport } from "./exports.ts";
import { ownData } from "./own-data.ts";
import { texts } from "./texts.fr.ts";
import { zipOf } from "./zip-file.ts";

const askedEvent = z.object({ export: formId<"data-export">() });

/**
 * On `privacy.exportAsked`: makes the copy, sealed as it is made, and tells whoever asked. Cut short, it is made anew;
 * what was written is swept. Run twice, the first file stands.
 */
export const makeExport =
  (vault: Vault, publicUrl: URL): Handler =>
  async (background, facts) => {
    const { database, now } = background;
    const { export: exportId } = askedEvent.parse(facts);
    const asked = await database.read((reads) => exportById(reads, exportId));
    if (asked === undefined || asked.fileId !== null) return;
    const { guardianId } = asked;
    const found = await database.read(async (reads) => ({
      reach: await reachOf(reads, guardianId),
      rule: await durationsOn(reads, parisDate(now)),
    }));
    const until = now.add({ hours: 24 * found.rule.exportDays });
    const zip = zipOf(ownData(vault, background, { guardianId, reach: found.reach }), now);
    const { fileId } = await keepMade(vault, background, zip, until);
    await database.write(async (writes) => {
      const made = await writes.run(
        "privacy_export_made",
        `update data_export set file_id = $2, made_at = $3, until = $4 where id = $1 and file_id is null`,
        [exportId, fileId, now.toString(), until.toString()],
      );
      if (made > 0) await tell(writes, background, publicUrl, asked, until);
    });
  };

async function tell(
  writes: Writes,
  { authority, now }: Background,
  publicUrl: URL,
  { exportId, accountId, by }: DataExport,
  until: Temporal.Instant,
): Promise<void> {
  await writeJournal(writes, {
    at: now,
    accountId: null,
    byLabel: "Préau",
    act: "privacy.export-made",
    objectKind: "data-export",
    objectId: exportId,
    address: "",
  });
  // The account's address, and no other: a file may hold one that two adults share.
  const account = await writes.row<{ email: string }>(
    "privacy_whom_to_tell",
    `select email from identity_open_account where account_id = $1`,
    [accountId],
  );
  if (account === undefined) return;
  const { mail } = texts;
  await writeMessage(writes, authority, {
    key: `privacy.export-made:${exportId}`,
    to: account.email,
    subject: mail.subject,
    content: {
      greeting: mail.greeting(by),
      blocks: [
        { kind: "paragraph", text: mail.ready(parisDate(until)) },
        { kind: "link", label: mail.link, href: `${originOf(authority.host, publicUrl)}/mes-donnees` },
      ],
      signature: mail.signature(authority.name, authority.brand.contact.phone),
    },
    at: now,
  });
}
