import { searchKey } from "../rules/search-key.ts";
import type { Correctable } from "./correctable.ts";

/** The cells of a household that an agent corrects. */
export type HouseholdCell = "label" | "street" | "postcode" | "commune";

/** A household: how agents name it, and its postal address. */
export const correctableHousehold: Correctable<HouseholdCell> = {
  kind: "household",
  fields: ["label", "street", "postcode", "commune"],
  read: (reads, { householdId }) =>
    reads.row<Record<HouseholdCell, string>>(
      "families_household_cells",
      `select label, address_line as street, postcode, commune from household where id = $1`,
      [householdId],
    ),
  async lock(writes, { householdId }) {
    await writes.row("families_lock_household_cells", `select from household where id = $1 for update`, [
      householdId,
    ]);
  },
  async write(writes, { householdId }, { after: { label, street, postcode, commune } }) {
    await writes.run(
      "families_correct_household",
      `update household set label = $2, address_line = $3, postcode = $4, commune = $5, search_key = $6
       where id = $1`,
      [householdId, label, street, postcode, commune, searchKey(label, street, commune)],
    );
  },
};
