import type { OfferDocument } from "#activities";

type Activity = NonNullable<OfferDocument["activities"]>[number];
type Season = NonNullable<Activity["seasons"]>[number];

/** A canteen of one meal, four days a week. */
export const canteenSection = (more: Partial<Activity> = {}): Activity => ({
  code: "cantine-rue",
  site: "rue",
  name: "Restauration scolaire – Rue",
  units: [{ code: "repas", name: "Repas", from: "12:00", to: "13:30", meal: true }],
  seasons: [canteenSeason()],
  ...more,
});

/** The school year of the canteen. */
export const canteenSeason = (more: Partial<Season> = {}): Season => ({
  name: "2026-2027",
  firstDay: "2026-09-01",
  lastDay: "2027-07-02",
  opensOn: "school",
  openings: [{ units: ["repas"], weekdays: ["monday", "tuesday", "thursday", "friday"], places: 60 }],
  ...more,
});

/** A leisure centre with all that the file can say: packages, relations, ages, dates, shared places. */
export const centreSection = (more: Partial<Activity> = {}): Activity => ({
  code: "centre-rue",
  site: "rue",
  name: "Accueil de loisirs – Rue",
  audience: "everyone",
  units: [
    { code: "journee", name: "Journée", from: "09:00", to: "17:00", meal: true, leastDaysAWeek: 2 },
    { code: "matin", name: "Matin", from: "09:00", to: "12:00", excludes: ["journee"] },
    { code: "soir", name: "Soir", from: "17:00", to: "18:30", hourStep: 30, needs: ["journee"] },
    { code: "semaine", name: "Semaine", from: "09:00", to: "17:00", bookedBy: "week" },
    { code: "sortie", name: "Sortie à la mer", from: "08:00", to: "19:00" },
  ],
  ageGroups: [
    { code: "petits", name: "3 à 5 ans", fromMonths: 36, untilMonths: 72, childrenPerAdult: 8 },
    { code: "grands", name: "6 à 11 ans", fromMonths: 72, untilMonths: 144 },
  ],
  seasons: [
    {
      name: "Mercredis 2026-2027",
      firstDay: "2026-09-02",
      lastDay: "2027-06-30",
      opensOn: "any",
      openings: [
        { units: ["journee", "matin"], weekdays: ["wednesday"], places: 40 },
        { units: ["soir"], weekdays: ["wednesday"], places: 20, from: "17:00", to: "18:00" },
        { units: ["semaine"], weekdays: ["monday", "tuesday"], places: 12 },
      ],
      dates: [{ units: ["sortie"], dates: ["2026-12-12", "2027-02-23"], places: 12 }],
      capacities: [
        { from: "07:30", to: "18:30", places: 60 },
        { weekdays: ["monday", "tuesday"], ageGroup: "grands", from: "09:00", to: "17:00", places: 24 },
        { weekdays: ["wednesday"], ageGroup: "petits", from: "09:00", to: "12:00", adults: 3 },
      ],
    },
  ],
  ...more,
});

/** The two of them at Rue, zone B. */
export const offerDocument = (...activities: readonly Activity[]): OfferDocument => ({
  calendar: { publicHolidays: "metropole", schoolZone: "B" },
  sites: [{ code: "rue", name: "École du Marquenterre – Rue", commune: "Rue", phone: "03 53 01 80 00" }],
  activities: activities.length === 0 ? [canteenSection(), centreSection()] : activities,
});
