import { type IconName, iconPaths } from "./icon-paths.ts";

/**
 * A drawing that repeats the word beside it and never replaces it, so it is hidden from
 * assistive technology. It takes the colour and (by default) 1.25 times the size of the text.
 */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      aria-hidden="true"
      width="1.25em"
      height="1.25em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
