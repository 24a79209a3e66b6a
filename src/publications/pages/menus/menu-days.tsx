import { capitalise, formatDay } from "#kernel";
import { Card, Notice } from "#platform";

import { dishNotes, warningWords } from "../../menus/texts.fr.ts";
import type { AllergyWarning } from "../../rules/allergy-warning.ts";
import type { Dish } from "../../rules/dish-line.ts";

/** A day of a menu as families read it. */
export interface ReadDay {
  readonly date: Temporal.PlainDate;
  /** Said where a family has several services. */
  readonly service: string | null;
  readonly dishes: readonly Dish[];
  readonly warnings: readonly (AllergyWarning & { readonly firstName: string })[];
}

/** The menus, day by day: each dish with its marks and allergens, and whom it concerns. */
export function MenuDays({ days }: { days: readonly ReadDay[] }) {
  return (
    <div class="cards">
      {days.map(({ date, service, dishes, warnings }) => (
        <Card title={capitalise(formatDay(date))}>
          {service !== null && <p class="soft small">{service}</p>}
          <ul class="card-rows">
            {dishes.map((dish) => (
              <li>
                {dish.name} <span class="soft small">{dishNotes(dish)}</span>
              </li>
            ))}
          </ul>
          {warnings.map((warning) => (
            <Notice tone="warning">
              <p>{warningWords(warning)}</p>
            </Notice>
          ))}
        </Card>
      ))}
    </div>
  );
}
