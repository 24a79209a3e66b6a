/** The hopscotch painted on the yard at the foot of every page. Decorative. */
export function Marelle() {
  return (
    <svg
      class="marelle"
      aria-hidden="true"
      viewBox="0 0 240 96"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      stroke-linejoin="round"
    >
      <path d="M4 34h34v32H4zM38 34h34v32H38zM72 16h34v34H72zM72 50h34v34H72zM106 34h34v32h-34zM140 16h34v34h-34zM140 50h34v34h-34zM174 16a34 34 0 010 68" />
    </svg>
  );
}
