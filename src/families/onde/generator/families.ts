import type { PostalAddress } from "../rules/address-key.ts";
import { personKey } from "../rules/people.ts";
import { classrooms, type Classrooms } from "./classrooms.ts";
import { LEVELS, type Level } from "./levels.ts";
import { type Draw, mulberry32 } from "./mulberry32.ts";
import { BOYS, FATHERS, GIRLS, LAST_NAMES, MOTHERS } from "./names.ts";
import { COMMUNES, type Commune, STREETS } from "./places.ts";

/** A child as the register would hold it. */
export interface GeneratedChild {
  readonly lastName: string;
  readonly usageName: string;
  readonly firstName: string;
  readonly girl: boolean;
  /** ISO date. */
  readonly birthDate: string;
  readonly level: Level;
  readonly className: string;
  readonly address: PostalAddress;
}

/** An adult as the register would hold it. */
export interface GeneratedGuardian {
  readonly civility: "M." | "Mme";
  readonly lastName: string;
  readonly usageName: string;
  readonly firstName: string;
  readonly address: PostalAddress;
  readonly email: string;
  readonly phoneHome: string;
  readonly phoneWork: string;
  readonly phoneMobile: string;
  readonly children: readonly GeneratedChild[];
}

/** A family: its children, and every adult with a child in it. */
export interface GeneratedFamily {
  readonly kind: "together" | "separated" | "single" | "blended";
  readonly children: readonly GeneratedChild[];
  readonly guardians: readonly GeneratedGuardian[];
}

/** What to invent. */
export interface GeneratorSettings {
  readonly seed: number;
  /** How many children, from 1 to 50,000. */
  readonly children: number;
  /** Where most of them live; a commune at random for each family without it. */
  readonly commune?: Commune;
  /** The year in which school starts. */
  readonly startYear?: number;
  /** No two children with the same names, even in two classes; for tests. */
  readonly distinctNames?: boolean;
}

/** Draws what may be drawn once only, so that invented homonyms are never ambiguous. */
class Registry {
  readonly #taken = new Set<string>();

