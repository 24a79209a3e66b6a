import { expect, test } from "vitest";

import { cents } from "#kernel";

import { newId } from "../../../test/builders/canteen.ts";
import { taxCertificateFile } from "./print-tax-certificate.ts";

// A tagged PDF: a reader of the screen finds its title, its table and its language.
test("the tax certificate is a tagged document under the payer's name", async () => {
  const child = {
    participantId: newId<"participant">(),
    name: "Lina Lefebvre",
    birthDate: Temporal.PlainDate.from("2022-03-04"),
    services: [
      {
        activity: "Accueil de loisirs – mercredi",
        site: "Centre de Rue",
        cents: cents(4000),
        cesu: cents(1500),
      },
    ],
    ...{ young: true, cents: cents(4000), cesu: cents(1500), beyond: cents(0) },
  };
  const old = { ...child, name: "Hugo Lefebvre", young: false, cents: cents(0), cesu: cents(0) };
  const contact = { phone: "03 22 00 00 00", email: "enfance@exemple.fr", hours: "" };
  const answer = await taxCertificateFile(
    {
      ...{ guardianId: newId<"guardian">(), payer: "Zoé Lefèbvre", year: 2026, children: [child, old] },
      ...{ cents: cents(4000), cesu: cents(1500), waiting: cents(300) },
    },
    {
      authority: { name: "CC Exemple", brand: { stylesheet: "", logo: null, contact } },
      now: Temporal.Instant.from("2027-03-01T09:00:00Z"),
    },
  );
  if (answer.kind !== "file") throw new Error("no file");
  expect(answer.name).toBe("attestation-fiscale-2026-zoe-lefebvre.pdf");
  expect(Buffer.from(answer.body).toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
});
