import { z } from "zod";

import { priceForm, unitPrice } from "./price-form-schema.ts";
import { psuLimits } from "./psu-limits-schema.ts";
import { quotients } from "./quotients-schema.ts";
import { when } from "./when-schema.ts";
import { bound, code, decimal, euros, oneOf, scope, signedDecimal, signedEuros, time } from "./words.ts";

const change = {
  plus: signedEuros.exactOptional().describe('Des euros en plus : "2.00", ou en moins : "-1.00".'),
  times: decimal.exactOptional().describe('Un facteur : "2" pour le double.'),
  percent: signedDecimal.exactOptional().describe('Un pourcentage en plus : "50", ou en moins : "-10".'),
};

const adjustment = z
  .strictObject({ name: z.string().min(1).describe("Ce que lisent les familles."), when, ...change })
  .refine(oneOf("plus", "times", "percent"), {
    error: "Écrivez « plus », « times » ou « percent », l’un des trois.",
  });

const ruled = { qf: z.strictObject({ qf: bound }), price: z.strictObject({ price: euros }) };

const terms = {
  name: z.string().min(1).exactOptional().describe("Le nom du tarif."),
  price: priceForm,
  adjustments: z
    .array(adjustment)
    .exactOptional()
    .describe("Ce qui s’ajoute ou se retire pour certains, dans l’ordre."),
  missingQf: z
    .union([z.literal("highest"), ruled.qf, ruled.price])
    .exactOptional()
    .describe("Sans quotient connu : highest, { qf: … } ou { price: … }."),
  outdatedQf: z
    .union([z.enum(["highest", "lastKnown"]), ruled.qf, ruled.price])
    .exactOptional()
    .describe("Avec un quotient périmé ; sans cette clé, comme missingQf."),
  rounding: z
    .strictObject({
      mode: z.enum(["halfUp", "up", "down"]).exactOptional(),
      to: z.enum(["0.01", "0.05", "0.10"]).exactOptional(),
      at: z.enum(["line", "unit"]).exactOptional(),
    })
    .exactOptional()
    .describe("L’arrondi ; sans cette clé, au centime le plus proche, à la ligne."),
};

/** Section « prices »: what a unit costs. */
const prices = z.array(
  z.strictObject({
    ...scope,
    every: z
      .enum(["slot", "week", "month", "season"])
      .exactOptional()
      .describe("Pour quoi ce prix vaut ; sans cette clé, chaque séance."),
    ...terms,
    price: unitPrice,
    supplements: z
      .array(z.strictObject({ code, name: z.string().min(1), price: priceForm }))
      .exactOptional()
      .describe("Ce qui s’ajoute quand on le prend : sortie, goûter, navette."),
    regular: z
      .strictObject({ fromDaysAMonth: z.int().min(1).max(31) })
      .exactOptional()
      .describe("Régulier à partir de tant de jours dans le mois ; sans cette clé, c’est dit d’avance."),
    instalments: z.int().min(2).max(12).exactOptional().describe("En combien de fois le forfait se paie."),
  }),
);

/** Section « fees »: cards and files, apart from any slot. */
const fees = z.array(
  z.strictObject({
    code,
    ...scope,
    per: z.enum(["child", "family"]).describe("Par enfant ou par famille."),
    every: z
      .enum(["once", "month", "season", "year"])
      .describe("Une fois, par mois, par saison ou par année scolaire."),
    ...terms,
    name: z.string().min(1).describe("Ce que lisent les familles : « Carte annuelle »."),
  }),
);

const times = z.int().min(1).max(100);

/** Section « penalties »: what costs more. */
const penalties = z.array(
  z
    .strictObject({
      ...scope,
      on: z
        .enum(["unbooked", "lateBooking", "lateCancellation", "latePickUp"])
        .describe("Sans réservation, réservé ou annulé hors délai, départ en retard."),
      name: z.string().min(1).exactOptional().describe("Ce que lisent les familles."),
      when: when.exactOptional(),
      ...change,
      instead: euros.exactOptional().describe("Le prix de la séance, au lieu du sien."),
      everyMinutes: z.int().min(1).max(120).exactOptional().describe("« plus » pour chaque part commencée."),
      graceMinutes: z.int().min(1).max(120).exactOptional().describe("Jusqu’à tant de minutes, rien."),
      fromTime: times.exactOptional().describe("À partir de la n-ième fois."),
      toTime: times.exactOptional().describe("Jusqu’à la n-ième fois."),
      per: z.enum(["child", "family"]).exactOptional().describe("family : une fois pour toute la famille."),
    })
    .refine(oneOf("plus", "times", "percent", "instead"), {
      error: "Écrivez « plus », « times », « percent » ou « instead », l’un des quatre.",
    })
    .refine((one) => !("everyMinutes" in one) || "plus" in one, {
      error: "« everyMinutes » compte des euros : écrivez combien avec « plus ».",
    }),
);

/** Section « absences »: what a booked slot costs where nobody came. */
const absences = z.array(
  z
    .strictObject({
      ...scope,
      reasons: z
        .array(code)
        .min(1)
        .exactOptional()
        .describe("Les motifs : illness, family… ; sans cette clé, toutes les autres absences."),
      when: when.exactOptional(),
      proof: z
        .strictObject({
          withinHours: z.int().min(1).max(720).exactOptional(),
          withinDays: z.int().min(0).max(90).exactOptional(),
        })
        .exactOptional()
        .describe("Le justificatif, et jusqu’à quand ; {} sans délai."),
      toldBy: time.exactOptional().describe("L’absence est dite le premier jour avant cette heure."),
      billedFirstDays: z.int().min(1).max(30).exactOptional().describe("Les premiers jours, facturés."),
      counted: z
        .enum(["calendar", "school"])
        .exactOptional()
        .describe("Jours du calendrier (sans cette clé) ou jours d’école."),
      billed: z
        .union([z.enum(["full", "none"]), z.strictObject({ price: priceForm })])
        .describe("Facturé (full), gratuit (none) ou { price: … }."),
    })
    .refine((one) => !("counted" in one) || "billedFirstDays" in one, {
      error: "« counted » dit comment se comptent les jours de « billedFirstDays » : ajoutez cette clé.",
    }),
);

/** The sections of the rule set's file that pricing owns; the file may leave each out. */
export const priceSections = {
  prices: prices.exactOptional(),
  fees: fees.exactOptional(),
  penalties: penalties.exactOptional(),
  absences: absences.exactOptional(),
  psuLimits: psuLimits.exactOptional(),
  quotients: quotients.exactOptional(),
};

const all = z.object(priceSections);

/** What the sections say. */
export type PriceSections = z.infer<typeof all>;
/** One entry of « prices ». */
export type PriceEntry = z.infer<typeof prices>[number];
