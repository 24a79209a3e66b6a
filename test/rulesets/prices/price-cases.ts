/** What is asked of a file, but the day and the quotient: a unit or a fee, and facts. */
export type Asked = Readonly<Record<string, unknown>>;

/** File, what is asked, its cases: the facts that change, and the price or the hole. */
export type PriceVector = readonly [string, Asked, readonly (readonly [Asked, string])[]];

export const meal = { activity: "cantine", unit: "repas" };
export const child = { ...meal, audience: "child", residence: "resident", regular: true };
export const qf = (value: string) => ({ qf: { value, from: "2026-01-01" } });
export const outside = { residence: "outside" };
export const resident = { residence: "resident" };
export const unbooked = (time = 1) => ({ events: [{ on: "unbooked", time }] });
export const late = { events: [{ on: "lateBooking" }] };
export const latePickUp = (time: number) => ({ events: [{ on: "latePickUp", time }] });
export const day = { activity: "mercredi", unit: "journee" };
export const halfHour = { activity: "garderie", unit: "soir", minutes: 30 };
export const absent = (reason: string, more: object = {}) => ({
  absence: { reason, since: "2026-11-05T12:00", ...more },
});

export const psu = (monthlyIncome: string, children: number) => ({ psu: { monthlyIncome, children } });
export const contract = (agreedMinutes: number, agreedMonths: number) => ({
  agreedMinutes,
  agreedMonths,
  index: 1,
  slice: { minutes: 30, of: "clock" },
  days: [],
});
