import { closeAccountOf } from "#access";
import { accountsOf, debtsOf } from "#billing";
import { bookedAheadOf, revokeFeed } from "#bookings";
import { ok, parisDate, refuse } from "#kernel";
import { settling } from "#payments";

import type { Effect } from "./effect.ts";
import { texts } from "./texts.fr.ts";

/**
 * Closes the account of whoever asks: nobody signs in to it any more. The file, the invoices and the payments stay until
 * the durations of retention erase them.
 */
export const closureEffect: Effect = {
  right: "families.write",
  discreet: false,
  confidential: true,
  needs: [],
  answered: false,
  known: () => Promise.resolve({}),
  async obstacles(reads, { householdId, guardianId }, _answers, now) {
    const debts = await debtsOf(reads, guardianId);
    const own = { ...accountsOf(householdId, guardianId), ownGuardian: guardianId };
    const underWay = await settling.underWay(reads, own);
    const booked = await bookedAheadOf(reads, guardianId, parisDate(now));
    return [
      ...debts.map((owed) => texts.closure.debt(owed)),
      ...underWay.map(({ amount }) => texts.closure.underWay(amount)),
      ...(booked === undefined ? [] : [texts.closure.booked(booked.count, booked.first)]),
    ];
  },
  consequences: () => Promise.resolve([texts.closure.account, texts.closure.kept]),
  apply(visit, { guardianId }) {
    return visit.database.write(async (writes) => {
      const closed = await closeAccountOf(writes, visit, guardianId);
      if (!closed.ok) return refuse({ code: "impossible", sentence: texts.closure.agent });
      await revokeFeed(writes, guardianId, visit.now);
      return ok(null);
    });
  },
};
