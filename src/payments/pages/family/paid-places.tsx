import { cents, type Cents } from "#kernel";
import { Notice, type Fact } from "#platform";

import type { Attempt } from "../../attempts/attempt.ts";
import type { AttemptState } from "../../attempts/attempt-course.ts";
import type { AttemptPlace } from "../../basket/attempt-places.ts";
import { lateSentence, lostSentence, placeWords, priceWords } from "../../basket/words.fr.ts";
import { basketTexts as words } from "./basket-texts.fr.ts";

/** The places of a basket in the facts of a payment: what is asked for, or what became of each. */
export function placeFacts(places: readonly AttemptPlace[], received: boolean): readonly Fact[] {
  if (places.length === 0) return [];
  return [
    {
      term: received ? words.places : words.asked,
      value: (
        <>
          {places.map((place) => (
            <div>{received ? placeWords(place) : `${place.label} : ${priceWords(place.cents)}`}</div>
          ))}
        </>
      ),
    },
  ];
}

/** Where the places of a payment that ended without money are now. */
export const endedPlaces = (state: AttemptState): string =>
  state === "expired" ? words.expired : words.ended;

/** Paid after their time was over, and booked all the same. */
export function LatePlaces({ places }: { places: readonly AttemptPlace[] }) {
  const sentence = lateSentence(places);
  if (sentence === null) return null;
  return (
    <Notice title={words.late}>
      <p>{sentence}</p>
    </Notice>
  );
}

/** Paid for nothing: what the family has instead, and the two things that it can do with it. */
export function LostPlaces({
  view: { attempt, places, reversed, favour },
}: {
  view: { attempt: Attempt; places: readonly AttemptPlace[]; reversed: boolean; favour: Cents };
}) {
  const lost = places.filter(({ outcome }) => outcome !== "booked");
  const sum = cents(lost.reduce((total, place) => total + place.cents, 0));
  if (sum === 0 || reversed) return null;
  return (
    <Notice tone="warning" title={words.notAll}>
      <p>{lostSentence(lost, favour)}</p>
      {favour > 0 && (
        <p>
          <a href={`/avance?foyer=${attempt.householdId}&payeur=${attempt.guardianId}`}>{words.askBack}</a>
        </p>
      )}
    </Notice>
  );
}
