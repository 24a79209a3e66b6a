import { expect, test } from "vitest";

import { senderOf } from "./sender-address.ts";

const authority = { name: "Ponthieu-Marquenterre", host: "espace.exemple.fr" };
const ours = "Espace citoyen – Ponthieu-Marquenterre";

test.each([
  [null, { name: ours, address: "ne-pas-repondre@espace.exemple.fr" }],
  ["", { name: ours, address: "ne-pas-repondre@espace.exemple.fr" }],
  ["familles@exemple.fr", { name: ours, address: "familles@exemple.fr" }],
  ["Service familles <familles@exemple.fr>", { name: "Service familles", address: "familles@exemple.fr" }],
])("MAIL_FROM=%s", (setting, expected) => {
  expect(senderOf(setting, authority)).toEqual(expected);
});
