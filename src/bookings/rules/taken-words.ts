/** Places taken of those that there are; `offered` are taken, and wait for a family's answer. */
export interface TakenOf {
  taken: number;
  places: number;
  offered?: number;
}

/**
 * How full something is, in words: « 14 sur 15 » ; « 16 sur 15, 1 au-delà » where an agent booked over the places ;
 * « 15 sur 15, dont 1 proposée » where a place is kept for a waiting family that has not answered.
 */
export function takenWords({ taken, places, offered = 0 }: TakenOf): string {
  const over = Math.max(0, taken - places);
  return [
    `${taken} sur ${places}`,
    ...(over === 0 ? [] : [`${over} au-delà`]),
    ...(offered === 0 ? [] : [`dont ${offered} proposée${offered > 1 ? "s" : ""}`]),
  ].join(", ");
}
