/**
 * The mark of Préau: a sloping roof on two posts, and the ball that a child left in the
 * yard. Roof and posts take the colour of the text. Decorative: the name stands beside it.
 */
export function Mark({ size = 40 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" fill="none">
      <path
        d="M2.5 13.5L29.5 6M8 13v15M24 9v19"
        stroke="currentColor"
        stroke-width="3.5"
        stroke-linecap="round"
      />
      <circle cx="16" cy="24.5" r="3.5" fill="var(--sun)" />
    </svg>
  );
}
