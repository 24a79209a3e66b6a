import { everyoneOf } from "#identity";
import { parseId } from "#kernel";

import { agentWith } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import { buildCentre, enrolInCentre } from "../builders/centre.ts";
import type { Household } from "../builders/household.ts";
import type { TestDatabase } from "../postgres/test-database.ts";
import { carePlaces } from "../../src/bookings/contracts/contract-queries.ts";
import { previewContract, previewEnd, signContract } from "../../src/bookings/contracts/sign-contract.ts";

const DAYS = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];
const day = (text: string) => Temporal.PlainDate.from(text);

/** A nursery whose unit bears this name, where the first child of a household has a contract and the others may. */
export async function buildNursery(
  town: TestDatabase,
  household: Household,
  unit: string,
  now: Temporal.Instant,
) {
  const { authority, database } = town;
  const centre = await database.write(async (writes) => {
    const built = await buildCentre(writes, {
      units: [{ name: unit, from: 480, to: 600, hourStep: 30 }],
      dates: DAYS,
    });
    await enrolInCentre(writes, built, household);
    return built;
  });
  const places = await database.read((reads) =>
    carePlaces(reads, everyoneOf([household.id]), day("2026-11-02")),
  );
  const visit = { actor: agentWith(["bookings.write"]), authority, database, now, address: "192.0.2.1" };
  const wantedFor = (index: number) => {
    const child = household.children[index]?.id;
    const place = places.find(({ participantId, unitName }) => participantId === child && unitName === unit);
    if (place === undefined) throw new Error("This child of the test may have no contract");
    return {
      householdId: household.id,
      enrolmentId: place.enrolmentId,
      unitId: place.unitId,
      terms: {
        firstDay: day("2026-11-23"),
        lastDay: day("2026-11-27"),
        week: [{ weekday: 1, from: 480, to: 540 }],
        adapting: null,
      },
      replaces: null,
    };
  };
  const seenOf = (result: Awaited<ReturnType<typeof previewContract>>): string => {
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value.seen;
  };
  const id = newId();
  const [key, contract] = [parseId<"submission">(id), parseId<"contract">(id)];
  if (key === undefined || contract === undefined) throw new Error("A new id is none");
  const wanted = wantedFor(0);
  const seen = seenOf(await previewContract(visit, wanted));
  const signed = await signContract(visit, wanted, { key, seen, full: "leave" });
  if (!signed.ok) throw new Error(signed.refusal.code);
  const end = { householdId: household.id, contractId: contract, from: day("2026-11-23") };
  return {
    centre,
    contract,
    endSeen: seenOf(await previewEnd(visit, end)),
    /** What another child's contract asks, and what its preview was. */
    of: async (index: number) => {
      const { enrolmentId, unitId } = wantedFor(index);
      return { enrolmentId, unitId, seen: seenOf(await previewContract(visit, wantedFor(index))) };
    },
  };
}
