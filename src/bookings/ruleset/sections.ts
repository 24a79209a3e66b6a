import { z } from "zod";

import { deadlineRuleFormat } from "../deadlines/rule-format.ts";
import { enrolmentConditions } from "../enrolments/condition-format.ts";
import { ALERT_LIMITS } from "../rules/alert-rule.ts";
import { isMoment, MOMENT } from "./moment.ts";

const activities = z.array(z.string()).min(1).describe("Codes des services.");
const seasonName = z.string().min(1).describe("Nom d’une saison de ces services.");

const moment = (what: string) =>
  z
    .string()
    .regex(MOMENT, 'Écrivez un jour et une heure entre guillemets : "2027-05-26 08:30".')
    .refine(isMoment, "Ce jour n’existe pas.")
    .describe(what);

const day = (what: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "Écrivez un jour : 2027-05-26.")
    .refine((text) => isMoment(`${text} 00:00`), "Ce jour n’existe pas.")
    .describe(what);

/** Section « deadlines »: until when one may book, cancel, change hours. */
const deadlines = z.array(
  z
    .strictObject({
      activities,
      units: z
        .array(z.string())
        .min(1)
        .exactOptional()
        .describe("Codes des prestations ; sans cette clé, toutes."),
      season: seasonName.exactOptional(),
      book: deadlineRuleFormat.exactOptional().describe("Le délai pour réserver."),
      cancel: deadlineRuleFormat.exactOptional().describe("Le délai pour annuler."),
      change: deadlineRuleFormat
        .exactOptional()
        .describe("Le délai pour changer les heures ; sinon celui d’annuler."),
    })
    .refine(({ book, cancel, change }) => (book ?? cancel ?? change) !== undefined, {
      error: "Ajoutez un délai : « book: », « cancel: » ou les deux.",
    }),
);

/** Section « windows »: when the days of a season open for booking, and for whom first. */
const windows = z.array(
  z.strictObject({
    activities,
    season: seasonName,
    group: z.string().min(1).exactOptional().describe("Groupe prioritaire ; sans cette clé, tout le monde."),
    opensAt: moment('Quand la réservation ouvre : "2027-05-26 08:30".'),
    closesAt: moment("Quand elle ferme ; sans cette clé, aux délais.").exactOptional(),
    firstDay: day("Première séance ouverte ; sans cette clé, le début de la saison.").exactOptional(),
    lastDay: day("Dernière séance ouverte ; sans cette clé, la fin de la saison.").exactOptional(),
  }),
);

/** Section « enrolment »: who may enrol, and by whom. */
const enrolment = z.array(
  z.strictObject({
    activities,
    by: z.enum(["family", "agent"]).describe("Qui inscrit : la famille (family) ou un agent (agent)."),
    conditions: enrolmentConditions,
  }),
);

/** Section « places »: places kept until they are paid, and the waiting list. */
const places = z.array(
  z.strictObject({
    activities,
    holdMinutes: z
      .int()
      .min(1)
      .max(10_080)
      .exactOptional()
      .describe("Minutes pendant lesquelles une place attend son paiement."),
    waitingList: z.boolean(),
    waitingOrder: z.enum(["date", "points", "siblings"]),
    answerMinutes: z
      .union([z.int().min(1).max(100_000), z.literal("atOnce")])
      .describe("Minutes pour répondre à une place proposée, ou atOnce : donnée d’office."),
    lateCancellation: z
      .boolean()
      .exactOptional()
      .describe("La famille annule encore après le délai, jusqu’au début ; la pénalité lui est dite avant."),
  }),
);

const within = ({ least, most }: { least: number; most: number }) => z.int().min(least).max(most);

/** Section « alerts »: which alerts an adult has before choosing, and how long before they are told. */
const alerts = z.strictObject({
  placeOffered: z.boolean().describe("Prévenir d’une place proposée qui n’a pas choisi."),
  emptyWeek: z.boolean().describe("Prévenir d’une semaine vide qui n’a pas choisi."),
  deadlineTonight: z.boolean().describe("Prévenir d’un délai qui ferme qui n’a pas choisi."),
  weekDays: within(ALERT_LIMITS.weekDays).describe(
    "Une semaine vide est dite au plus tard tant de jours avant son lundi, à 18 h ; 1 : le dimanche.",
  ),
  weekHours: within(ALERT_LIMITS.weekHours).describe(
    "Heures laissées avant le premier délai de cette semaine.",
  ),
  deadlineHours: within(ALERT_LIMITS.deadlineHours).describe(
    "Un délai est dit à midi s’il ferme plus de tant d’heures après, sinon la veille à 18 h.",
  ),
});

/** The sections of the rule set's file that bookings own; the file may leave each out. */
export const bookingSections = {
  deadlines: deadlines.exactOptional(),
  windows: windows.exactOptional(),
  enrolment: enrolment.exactOptional(),
  places: places.exactOptional(),
  alerts: alerts.exactOptional(),
};

const all = z.object(bookingSections);

/** What the sections say. */
export type BookingSections = z.output<typeof all>;
/** The same as the file writes it. */
export type WrittenBookingSections = z.input<typeof all>;
