import { expect, test } from "vitest";
import { searchKey } from "./search-key.ts";

test.each([
  [["D'HALLUIN", "Éloïse"], "d halluin dhalluin eloise"],
  [["DUPONT", "", "Léa"], "dupont lea"],
  [["", " "], ""],
])("%j is found under « %s »", (texts, key) => expect(searchKey(...texts)).toBe(key));
