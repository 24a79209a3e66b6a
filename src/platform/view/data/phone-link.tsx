import { formatPhone } from "#kernel";

/** A number that a telephone calls with one touch, and that is read aloud in pairs; nothing where there is none. */
export function PhoneLink({ number }: { number: string }) {
  if (number === "") return <></>;
  return <a href={`tel:${number.replaceAll(/[^\d+]/g, "")}`}>{formatPhone(number)}</a>;
}
