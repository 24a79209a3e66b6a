/** From when on a day is to be looked at, in UTC: before agents arrive, in winter as in summer. */
const DUE = Temporal.PlainTime.from("04:10");

/**
 * @rule La veille du matin, rattrapée une fois
 *
 * La veille regarde tout une fois par jour, à 5 h 10 l’hiver et 6 h 10 l’été. Si le programme était arrêté à cette
 * heure-là, elle se fait dès qu’il tourne à nouveau, le même jour, et une seule fois. Un matin manqué de la veille n’est
 * pas refait : celui d’aujourd’hui voit tout ce qu’il aurait vu.
 *
 * Exemple : le serveur redémarre le mardi 17 novembre 2026 à 9 h. La dernière veille est celle de lundi : elle se fait
 * dans la minute. Il redémarre encore à 11 h : celle de mardi est faite, rien ne se passe.
 *
 * @param lastLook when everything was looked at for the last time; null where it never was
 */
export function isMorningDue(lastLook: Temporal.Instant | null, now: Temporal.Instant): boolean {
  const due = now
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .toZonedDateTime({ timeZone: "UTC", plainTime: DUE });
  if (Temporal.Instant.compare(now, due.toInstant()) < 0) return false;
  return lastLook === null || Temporal.Instant.compare(lastLook, due.toInstant()) < 0;
}
