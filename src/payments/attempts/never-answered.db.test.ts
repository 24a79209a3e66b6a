import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { lookUp } from "./look-up.ts";

let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

const start = Temporal.Instant.from("2026-11-12T08:00:00Z");

test.each([
  { code: "refused" as const, serviceCode: "T4", text: "Accès non autorisé", raw: "<T4/>" },
  { code: "unavailable" as const, reason: "HTTP 502", retryAfterMinutes: 30 },
])(
  "a service that cannot say anything ($code) does not hold a document beyond twenty minutes",
  async (fault) => {
    const first = await paying.order({ id: newId<"attempt">() });
    const day = start.add({ hours: fault.code === "refused" ? 24 : 48 });
    expect(await paying.open(first, day)).toMatchObject({ ok: true });
    const held = paying.gateway.last();
    paying.gateway.fault = fault;
    const at = (minutes: number) => ({
      database: paying.town.database,
      authority: paying.town.authority,
      now: day.add({ minutes }),
    });
    const ask = (minutes: number) =>
      lookUp(at(minutes), () => paying.gateway, { attempt: first.id, cause: "poll" });
    expect(await ask(19)).toBe("open");
    expect(await ask(50)).toBe("expired");
    paying.gateway.fault = null;
    expect(await paying.open(await paying.order(), day.add({ minutes: 51 }))).toMatchObject({ ok: true });
    // The truth that comes late is still recorded.
    paying.gateway.last().end = "refused";
    held.end = "refused";
    expect(await ask(80)).toBe("refused");
    const second = await paying.town.database.read((reads) =>
      reads.row<{ id: typeof first.id }>("test_second", "select id from payment_attempt where refdet = $1", [
        paying.gateway.last().order.refdet,
      ]),
    );
    if (second === undefined) throw new Error("no second attempt");
    await lookUp(at(81), () => paying.gateway, { attempt: second.id, cause: "poll" });
  },
);