  once<T>(draw: () => T, ...keysOf: readonly ((value: T) => string)[]): T {
    for (let attempt = 0; attempt < 2000; attempt += 1) {
      const value = draw();
      const keys = keysOf.map((keyOf) => keyOf(value));
      if (keys.some((key) => this.#taken.has(key))) continue;
      for (const key of keys) this.#taken.add(key);
      return value;
    }
    throw new Error("The generator's lists are too short for that many families");
  }
}

interface Workshop {
  readonly draw: Draw;
  readonly registry: Registry;
  readonly rooms: Classrooms;
  readonly settings: GeneratorSettings;
  serial: number;
}

function newAddress({ draw, registry, settings }: Workshop): PostalAddress {
  return registry.once(
    () => {
      const commune =
        settings.commune !== undefined && draw.chance(0.7) ? settings.commune : draw.pick(COMMUNES);
      const number = `${draw.between(1, 240)}${draw.chance(0.06) ? " bis" : ""}`;
      return { street: `${number} ${draw.pick(STREETS)}`, postcode: commune.postcode, commune: commune.name };
    },
    ({ street, commune }) => `address ${street} ${commune}`,
  );
}

const pad = (n: number, length: number): string => String(n).padStart(length, "0");
const plain = (name: string): string => personKey({ lastName: name, firstName: "" }).slice(0, -1);

/** A number of the blocks that the regulator keeps for fiction (ARCEP: 06 39 98 and 03 53 01). */
function newPhone({ draw, registry }: Workshop, block: "063998" | "035301", owner: string): string {
  const digits = registry.once(
    () => `${block}${pad(draw.between(0, 9999), 4)}`,
    (number) => `${owner} ${number}`,
  );
  return draw.chance(0.3) ? digits.replace(/(\d\d)(?=\d)/g, "$1 ") : digits;
}

function newAdult(
  shop: Workshop,
  civility: "M." | "Mme",
  names: { readonly lastName: string; readonly usageName?: string },
  address: PostalAddress,
  children: readonly GeneratedChild[],
): GeneratedGuardian {
  const { draw } = shop;
  const firstName = draw.pick(civility === "Mme" ? MOTHERS : FATHERS);
  const owner = personKey({ lastName: names.lastName, firstName });
  shop.serial += 1;
  const mailbox = `${plain(firstName)}.${plain(names.lastName)}${shop.serial}@courriel.example`;
  return {
    civility,
    lastName: names.lastName,
    usageName: names.usageName ?? "",
    firstName,
    address,
    email: draw.chance(0.84) ? mailbox : "",
    phoneHome: draw.chance(0.3) ? newPhone(shop, "035301", owner) : "",
    phoneWork: draw.chance(0.12) ? newPhone(shop, "035301", `work ${owner}`) : "",
    phoneMobile: draw.chance(0.93) ? newPhone(shop, "063998", owner) : "",
    children,
  };
}

function newChild(shop: Workshop, lastName: string, address: PostalAddress, level: Level): GeneratedChild {
  const { draw, registry, rooms, settings } = shop;
  const className = rooms.seat(draw, level);
  const usageName = draw.chance(0.05) ? draw.pick(LAST_NAMES) : "";
  const year = (settings.startYear ?? 2026) - level.age;
  return registry.once(
    () => {
      const girl = draw.chance(0.49);
      const birthDate = `${year}-${pad(draw.between(1, 12), 2)}-${pad(draw.between(1, 28), 2)}`;
      return {
        lastName,
        usageName,
        firstName: draw.pick(girl ? GIRLS : BOYS),
        girl,
        birthDate,
        level,
        className,
        address,
      };
    },
    // Homonyms live in other classes, and were not born on one day.
    (child) => `child ${personKey(child)} ${settings.distinctNames === true ? "" : className}`,
    (child) => `child ${personKey(child)} ${child.birthDate}`,
  );
}

function howMany(draw: Draw, left: number): number {
  const roll = draw.next();
  return Math.min(left, roll < 0.45 ? 1 : roll < 0.83 ? 2 : roll < 0.96 ? 3 : 4);
}

/** Brothers and sisters are at least a level apart. */
function siblingLevels(draw: Draw, count: number): Level[] {
  const levels = new Set<Level>();
  while (levels.size < count) levels.add(draw.pick(LEVELS));
  return [...levels];
}

function newFamily(shop: Workshop, count: number): GeneratedFamily {
  const { draw } = shop;
  const [father, mother] = [draw.pick(LAST_NAMES), draw.pick(LAST_NAMES)];
  const home = newAddress(shop);
  const roll = draw.next();
  const kind = roll < 0.2 ? "separated" : roll < 0.25 ? "blended" : roll < 0.34 ? "single" : "together";
  const both = draw.chance(0.12) && father !== mother ? `${father} ${mother}` : father;
  const family = kind === "single" ? mother : both;
  const children = siblingLevels(draw, count).map((level) => newChild(shop, family, home, level));
  const wed = kind === "together" && draw.chance(0.45) ? { usageName: father } : {};
  const mum = { lastName: mother, ...wed };
  switch (kind) {
    case "single":
      return { kind, children, guardians: [newAdult(shop, "Mme", mum, home, children)] };
    case "together":
      return {
        kind,
        children,
        guardians: [
          newAdult(shop, "Mme", mum, home, children),
          newAdult(shop, "M.", { lastName: father }, home, children),
        ],
      };
    case "separated":
      return {
        kind,
        children,
        guardians: [
          newAdult(shop, "Mme", mum, home, children),
          newAdult(shop, "M.", { lastName: father }, newAddress(shop), children),
        ],
      };
    case "blended":
      return blended(shop, children, mum, father, home);
  }
}

/** A separated mother who lives with the father of her last child. */
function blended(
  shop: Workshop,
  children: readonly GeneratedChild[],
  mother: { readonly lastName: string },
  father: string,
  home: PostalAddress,
): GeneratedFamily {
  const partner = shop.draw.pick(LAST_NAMES);
  const [first, ...others] = children;
  if (first === undefined || others.length === 0) {
    const guardians = [
      newAdult(shop, "Mme", mother, home, children),
      newAdult(shop, "M.", { lastName: father }, newAddress(shop), children),
    ];
    return { kind: "separated", children, guardians };
  }
  const eldest = children.toSorted((a, b) => b.level.age - a.level.age).slice(0, -1);
  const youngest = children.reduce(
    (level, child) => (child.level.age < level.age ? child.level : level),
    first.level,
  );
  const last = newChild(shop, partner, home, youngest);
  const all = [...eldest, last];
  return {
    kind: "blended",
    children: all,
    guardians: [
      newAdult(shop, "Mme", mother, home, all),
      newAdult(shop, "M.", { lastName: father }, newAddress(shop), eldest),
      newAdult(shop, "M.", { lastName: partner }, home, [last]),
    ],
  };
}

/**
 * Invents families with exactly that many children, always the same for one seed: brothers and sisters,
 * parents together, separated (a quarter) or alone, blended families, usage names, particles, accents,
 * missing e-mails. Nothing in them is refused by the import.
 */
export function generateFamilies(settings: GeneratorSettings): GeneratedFamily[] {
  const draw = mulberry32(settings.seed);
  const shop: Workshop = {
    draw,
    registry: new Registry(),
    rooms: classrooms(settings.children),
    settings,
    serial: 0,
  };
  const families: GeneratedFamily[] = [];
  for (let left = settings.children; left > 0;) {
    const family = newFamily(shop, howMany(draw, left));
    families.push(family);
    left -= family.children.length;
  }
  return families;
}
