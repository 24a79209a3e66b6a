import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";

import { cents } from "#kernel";

import { line, sheetOf } from "../../../test/billing/made-up-invoice.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { NO_WAY } from "../account/settling.ts";
import { invoiceSheet, type InvoiceSheet } from "./invoice-sheet.ts";
import { printInvoice } from "./print-invoice.ts";

/** Without what keeps signs and amounts on one line. */
const plain = (text: string | undefined) => text?.replaceAll(/[\u00a0\u202f]/g, " ");

/** The rows of its box. */
const said = ({ summary }: InvoiceSheet) => summary.map(({ label, amount }) => plain(`${label} : ${amount}`));

test("an invoice has a part for each child and activity, which add up to its total", () => {
  const sheet = invoiceSheet(
    sheetOf({
      lines: [
        line(1),
        line(2),
        line(3, { activity: "Accueil du matin – Rue", unit: "Matin", cents: cents(150) }),
      ],
    }),
  );
  expect(sheet.parts.map(({ heading, total }) => [heading, plain(total)])).toEqual([
    ["Lina – Restauration scolaire – Rue", "6,40 €"],
    ["Lina – Accueil du matin – Rue", "1,50 €"],
  ]);
  expect(said(sheet)).toEqual([
    "Total de cette facture : 7,90 €",
    "À régler avant le lundi 4 janvier 2027 : 7,90 €",
  ]);
});

test("meals of one price say why once; an absence says its own why", () => {
  const absence = line(3, {
    kind: "absence",
    cents: cents(0),
    owed: cents(0),
    facts: {
      why: [
        { fact: "absence", reason: "illness", since: "2026-11-04T08:00", billed: "none", because: "noProof" },
      ],
      priced: {},
      attended: false,
    },
  });
  const [part] = invoiceSheet(sheetOf({ lines: [line(1), line(2), absence, line(4)] })).parts;
  const [first, second, third, fourth] = part?.lines ?? [];
  expect(plain(first?.why)).toBe("Prix : 3,20 €.");
  expect(second?.why).toBe("");
  expect(third?.label).toBe("Absence : Repas");
  expect(third?.why).not.toBe("");
  expect(fourth?.why).toBe("");
});

test("a day that nobody had noted is told on each line, and only there", () => {
  const unnoted = {
    facts: { why: [{ fact: "amount", euros: "3.20" }], priced: {}, attended: null },
  } as const;
  const lines = [line(1), line(2, unnoted), line(3, unnoted), line(4), line(20, { ...unnoted, kind: "fee" })];
  const [part] = invoiceSheet(sheetOf({ lines })).parts;
  const note = "Facturé d’après la réservation : personne n’avait noté qui était là ce jour-là.";
  expect(part?.lines.slice(0, 4).map(({ why }) => plain(why))).toEqual(["Prix : 3,20 €.", note, note, ""]);
  expect(part?.lines[4]?.why).not.toContain(note);
  const ahead = sheetOf({ lines: [line(2, unnoted)], issuedOn: Temporal.PlainDate.from("2026-10-25") });
  expect(invoiceSheet(ahead).parts[0]?.lines[0]?.why).toContain("ce jour était à venir");
});

test("the box asks what this invoice asks; older debts stand apart, each with its own date", () => {
  const document = { kind: "invoice", series: "F", year: 2026, number: 7 } as const;
  const until = Temporal.PlainDate.from("2026-11-05");
  const sheet = invoiceSheet(sheetOf({}, { earlier: [{ document, open: cents(1000), until }] }));
  expect(said(sheet)).toEqual([
    "Total de cette facture : 6,40 €",
    "À régler avant le lundi 4 janvier 2027 : 6,40 €",
  ]);
  expect(plain(sheet.earlier?.heading)).toBe("Le samedi 5 décembre 2026, il restait aussi à régler");
  expect(sheet.earlier?.debts.map(plain)).toEqual([
    "Facture F-2026-000007 : 10,00 €, à régler avant le jeudi 5 novembre 2026.",
  ]);
  const bounced = invoiceSheet(sheetOf({}, { earlier: [{ document: null, open: cents(500), until }] }));
  expect(bounced.earlier?.debts.map(plain)).toEqual([
    "Règlement rejeté : 5,00 €, à régler depuis le jeudi 5 novembre 2026.",
  ]);
  expect(invoiceSheet(sheetOf()).earlier).toBeNull();
});

