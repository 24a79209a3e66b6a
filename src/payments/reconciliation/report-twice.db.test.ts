import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { takeReport } from "./take-report.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

test("the same report again is refused, and the journal tells who tried, with which name", async () => {
  const bytes = Buffer.from("EN-TETE;123456;12/11/2026");
  const hand = (name: string) => takeReport(paying.agent(), { id: newId<"report">(), file: { name, bytes } });
  const first = await hand("relevé.csv");
  if (!first.ok) throw new Error("The first one is taken");
  expect(await hand("autre-nom.csv")).toMatchObject({ ok: false, refusal: { code: "known" } });
  const noted = await paying.town.database.read((reads) =>
    reads.rows(
      "test_report_refused",
      "select object_id as id, facts from journal_entry where act = 'payments.report-refused'",
    ),
  );
  expect(noted).toEqual([{ id: first.value, facts: { fileName: "autre-nom.csv" } }]);
});
