import fc from "fast-check";
import { expect, test } from "vitest";

import { WaitingRoom } from "./waiting-room.ts";

const QUIET = 0;
const BUSY = 500;

test("nobody waits, and nobody is given a ticket, while there is room", () => {
  const room = new WaitingRoom();
  expect(room.ask(undefined, QUIET, 0)).toEqual({ kind: "in", ticket: null });
  expect(room.ask("made-up", 29, 1)).toEqual({ kind: "in", ticket: null });
});

test("who comes when there is too much in hand waits, is told how many are ahead, and comes in first", () => {
  const room = new WaitingRoom();
  const places = Array.from({ length: 200 }, () => waiting(room.ask(undefined, BUSY, 0)));
  expect(places.map(({ ahead }) => ahead)).toEqual(places.map((_, index) => index));
  expect([places[0], places[150]].map((place) => place?.askAgainSeconds)).toEqual([2, 5]);
  const [first, , , last] = [places[0], 0, 0, places[199]];
  // The rush is over: the front comes in, who is far behind waits although there is room, and so does who comes now.
  expect(room.ask(last?.ticket, QUIET, 2_000)).toMatchObject({ kind: "waiting", ahead: 199 });
  expect(room.ask(undefined, QUIET, 2_000)).toMatchObject({ kind: "waiting", ahead: 200 });
  expect(room.ask(first?.ticket, QUIET, 2_000)).toEqual({ kind: "in", ticket: first?.ticket });
  expect(room.ask(last?.ticket, QUIET, 2_500)).toMatchObject({ ahead: 198 });
});

test("who is in does what it came for without waiting again", () => {
  const room = new WaitingRoom();
  const { ticket } = waiting(room.ask(undefined, BUSY, 0));
  expect(room.ask(ticket, QUIET, 3_000).kind).toBe("in");
  for (let minute = 1; minute < 30; minute += 9) {
    expect(room.ask(ticket, BUSY, minute * 60_000)).toEqual({ kind: "in", ticket });
  }
  expect(room.ask(ticket, BUSY, 60 * 60_000).kind).toBe("waiting");
});

test("who sends a form while others wait is in, and keeps the ticket that it had", () => {
  const room = new WaitingRoom();
  expect(room.letIn(undefined, 0)).toBeNull();
  const { ticket } = waiting(room.ask(undefined, BUSY, 0));
  const given = room.letIn(undefined, 1);
  expect(room.ask(given ?? undefined, BUSY, 2)).toEqual({ kind: "in", ticket: given });
  expect(room.letIn(ticket, 3)).toBe(ticket);
  expect(room.ask(ticket, BUSY, 4)).toEqual({ kind: "in", ticket });
});

test("who closed the page holds nobody up, and finds the turn again", () => {
  const room = new WaitingRoom();
  const gone = Array.from({ length: 300 }, () => waiting(room.ask(undefined, BUSY, 0)));
  const stays = waiting(room.ask(undefined, BUSY, 0));
  expect(room.ask(stays.ticket, BUSY, 5_000)).toMatchObject({ ahead: 300 });
  expect(room.ask(stays.ticket, BUSY, 16_000)).toMatchObject({ ahead: 0 });
  const back = gone[7];
  expect(room.ask(back?.ticket, BUSY, 17_000)).toMatchObject({ kind: "waiting", ahead: 0 });
  expect(room.ask(stays.ticket, BUSY, 18_000)).toMatchObject({ ahead: 1 });
});

test("about how long is said once people come in", () => {
  const room = new WaitingRoom();
  const places = Array.from({ length: 400 }, () => waiting(room.ask(undefined, BUSY, 0)));
  expect(places.at(-1)?.waitSeconds).toBeNull();
  for (let index = 0; index < 50; index++) room.ask(places[index]?.ticket, QUIET, 1_000 + index * 100);
  expect(room.ask(places[249]?.ticket, BUSY, 6_200)).toMatchObject({ ahead: 199, waitSeconds: 21 });
});

test("whatever the rush, everybody comes in once there is room, and nobody far behind before the front", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(5_000), fc.nat(80)), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (arrivals, inHand) => {
        const room = new WaitingRoom();
        const outside: { ticket: string; number: number }[] = [];
        const sorted = arrivals.toSorted(([a], [b]) => a - b);
        sorted.forEach(([at, busy], number) => {
          const place = room.ask(undefined, busy, at);
          if (place.kind === "waiting") outside.push({ ticket: place.ticket, number });
        });
        const most = (30 - inHand) * 2;
        for (let now = 6_000; outside.length > 0 && now < 120_000; now += 2_000) {
          const ahead = outside.map(({ number }) => number);
          for (const own of outside.slice()) {
            if (room.ask(own.ticket, inHand, now).kind !== "in") continue;
            outside.splice(outside.indexOf(own), 1);
            if (ahead.filter((number) => number < own.number).length >= most) return false;
          }
        }
        return outside.length === 0;
      },
    ),
  );
});

function waiting(place: ReturnType<WaitingRoom["ask"]>) {
  if (place.kind !== "waiting") throw new Error("came in");
  return place;
}
