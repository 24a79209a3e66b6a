import { expect, test } from "vitest";

import { takenWords } from "./taken-words.ts";

test.each([
  [{ taken: 14, places: 15 }, "14 sur 15"],
  [{ taken: 16, places: 15 }, "16 sur 15, 1 au-delà"],
  [{ taken: 15, places: 15, offered: 1 }, "15 sur 15, dont 1 proposée"],
  [{ taken: 17, places: 15, offered: 2 }, "17 sur 15, 2 au-delà, dont 2 proposées"],
])("%o: %s", (figures, words) => {
  expect(takenWords(figures)).toBe(words);
});
