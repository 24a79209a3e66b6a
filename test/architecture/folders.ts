/** The folders from the highest to the lowest: each may import only those after it (architecture.md). */
const ORDER = [
  "app",
  "portal",
  "privacy",
  "watchdog",
  "requests",
  "publications",
  "payments",
  "billing",
  "attendance",
  "bookings",
  "pricing",
  "access",
  "activities",
  "families",
  "documents",
  "identity",
  "messaging",
  "platform",
  "kernel",
];

/** The capability that a file belongs to: « bookings » for « src/bookings/rules/deadline.ts ». */
export function folderOf(path: string): string | undefined {
  const [root, folder, ...rest] = path.split("/");
  return root === "src" && rest.length > 0 ? folder : undefined;
}

/** Whether the list names this folder. */
export function isKnownFolder(folder: string): boolean {
  return ORDER.includes(folder);
}

/** Whether `lower` stands below `folder`. */
export function isBelow(lower: string, folder: string): boolean {
  return isKnownFolder(lower) && ORDER.indexOf(lower) > ORDER.indexOf(folder);
}
