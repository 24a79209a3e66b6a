import { parseId, type Id } from "#kernel";
import { Button } from "#platform";

import { texts } from "./texts.fr.ts";

/** A page that is opened from a line of the sheet. */
export type WayOn =
  | { readonly to: "justificatif"; readonly participantId: Id<"participant"> }
  | {
      readonly to: "supplements" | "corrections";
      readonly slotId: Id<"slot">;
      readonly participantId: Id<"participant">;
    };

/** Opens a page of one child. A button, not a link: it sends the sheet, so that what is ticked is kept. */
export function WayOnButton({ way, word, who }: { way: WayOn; word: string; who: string }) {
  const ids = way.to === "justificatif" ? way.participantId : `${way.slotId} ${way.participantId}`;
  return (
    <Button variant="secondary" name="suite" value={`${way.to} ${ids}`}>
      {word}
      <span class="vh">{texts.of(who)}</span>
    </Button>
  );
}

/** The way that was pressed, as its button says it; undefined where none was, or where it is none of ours. */
export function sentWayOn(value: unknown): WayOn | undefined {
  if (typeof value !== "string") return undefined;
  const [to, ...ids] = value.split(" ");
  const participantId = parseId<"participant">(ids.at(-1));
  if (participantId === undefined) return undefined;
  if (to === "justificatif") return ids.length === 1 ? { to, participantId } : undefined;
  const slotId = parseId<"slot">(ids[0]);
  if ((to !== "supplements" && to !== "corrections") || slotId === undefined || ids.length !== 2)
    return undefined;
  return { to, slotId, participantId };
}

/** Where a way leads. */
export function wayOnAddress(site: Id<"site">, date: Temporal.PlainDate, way: WayOn): string {
  const base = `/agent/pointage/${site}/${way.to}`;
  return way.to === "justificatif"
    ? `${base}/${way.participantId}?du=${date.toString()}`
    : `${base}/${way.slotId}/${way.participantId}`;
}
