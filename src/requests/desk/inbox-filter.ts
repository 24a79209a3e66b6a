import { parseId, type Id } from "#kernel";
import { formId, formText, isoDate } from "#platform";
import { z } from "zod";

/** Which requests the inbox shows together. */
const SHOWN = ["ouvertes", "nouvelles", "attente", "closes"] as const;

const LONGEST_COMMUNE = 200;
const box = z.literal("1").optional().catch(undefined);
const choice = <Name extends string>() => formId<Name>().optional().catch(undefined);

/**
 * What an agent looks at, as it stands in the address, in a saved view and in the file: whatever does not fit is left
 * out, so that an old address or view still opens.
 */
export const inboxFilter = z.object({
  etat: z.enum(SHOWN).catch("ouvertes"),
  type: choice<"request-kind">(),
  lieu: choice<"site">(),
  service: choice<"activity">(),
  commune: formText(LONGEST_COMMUNE).optional().catch(undefined),
  /** « tous », « moi », « personne », or an agent. */
  qui: z.union([z.enum(["tous", "moi", "personne"]), formId<"account">()]).catch("tous"),
  urgentes: box,
  retard: box,
  avant: isoDate.optional().catch(undefined),
});

/** A filter of the inbox. */
export type InboxFilter = z.output<typeof inboxFilter>;

/** The filter as an address writes it: only what narrows, always in the same order. */
export function filterQuery(filter: InboxFilter): string {
  const { etat, type, lieu, service, commune, qui, urgentes, retard, avant } = filter;
  const said = { type, lieu, service, commune, urgentes, retard, avant: avant?.toString() };
  const narrowing = Object.entries(said).filter(
    (field): field is [string, string] => field[1] !== undefined && field[1] !== "",
  );
  return new URLSearchParams([["etat", etat], ["qui", qui], ...narrowing]).toString();
}

/** Whatever is to be answered, of every kind and place and agent. */
export const isWhole = ({ etat, qui, ...narrowing }: InboxFilter): boolean =>
  (etat === "ouvertes" || etat === "nouvelles") &&
  qui === "tous" &&
  Object.values(narrowing).every((value) => value === undefined || value === "");

/** The filter that an address has written. */
export const readFilter = (query: string): InboxFilter =>
  inboxFilter.parse(Object.fromEntries(new URLSearchParams(query)));

/** The count of a filter is exact up to here; past it, it is « more than ». */
export const MOST_COUNTED = 1000;

/** Where a page of the inbox begins: after this line, in the order of the list. */
export type InboxPlace =
  | { readonly rank: number; readonly dueOn: Temporal.PlainDate; readonly id: Id<"request"> }
  | { readonly movedAt: Temporal.Instant; readonly id: Id<"request"> };

/** A place as an address writes it: « 1_2026-12-16_… » or « 2026-12-01T09:00:00Z_… ». */
export function placeText(place: InboxPlace): string {
  return "rank" in place
    ? [place.rank, place.dueOn, place.id].join("_")
    : [place.movedAt, place.id].join("_");
}

/** The place that an address has written; undefined where it is none. */
export function readPlace(text: string): InboxPlace | undefined {
  const [, rank, dueOn, movedAt, last] =
    /^(?:([0-2])_(\d{4}-\d{2}-\d{2})|((?!0000)\d{4}-\d{2}-\d{2}T[\d:.]{5,18}Z))_([0-9a-f-]{36})$/.exec(
      text,
    ) ?? [];
  const id = parseId<"request">(last);
  if (id === undefined) return undefined;
  if (movedAt === undefined) {
    const day = isoDate.safeParse(dueOn);
    return day.success ? { rank: Number(rank), dueOn: day.data, id } : undefined;
  }
  try {
    return { movedAt: Temporal.Instant.from(movedAt), id };
  } catch {
    return undefined;
  }
}
