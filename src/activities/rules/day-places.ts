/** Part of a day, in local minutes, with places. */
export interface PlacesOfSpan {
  readonly from: number;
  readonly to: number;
  readonly places: number;
}

/** Places that units share during a part of a day, for an age. */
export interface SharedPlacesOfSpan extends PlacesOfSpan {
  /** Where the ages begin, in months: what tells one age group from another. */
  readonly fromMonths: number;
}

/**
 * @rule Les places d'une activité un jour donné
 *
 * Ce sont les réservations qu'elle peut recevoir ce jour-là : les places de ses prestations, chaque place partagée comptée
 * une fois. « Ma journée », l'occupation et l'offre comptent toutes ainsi, pour les places et pour celles qui restent.
 *
 * Exemple : « Journée », « Matin » et « Après-midi » ont 20 places chacune et en partagent 12 le matin et 12
 * l'après-midi. Le jour a 24 places (12 matins et 12 après-midis), et non 60. Deux ateliers du même jour, de 10 et 8
 * places sans rien de partagé, en ont 18.
 *
 * In: the units that open, and what they share. Out: the most bookings. Who leaves first is placed first, which fills
 * the most: a day's booking takes what a morning and an afternoon could.
 */
export function placesOfDay(units: readonly PlacesOfSpan[], shared: readonly SharedPlacesOfSpan[]): number {
  const left = shared.map((one) => ({ ...one, places: Math.max(0, one.places) }));
  let sum = 0;
  for (const unit of units.toSorted((a, b) => a.to - b.to || b.from - a.from)) {
    const met = left.filter(({ from, to }) => from < unit.to && unit.from < to);
    let own = Math.max(0, unit.places);
    if (met.length === 0) sum += own;
    for (const ofAge of Map.groupBy(met, ({ fromMonths }) => fromMonths).values()) {
      const booked = Math.min(own, ...ofAge.map(({ places }) => places));
      for (const part of ofAge) part.places -= booked;
      own -= booked;
      sum += booked;
    }
  }
  return sum;
}
