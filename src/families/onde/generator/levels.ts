/** A level of the French primary school, by age reached in the calendar year in which school starts. */
export interface Level {
  readonly name: string;
  readonly cycle: string;
  readonly age: number;
}

export const LEVELS: readonly [Level, ...Level[]] = [
  { name: "PS", cycle: "CYCLE I", age: 3 },
  { name: "MS", cycle: "CYCLE I", age: 4 },
  { name: "GS", cycle: "CYCLE I", age: 5 },
  { name: "CP", cycle: "CYCLE II", age: 6 },
  { name: "CE1", cycle: "CYCLE II", age: 7 },
  { name: "CE2", cycle: "CYCLE II", age: 8 },
  { name: "CM1", cycle: "CYCLE III", age: 9 },
  { name: "CM2", cycle: "CYCLE III", age: 10 },
];
