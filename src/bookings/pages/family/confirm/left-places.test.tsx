import { newId } from "../../../../../test/builders/canteen.ts";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";

import type { Place } from "../../../rules/proposal.ts";
import { Left } from "./left-places.tsx";

const lina = newId<"participant">();

const place: Place = {
  participantId: lina,
  slotId: newId<"slot">(),
  unitId: newId<"unit">(),
  unitName: "Repas",
  date: Temporal.PlainDate.from("2026-11-12"),
  state: { kind: "booked-elsewhere" },
  bookedBy: "slot",
  package: null,
  choice: null,
};

test("a place that somebody else booked for the child is « déjà réservé », without saying by whom", () => {
  const html = renderToString(
    <Left places={[{ place, because: "booked-elsewhere" }]} names={new Map([[lina, "Lina"]])} />,
  );
  expect(html.replaceAll(/<[^>]*>/g, "")).toContain("Déjà réservé : Lina, repas (jeudi 12 novembre).");
  expect(html).not.toMatch(/foyer|parent|autre/);
});
