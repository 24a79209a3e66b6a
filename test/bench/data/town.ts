/** How large a made-up authority is. Every household has three children, who eat at one canteen. */
export interface Town {
  schema: string;
  host: string;
  households: number;
  canteens: number;
  /** Places in each slot. */
  places: number;
  /** Exactly so many bookings are written, spread over past and coming days. */
  bookings: number;
}

/** Children in every household: the figures are about families of three. */
export const CHILDREN = 3;

/** A large communauté de communes after some years: the figures with 1,000,000 bookings. */
export const LARGE_TOWN: Town = {
  schema: "a_00000000000a",
  host: "localhost",
  households: 4_000,
  canteens: 20,
  places: 2_000,
  bookings: 1_000_000,
};

/** The same days for a hundred times fewer families: what the planning page is compared with. */
export const SMALL_TOWN: Town = {
  schema: "a_00000000000b",
  host: "petite.localhost",
  households: 40,
  canteens: 2,
  places: 2_000,
  bookings: 10_000,
};

/** 2,000 families who all want one of the 200 places of 20 slots at the same time. */
export const STORM_TOWN: Town = {
  schema: "a_00000000000c",
  host: "localhost",
  households: 2_000,
  canteens: 1,
  places: 10,
  bookings: 0,
};

/** A town whose 12,000 children eat at one canteen: five of its days are what everybody wants. */
export const HOT_TOWN: Town = {
  schema: "a_00000000000d",
  host: "localhost",
  households: 4_000,
  canteens: 1,
  places: 15_000,
  bookings: 0,
};

/** An opening: 40 activities of 24 places, 60 children for each of them. */
export const OPENING_TOWN: Town = {
  schema: "a_00000000000e",
  host: "localhost",
  households: 800,
  canteens: 40,
  places: 24,
  bookings: 0,
};

/** Six activities of two places, for families who book, wait, cancel and answer all the time. */
export const FREED_TOWN: Town = {
  schema: "a_000000000011",
  host: "localhost",
  households: 120,
  canteens: 6,
  places: 2,
  bookings: 0,
};
