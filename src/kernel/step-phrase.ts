const STEPS: ReadonlyMap<number, string> = new Map([
  [15, "au quart d’heure"],
  [30, "à la demi-heure"],
  [60, "à l’heure"],
]);

/** In which steps minutes are chosen or counted: « au quart d’heure », « à la demi-heure », « à l’heure ». */
export function stepPhrase(minutes: number): string {
  return STEPS.get(minutes) ?? `par ${minutes} minutes`;
}
