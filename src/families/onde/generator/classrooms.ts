import { LEVELS, type Level } from "./levels.ts";
import type { Draw } from "./mulberry32.ts";

/** The classes of a school and where a child sits. */
export interface Classrooms {
  /** The name of one of the classes of the level. */
  seat(draw: Draw, level: Level): string;
}

const PUPILS = 23;

const TEACHERS = [
  "Mme Hecquet",
  "M. Bacquet",
  "Mme Sueur",
  "M. Deroussent",
  "Mme Leclère",
  "Mme Houssaye",
  "M. Cœuret",
];

/** As many classes of each level as the children need, « CE1 B - Mme Sueur ». */
export function classrooms(children: number): Classrooms {
  const rooms = Math.max(1, Math.ceil(children / (LEVELS.length * PUPILS)));
  return {
    seat(draw, level) {
      const room = draw.between(1, rooms);
      const mark = rooms === 1 ? "" : rooms <= 26 ? ` ${String.fromCharCode(64 + room)}` : ` ${room}`;
      const teacher = TEACHERS[(room * LEVELS.length + level.age) % TEACHERS.length] ?? "";
      return `${level.name}${mark} - ${teacher}`;
    },
  };
}
