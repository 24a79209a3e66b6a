import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

/** What may be agreed to, with its words of today. */
export interface ConsentSubject {
  readonly subjectId: Id<"consent-subject">;
  readonly name: "news" | "photos";
  readonly about: "adult" | "child";
  /** The version of the words. */
  readonly number: number;
  readonly label: string;
  readonly body: string;
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string;
}

/** Every subject with its last words. */
export function consentSubjects(reads: Reads): Promise<ConsentSubject[]> {
  return reads.rows<ConsentSubject>(
    "consent_subjects",
    `select s.id as "subjectId", s.name, s.about, w.number, w.label, w.body, w.at as "writtenAt",
            w.by_label as "writtenBy"
     from consent_subject s
     join lateral (select * from consent_wording wording where wording.subject_id = s.id
                   order by wording.number desc limit 1) w on true
     order by s.position`,
  );
}

/** A word that an adult gave on a subject. */
export interface ConsentWord {
  readonly subjectId: Id<"consent-subject">;
  readonly label: string;
  readonly guardianId: Id<"guardian">;
  readonly participantId: Id<"participant"> | null;
  readonly childName: string | null;
  readonly number: number;
  readonly given: boolean;
  /** Of an earlier word, or of words that gave way to others: false. */
  readonly holds: boolean;
  readonly saidOn: "page" | "link";
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** Everything that these adults gave and withdrew, the last first; the words over children out of reach are left out. */
export function consentWords(
  reads: Reads,
  guardianIds: readonly Id<"guardian">[],
  withheldIds: readonly Id<"participant">[] = [],
): Promise<ConsentWord[]> {
  return reads.rows<ConsentWord>(
    "consent_words",
    `select e.subject_id as "subjectId", w.label, e.guardian_id as "guardianId", e.participant_id as "participantId",
            p.first_name as "childName", e.number, e.given,
            coalesce(last.holds and last.at = e.at, false) as holds, e.said_on as "saidOn", e.by_label as by, e.at
     from consent_entry e
     join consent_wording w on w.subject_id = e.subject_id and w.number = e.number
     left join participant p on p.id = e.participant_id
     left join families_consent last
       on last.guardian_id = e.guardian_id and last.subject_id = e.subject_id
      and last.participant_id is not distinct from e.participant_id
     where e.guardian_id = any ($1::uuid[])
       and (e.participant_id is null or e.participant_id <> all ($2::uuid[]))
     order by e.at desc, e.id`,
    [guardianIds, withheldIds],
  );
}

/** A consent as an adult says it. */
export interface SaidConsent {
  readonly subjectId: Id<"consent-subject">;
  /** The version of the words that were read. */
  readonly number: number;
  readonly participantId: Id<"participant"> | null;
  readonly given: boolean;
}

/**
 * Writes what an adult says where it differs from what holds; the same said twice is one entry. « No » to what was never
 * asked for is no entry; « no » for a child is one, which agents must know. The caller has decided that the child is his
 * or hers, and that the words are those of today.
 */
export async function sayConsents(
  writes: Writes,
  {
    guardianId,
    by,
    saidOn,
    now,
  }: { guardianId: Id<"guardian">; by: string; saidOn: "page" | "link"; now: Temporal.Instant },
  said: readonly SaidConsent[],
): Promise<void> {
  // Two forms of one adult at once are said one after the other.
  await writes.row("consent_lock_guardian", `select from guardian where id = $1 for update`, [guardianId]);
  await writes.run(
    "consent_say",
    `insert into consent_entry (subject_id, number, guardian_id, participant_id, given, said_on, by_label, at)
     select said.subject_id, said.number, $1, said.participant_id, said.given, $6, $7, $8
     from unnest($2::uuid[], $3::integer[], $4::uuid[], $5::boolean[])
          as said (subject_id, number, participant_id, given)
     left join families_consent last
       on last.guardian_id = $1 and last.subject_id = said.subject_id
      and last.participant_id is not distinct from said.participant_id
     where case when said.given then last.holds is distinct from true
                else coalesce(last.given, said.participant_id is not null) end`,
    [
      guardianId,
      said.map(({ subjectId }) => subjectId),
      said.map(({ number }) => number),
      said.map(({ participantId }) => participantId),
      said.map(({ given }) => given),
      saidOn,
      by,
      now.toString(),
    ],
  );
}

/** An adult ends the news by the link of a message; twice is once. Who never agreed has nothing to withdraw. */
export async function withdrawNews(
  writes: Writes,
  guardianIds: readonly Id<"guardian">[],
  now: Temporal.Instant,
): Promise<void> {
  await writes.rows(
    "consent_lock_guardians",
    `select from guardian where id = any ($1::uuid[]) order by id for update`,
    [guardianIds],
  );
  await writes.run(
    "consent_withdraw_news",
    `insert into consent_entry (subject_id, number, guardian_id, given, said_on, by_label, at)
     select last.subject_id, last.number, last.guardian_id, false, 'link',
            guardian.first_name || ' ' || guardian.last_name, $2
     from families_consent last join guardian on guardian.id = last.guardian_id
     where last.guardian_id = any ($1::uuid[]) and last.name = 'news' and last.given`,
    [guardianIds, now.toString()],
  );
}