test("a bill says where and by what means it is paid; one that asks nothing does not", () => {
  const { pay } = invoiceSheet(sheetOf());
  expect(pay.heading).toBe("Où et comment régler");
  expect(pay.lines.slice(0, 3).map(plain)).toEqual([
    "En ligne, par carte bancaire : à l’adresse ci-dessous, ou en visant le code avec un téléphone.",
    "Au guichet, Régie Enfance, 3 rue de l’Église, 80120 Rue, lundi de 9 h à 12 h : espèces ou chèque. Chèques à l’ordre de « Régie Enfance ».",
    "Référence à rappeler avec votre règlement : F-2026-000012.",
  ]);
  const nowhere = invoiceSheet({ ...sheetOf(), ways: NO_WAY }).pay.lines[0];
  expect(plain(nowhere)).toBe("Pour savoir où régler, adressez-vous à CC Exemple, au 03 22 27 00 00.");
  const settled = invoiceSheet(sheetOf({}, { own: cents(0) })).pay;
  expect(settled.heading).toBe("Pour relire ce document");
  expect(settled.lines[0]).toBe("Ce document ne demande aucun règlement.");
});

test("a complement is « émis », an invoice « émise »", () => {
  const subtitle = (kind: "invoice" | "complement") => plain(invoiceSheet(sheetOf({ kind })).subtitle);
  expect(subtitle("invoice")).toBe("Services de novembre 2026, émise le samedi 5 décembre 2026.");
  expect(subtitle("complement")).toBe("Services de novembre 2026, émis le samedi 5 décembre 2026.");
});

test("what was in the payer's favour settles the invoice first", () => {
  const told = (own: number, credit: number) =>
    said(invoiceSheet(sheetOf({}, { own: cents(own), credit: cents(credit) }))).slice(1);
  expect(told(440, 0)).toEqual([
    "Déjà réglé par ce qui était en votre faveur : 2,00 €",
    "À régler avant le lundi 4 janvier 2027 : 4,40 €",
  ]);
  expect(told(0, 360)).toEqual([
    "Déjà réglé par ce qui était en votre faveur : 6,40 €",
    "Rien à régler : 0,00 €",
    "Reste en votre faveur : 3,60 €",
  ]);
});

test("a credit note says which invoice it corrects, and asks for nothing", () => {
  const corrects = { id: newId<"invoice">(), series: "F", year: 2026, number: 7 };
  const lines = [line(1, { cents: cents(-320), owed: cents(0), corrects, facts: { gone: true } })];
  const credit = { own: cents(0), credit: cents(120) };
  const sheet = invoiceSheet(sheetOf({ kind: "credit_note", series: "A", number: 3, lines }, credit));
  expect(said(sheet)).toEqual([
    "Total de cet avoir : −3,20 €",
    "Déduit de ce que vous devez : 2,00 €",
    "Reste en votre faveur : 1,20 €",
  ]);
  expect(sheet.title).toBe("Avoir A-2026-000003");
  expect(sheet.subtitle).toContain("Corrige la facture F-2026-000007.");
  expect(sheet.parts[0]?.lines[0]?.why).toContain("Corrige la facture F-2026-000007.");
  expect(plain(sheet.pay.lines[0])).toBe("1,20 € seront déduits de ce que vous devrez.");
});

test("what this reader may not be told is not on the sheet", () => {
  const sheet = invoiceSheet(sheetOf({ lines: [line(1, { participant: "", facts: null })] }));
  expect(JSON.stringify(sheet)).not.toContain("Lina");
  expect(sheet.parts[0]?.heading).toContain("Pour le foyer");
});

test("the file is tagged, tells its language, and is the same each time", async () => {
  const of = sheetOf({ payerName: '#panic("lu") \\ $x$ <b>*Claire*</b>' });
  const pdf = await printInvoice(of);
  const inside = opened(pdf);
  expect(inside).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(inside).toMatch(/\/Lang ?\(fr-FR\)/);
  for (const tag of ["H1", "H2", "TH", "Figure"]) expect(inside).toMatch(new RegExp(`/S ?/${tag}`));
  expect(inside).toContain("Facture F-2026-000012");
  expect(await printInvoice(of)).toEqual(pdf);
});

function opened(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return body;
    }
  });
  return [text, ...streams].join("\n");
}
