import { wholeWalk } from "../whole-walk.ts";

/** Of what is not sent to every field, each further field of a name is sent one in so many. */
const TURNS = 7;

/**
 * The wrong values that a field is sent. The first field of a name, and every field in the whole walk, is sent all;
 * the others are sent one of each kind (`always`), and in turn a part of the rest.
 * @param earlier how many routes before this one have a field of that name
 */
export function chosen<T>(
  values: readonly T[],
  earlier: number,
  always: (value: T) => boolean = () => false,
): readonly T[] {
  if (wholeWalk || earlier === 0) return values;
  return values.filter((value, index) => always(value) || index % TURNS === earlier % TURNS);
}
