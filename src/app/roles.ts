/**
 * What each role of an agent may do. `regie.use` opens nothing by itself: a régie also names who takes its money. The table of the
 * documentation is made from this one.
 */
const RIGHTS_OF_ROLE: Readonly<Record<string, readonly string[]>> = {
  administrator: [
    "families.read",
    "families.write",
    "health.read",
    "health.write",
    "income.read",
    "income.write",
    "bookings.read",
    "bookings.write",
    "attendance.write",
    "kitchen.read",
    "closures.write",
    "windows.write",
    "calendar.write",
    "offer.read",
    "offer.write",
    "tariffs.read",
    "tariffs.write",
    "settings.write",
    "journal.read",
    "watch.read",
    "publications.write",
    "campaigns.send",
    "menus.write",
    "billing.read",
    "billing.write",
    "penalties.waive",
    "payments.settings",
    "payments.write",
    "regie.settings",
    "regie.use",
    "requests.write",
    "requests.settings",
  ],
  reception: [
    "families.read",
    "families.write",
    "income.read",
    "income.write",
    "bookings.read",
    "bookings.write",
    "attendance.write",
    "kitchen.read",
    "offer.read",
    "tariffs.read",
    "regie.use",
    "requests.write",
    "watch.read",
    "publications.write",
    "campaigns.send",
  ],
  siteManager: [
    "families.read",
    "health.read",
    "bookings.read",
    "bookings.write",
    "attendance.write",
    "kitchen.read",
    "closures.write",
    "offer.read",
    "tariffs.read",
    "regie.use",
    "watch.read",
    "publications.write",
    "campaigns.send",
    "menus.write",
  ],
  kitchen: ["kitchen.read", "menus.write"],
  // The régisseur: money, and the files that explain it.
  regisseur: [
    "families.read",
    "income.read",
    "bookings.read",
    "offer.read",
    "tariffs.read",
    "billing.read",
    "billing.write",
    "penalties.waive",
    "payments.settings",
    "payments.write",
    "regie.use",
    "watch.read",
  ],
};

/** The rights of a role; a role that this program does not know gives none. */
export function rightsOf(role: string): readonly string[] {
  return RIGHTS_OF_ROLE[role] ?? [];
}

/** The roles that an agent may be given. */
export const roleNames: readonly string[] = Object.keys(RIGHTS_OF_ROLE);
