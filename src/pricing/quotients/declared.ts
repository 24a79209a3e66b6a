import { ok, refuse, type Id, type Result } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { ToldIncome } from "../rules/qf/income.ts";
import {
  childrenWords,
  NOTHING_KNOWN,
  qfWords,
  resourcesWords,
  SCHEMES,
  spanWords,
} from "../rules/qf/qf-sentences.fr.ts";
import { hasResources, householdIncomes } from "./household-income.ts";
import { qfEntries, type QfEntry } from "./quotient-queries.ts";
import type { QuotientVisit } from "./record-quotient.ts";
import { settleQuotient } from "./settle-quotient.ts";

/** A declaration of a household, which a request follows. */
export interface Declared {
  readonly householdId: Id<"household">;
  readonly entryId: Id<"qf-entry">;
}

/** What seldom changes of a household's income, as it was told last; empty where nothing was. */
export async function lastSituation(
  reads: Reads,
  householdId: Id<"household">,
): Promise<Partial<Pick<ToldIncome, "scheme" | "dependentChildren" | "aeehChildren">>> {
  const accepted = (await qfEntries(reads, [householdId])).filter(({ standing }) => standing === "accepted");
  const family = accepted.find(({ dependentChildren }) => dependentChildren !== null);
  const [last] = accepted;
  if (last === undefined) return {};
  const { dependentChildren = null, aeehChildren = null } = family ?? {};
  return { scheme: last.scheme, dependentChildren, aeehChildren };
}

/** A line of a declaration beside what counts today. */
export interface DeclaredLine {
  readonly of: "value" | "resources";
  readonly now: string;
  readonly after: string;
}

/** A declaration beside what counts on a day, in words; nothing where the household never declared it. */
export async function declaredLines(
  reads: Reads,
  { householdId, entryId }: Declared,
  today: Temporal.PlainDate,
): Promise<readonly DeclaredLine[]> {
  const [income] = await householdIncomes(reads, [householdId], { today, warnDays: 0 });
  const entry = income?.entries.find((one) => one.entryId === entryId);
  if (income === undefined || entry === undefined) return [];
  const words = (wordsOf: (entry: QfEntry) => string, of: QfEntry, until: Temporal.PlainDate | null) =>
    `${wordsOf(of)}, ${spanWords(of.firstDay, until)}`;
  const line = (of: DeclaredLine["of"], wordsOf: (entry: QfEntry) => string): DeclaredLine => {
    const counted = income[of];
    return {
      of,
      now: counted === null ? NOTHING_KNOWN : words(wordsOf, counted.entry, counted.until),
      after: words(wordsOf, entry, entry.lastDay),
    };
  };
  return [
    ...(entry.valueHundredths === null ? [] : [line("value", valueWords)]),
    ...(hasResources(entry) ? [line("resources", familyWords)] : []),
  ];
}

const valueWords = ({ valueHundredths, scheme }: QfEntry): string =>
  `${qfWords(valueHundredths ?? 0)} (${SCHEMES[scheme]})`;

const familyWords = (entry: QfEntry): string =>
  `${resourcesWords(entry.resourcesCents, entry.resourcesCase)}, ${childrenWords(entry)}`;

/** Accepts what was declared; accepted already, it stays. Refuses what was refused or taken back since. */
export async function acceptDeclared(
  writes: Writes,
  visit: QuotientVisit & { authority: { id: Id<"authority"> } },
  declared: Declared,
): Promise<Result<null, { readonly code: "ended" }>> {
  const settled = await settleQuotient(writes, visit, {
    ...declared,
    verdict: "accepted",
    reason: "",
    toldOtherwise: true,
  });
  if (settled.ok) return settled;
  const entries = await qfEntries(writes, [declared.householdId]);
  const standing = entries.find(({ entryId }) => entryId === declared.entryId)?.standing;
  return standing === "accepted" ? ok(null) : refuse({ code: "ended" });
}

/** Ends what was declared, whether it waits or counts already; ended before, it stays so. */
export async function endDeclared(
  writes: Writes,
  visit: QuotientVisit & { authority: { id: Id<"authority"> } },
  { reason, ...declared }: Declared & { readonly reason: string },
): Promise<void> {
  for (const verdict of ["refused", "withdrawn"] as const) {
    const ended = await settleQuotient(writes, visit, { ...declared, verdict, reason, toldOtherwise: true });
    if (ended.ok) return;
  }
}
