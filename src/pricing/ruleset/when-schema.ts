import { z } from "zod";

const range = (what: string) =>
  z
    .strictObject({ from: z.int().min(0).exactOptional(), to: z.int().min(0).exactOptional() })
    .refine(({ from, to }) => from !== undefined || to !== undefined, {
      error: "Écrivez « from », « to » ou les deux.",
    })
    .refine(({ from = 0, to = Infinity }) => from <= to, { error: "« from » est après « to »." })
    .describe(what);

const weekday = z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);

/** For whom and when a price, a change or a rule is; everything that is written must hold. */
export const when = z
  .strictObject({
    residence: z.enum(["resident", "outside"]).exactOptional().describe("Habitant du territoire, ou non."),
    audience: z.enum(["child", "adult"]).exactOptional().describe("Enfant ou adulte."),
    scheme: z.enum(["caf", "msa", "other"]).exactOptional().describe("Le régime de la famille."),
    school: z
      .enum(["preschool", "elementary", "other"])
      .exactOptional()
      .describe("Maternelle, élémentaire ou autre."),
    regular: z.boolean().exactOptional().describe("Venue régulière (true) ou occasionnelle (false)."),
    ownMeal: z.boolean().exactOptional().describe("Repas apporté, sous un PAI."),
    booked: z.boolean().exactOptional().describe("Avec réservation (true) ou sans (false)."),
    category: z.string().min(1).max(60).exactOptional().describe("Une catégorie que vous nommez."),
    weekdays: z.array(weekday).min(1).exactOptional().describe("Les jours de la semaine."),
    rank: range("Le rang de l’enfant parmi les inscrits : 1 est l’aîné.").exactOptional(),
    enrolledChildren: range("Combien d’enfants de la famille sont inscrits.").exactOptional(),
    householdChildren: range("Combien d’enfants sont à charge.").exactOptional(),
    age: range("L’âge en années.").exactOptional(),
    days: range("Combien de jours a le forfait, la semaine ou le séjour.").exactOptional(),
  })
  .refine((value) => Object.keys(value).length > 0, {
    error: "Écrivez au moins une condition, ou retirez « when ».",
  })
  .meta({ id: "priceWhen" });
