import { capitalise, formatDay, joinList, type Id } from "#kernel";
import { Card } from "#platform";

import { hoursWords } from "../../../rules/hours.ts";
import type { AdaptedHours, LeftPlace, Place } from "../../../rules/proposal.ts";
import { shutSentence, shutWord } from "../../../rules/window-sentence.ts";
import { texts } from "./texts.fr.ts";

/** First names of the participants of some places; of whom there is none, the service alone is said. */
export type FirstNames = ReadonlyMap<Id<"participant">, string> | undefined;

/** « Lina, repas : 7 h 10 – 8 h 20 n’existe pas, 7 h – 8 h 30 à la place (mardi 10 novembre) ». */
export function Adapted({ places, names }: { places: readonly AdaptedHours[]; names: FirstNames }) {
  if (places.length === 0) return null;
  const alike = Map.groupBy(places, ({ place, wanted, hours }) =>
    texts.otherHours(whoseIs(place, names), hoursWords(wanted), hoursWords(hours)),
  );
  return (
    <Card title={texts.adapted}>
      <ul>
        {[...alike].map(([words, same]) => (
          <li>
            {words} : {daysOf(same.map(({ place }) => place.date))}.
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** « Complet : Lina, repas (lundi 9 novembre et mardi 10 novembre) », reason by reason, then child and service. */
export function Left({ places, names }: { places: readonly LeftPlace[]; names: FirstNames }) {
  if (places.length === 0) return null;
  const alike = Map.groupBy(places, (one) => `${whyLeft(one)} : ${whoseIs(one.place, names)}`);
  return (
    <Card title={texts.left}>
      <ul>
        {[...alike].map(([why, same]) => (
          <li>
            {capitalise(why)} ({daysOf(same.map(({ place }) => place.date))}).
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** « Lina, repas » */
function whoseIs({ participantId, unitName }: Place, names: FirstNames): string {
  const name = names?.get(participantId);
  return name === undefined ? unitName : texts.whose(name, unitName);
}

function whyLeft({ place: { state }, because }: LeftPlace): string {
  const shut = state.kind === "not-open-yet" || state.kind === "window-closed";
  if (!shut || because !== state.kind) return texts.leftWords[because];
  return `${shutWord(state)} (${shutSentence(state)})`;
}

function daysOf(dates: readonly Temporal.PlainDate[]): string {
  return joinList([...new Set(dates.map((date) => formatDay(date)))]);
}
