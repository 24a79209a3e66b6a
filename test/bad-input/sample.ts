import type { hostileTown } from "./hostile-town.ts";

/** The town of the samples. */
export type Town = Awaited<ReturnType<typeof hostileTown>>;
type PersonName = keyof Town["people"];

/** A request that fits a route, field by field. */
export interface Sample {
  /** Whoever may use the route. */
  as: PersonName;
  params?: Readonly<Record<string, string>>;
  /** Of the query for GET, of the body for POST; one without a default is made anew each time. */
  fields?: () => Readonly<Record<string, string>>;
  /** Fields that some of the wrong values fit: free text, « 0 » for a box. */
  free?: readonly string[];
  /** How a fitting request is answered: 200 for GET and 303 for POST unless told. */
  answers?: number;
  /** The session ends, so that each request needs its own. */
  endsSession?: true;
}
