import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { allRoutes, documentPath, rightsDocument } from "./rights-document.ts";

it("docs/rights.md is what the program does (else: node bin/rights-doc)", () => {
  expect(readFileSync(documentPath, "utf8")).toBe(rightsDocument(allRoutes()));
});

it("tells every route and who reaches it", () => {
  const told = allRoutes();
  expect(told.length).toBeGreaterThanOrEqual(45);
  const document = rightsDocument(told);
  expect(document).toContain("| GET | `/planning` | responsable légal |");
  expect(document).toContain("| `kitchen.read` | oui | oui | oui | oui |");
});

it("refuses a rule whose right no role has", () => {
  const route = { method: "GET", path: "/agent/paie", access: "agent : payroll.read" };
  expect(() => rightsDocument([route])).toThrow("/agent/paie");
});
