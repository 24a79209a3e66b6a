/**
 * Easter Sunday of a Gregorian year: 5 April 2026, 28 March 2027.
 *
 * The Gregorian computus (Meeus, Jones and Butcher): the moon's age by the 19-year cycle, corrected for the
 * leap days and the lunar days that the reform of 1582 removed, then the Sunday that follows the full moon.
 */
export function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * (year % 19) + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor(((year % 19) + 11 * epact + 22 * toSunday) / 451);
  const dayFromMarch0 = 22 + epact + toSunday - 7 * lateMoon;
  return dayFromMarch0 > 31
    ? new Temporal.PlainDate(year, 4, dayFromMarch0 - 31)
    : new Temporal.PlainDate(year, 3, dayFromMarch0);
}
