import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { deskTown, type DeskTown } from "../../../test/payments/desk-town.ts";
import { payWays } from "./pay-ways.ts";

let desk: DeskTown;
beforeAll(async () => {
  desk = await deskTown();
}, 60_000);
afterAll(() => desk.town.close());

const day = Temporal.PlainDate.from("2026-12-03");
const waysOfFirst = async (on = day) => {
  const [invoice] = await desk.owed();
  if (invoice === undefined) throw new Error("nothing is owed");
  return (await desk.town.database.read((reads) => payWays(reads, [invoice.id], on))).get(invoice.id);
};

test("a bill is paid at the desks that take money of one of its sites, once they are open", async () => {
  expect(await waysOfFirst()).toMatchObject({
    desks: [
      {
        name: "Régie Enfance",
        place: "3 rue de l’Église, 80120 Rue",
        means: ["espèces", "chèque", "carte bancaire", "CESU", "chèques-vacances (ANCV)", expect.any(String)],
        chequeOrder: "Régie Enfance",
      },
    ],
  });
  expect((await waysOfFirst(Temporal.PlainDate.from("2026-08-31")))?.desks).toEqual([]);
  await desk.setting({ means: ["cash"], siteIds: [desk.canteen.siteId] });
  expect((await waysOfFirst())?.desks).toMatchObject([{ means: ["espèces"], chequeOrder: "" }]);
  await desk.setting({ siteIds: [newId<"site">()] });
  expect((await waysOfFirst())?.desks).toEqual([]);
});
