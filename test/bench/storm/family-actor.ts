import type { SignedIn } from "#identity";

import { townId } from "../data/directory.ts";
import { benchId } from "../data/ids.ts";

/** The first guardian of a household, signed in. */
export function guardianOf(household: number): SignedIn {
  return {
    kind: "signed-in",
    accountId: benchId("account", household),
    name: "Claire Mesure",
    email: `famille${household}@exemple.fr`,
    guardian: {
      id: benchId("guardian", household * 2 - 1),
      householdIds: [benchId("household", household)],
      withheldIds: [],
      leftIds: [],
    },
    rights: new Map(),
  };
}

/** The authority of a town, as use cases see it. */
export const authorityOf = (town: Parameters<typeof townId>[0] & { host: string }) => ({
  id: townId(town),
  schema: town.schema,
  name: town.schema,
  host: town.host,
  demonstration: false,
  brand: { stylesheet: "", logo: null, contact: { phone: "", email: "", hours: "" } },
});
