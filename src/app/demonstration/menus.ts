import { parisDate, type Id } from "#kernel";
import { writeMenus } from "#publications";
import type { SignedIn } from "#identity";

import { visitOf } from "./acting.ts";
import type { Story } from "./bookings.ts";

type Days = Parameters<typeof writeMenus>[1];
type Dish = Days[number]["dishes"][number];

const dish = (name: string, allergens: Dish["allergens"], marks = ""): Dish => ({
  name,
  allergens,
  vegetarian: marks.includes("v"),
  organic: marks.includes("b"),
});

/** Ten days, one of them without meat each week; of one dish nobody has said what is in it. */
const MENUS: readonly (readonly Dish[])[] = [
  [
    dish("Carottes râpées", ["mustard"], "vb"),
    dish("Rôti de dinde, purée", ["milk"]),
    dish("Pomme", [], "vb"),
  ],
  [
    dish("Potage", ["celery", "milk"], "v"),
    dish("Lasagnes de légumes", ["gluten", "eggs", "milk"], "v"),
    dish("Poire", [], "vb"),
  ],
  [
    dish("Betteraves", ["mustard"], "v"),
    dish("Colin sauce citron, riz", ["fish", "milk"]),
    dish("Yaourt", ["milk"], "vb"),
  ],
  [
    dish("Salade verte", ["mustard"], "vb"),
    dish("Boulettes de bœuf, semoule", ["gluten"]),
    dish("Gâteau aux noisettes", ["gluten", "eggs", "nuts"], "v"),
  ],
  [
    dish("Taboulé", ["gluten"], "v"),
    dish("Omelette, ratatouille", ["eggs", "milk"], "v"),
    dish("Gâteau de la cuisine", null, "v"),
  ],
];

/** Two weeks of menus, this one and the next, for these services. */
export async function writeDemonstrationMenus(
  story: Story,
  by: SignedIn,
  services: readonly Id<"activity">[],
): Promise<void> {
  const today = parisDate(story.now);
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const days = [0, 7].flatMap((week) =>
    MENUS.map((dishes, day) => ({ date: monday.add({ days: week + day }), dishes })),
  );
  await writeMenus(
    visitOf(story, by, story.now),
    services.flatMap((activityId) => days.map((day) => ({ activityId, ...day }))),
  );
}
