/** From August on, the register speaks of the year that starts in September. */
const FIRST_MONTH = 8;

/**
 * The school year that an extraction of this day is about, unless the agent says otherwise.
 * @example 10 September 2026 and 3 August 2026 give « 2026-2027 »; 5 July 2026 gives « 2025-2026 ».
 */
export function schoolYearOfExtraction(today: Temporal.PlainDate): string {
  const start = today.month >= FIRST_MONTH ? today.year : today.year - 1;
  return `${start}-${start + 1}`;
}

/** The school years whose classes an agent corrects: this one and the next. */
export function schoolYearsToCorrect(today: Temporal.PlainDate): readonly [string, string] {
  return [schoolYearOfExtraction(today), schoolYearOfExtraction(today.add({ years: 1 }))];
}

/** Whether a text names a school year: two years that follow each other, « 2026-2027 ». */
export function isSchoolYear(text: string): boolean {
  const [, start, end] = /^(\d{4})-(\d{4})$/.exec(text) ?? [];
  return start !== undefined && Number(end) === Number(start) + 1;
}
