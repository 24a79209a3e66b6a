import type { Erasable } from "#identity";
import type { Id } from "#kernel";
import type { Writes } from "#platform";

// A document that says until when it holds counts from that day, one that does not from the day it was sent; a version
// that another replaced, from that moment.
const OVER = `coalesce(v.valid_until, (v.sent_at at time zone 'Europe/Paris')::date) < $1::date
  or v.superseded_at < ($1::date)::timestamp at time zone 'Europe/Paris'`;
const OF_HEALTH = `k.sensitivity = 'health' and (${OVER})`;
// What holds without an end stays with the family's file: a judgment, a birth certificate.
const ENDED = `k.sensitivity <> 'health' and k.about <> 'published'
  and (v.valid_until < $1::date or v.superseded_at < ($1::date)::timestamp at time zone 'Europe/Paris')`;

/**
 * Files, by what makes them old. A row that goes takes its key along: what is left of the file opens no more, and the
 * sweep of the night takes it away.
 * @param name the end of the statements' names
 */
const oldVersions = (name: string, old: string): Erasable => ({
  async count(reads, before) {
    const row = await reads.row<{ count: number }>(
      `documents_count_${name}`,
      `select count(*)::int as count from document_version v
       join document d on d.id = v.document_id join document_kind k on k.id = d.kind_id where ${old}`,
      [before.toString()],
    );
    return row?.count ?? 0;
  },
  async names(reads, before, most) {
    const rows = await reads.rows<{ name: string }>(
      `documents_name_${name}`,
      `select k.label || ' : ' || v.name as name from document_version v
       join document d on d.id = v.document_id join document_kind k on k.id = d.kind_id
       where ${old} order by v.sent_at, v.id limit $2`,
      [before.toString(), most],
    );
    return rows.map((one) => one.name);
  },
  async erase(writes, before, most) {
    const gone = await writes.rows<{ documentId: string }>(
      `documents_erase_${name}`,
      `delete from document_version where id in (
         select v.id from document_version v
         join document d on d.id = v.document_id join document_kind k on k.id = d.kind_id
         where ${old} order by v.sent_at limit $2 for update of v)
       returning document_id as "documentId"`,
      [before.toString(), most],
    );
    await dropEmpty(
      writes,
      gone.map(({ documentId }) => documentId),
    );
    return gone.length;
  },
});

/** Documents of health whose school year is over, with all their versions. */
export const oldHealthDocuments = oldVersions("of_health", OF_HEALTH);

/** Other documents that no longer hold, and versions that were replaced. */
export const endedDocuments = oldVersions("ended", ENDED);

/** Erases every document of an owner, of whatever kind; how many files there were. */
export async function forgetDocumentsOf(writes: Writes, ownerId: Id<"household">): Promise<number> {
  const gone = await writes.run(
    "documents_forget_versions_of",
    `delete from document_version where document_id in (select id from document where owner_id = $1)`,
    [ownerId],
  );
  await writes.run("documents_forget_of", `delete from document where owner_id = $1`, [ownerId]);
  return gone;
}

/** A document without a version is none. */
async function dropEmpty(writes: Writes, documentIds: readonly string[]): Promise<void> {
  await writes.run(
    "documents_drop_empty",
    `delete from document d where d.id = any ($1::uuid[])
       and not exists (select from document_version v where v.document_id = d.id)`,
    [documentIds],
  );
}
