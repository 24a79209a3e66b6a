/** What the history and a receipt say of a place of which the site noted whether the participant came. */
export function notedWord(noted: "present" | "absent"): string {
  return noted === "present" ? "noté présent" : "noté absent";
}
