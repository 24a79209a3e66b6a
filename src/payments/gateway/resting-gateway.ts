import { refuse, type Result } from "#kernel";

import type { GatewayOf } from "../settings/setting.ts";
import type { GatewayFault } from "./gateway.ts";

/** So many calls on end that took so long to say nothing: the service is silent. */
const SILENCES = 3;
const SILENT_MS = 5_000;
/** For so long it is not asked; then one call tries. */
const REST_MS = 60_000;

interface Service {
  silences: number;
  restsUntil: number;
}

/**
 * The same services, left alone while they are silent. Each call to a service that says nothing takes its whole time-out
 * (15 s), and holds one of the few places of the program meanwhile: sixteen payers who press « Payer » would stop the
 * espace for every family. After three silences on end the answer is « unavailable » at once, for a minute; then one call
 * tries, and whatever it brings back opens the service again.
 * @param elapsed milliseconds that only go forward; the machine's unless a test says otherwise
 */
export function restingGateways(of: GatewayOf, elapsed: () => number = () => performance.now()): GatewayOf {
  const services = new Map<string, Service>();
  return (setting) => {
    const gateway = of(setting);
    const service = services.get(setting.origin) ?? { silences: 0, restsUntil: 0 };
    services.set(setting.origin, service);
    const call = async <Answer>(
      ask: () => Promise<Result<Answer, GatewayFault>>,
    ): Promise<Result<Answer, GatewayFault>> => {
      const begun = elapsed();
      if (service.silences >= SILENCES) {
        if (begun < service.restsUntil) return refuse(RESTS);
        // This one tries; the others go on being told no meanwhile.
        service.restsUntil = begun + REST_MS;
      }
      const answered = await ask();
      const silent =
        !answered.ok && answered.refusal.code === "unavailable" && elapsed() - begun >= SILENT_MS;
      if (silent) {
        service.silences += 1;
        service.restsUntil = elapsed() + REST_MS;
      } else service.silences = 0;
      return answered;
    };
    return {
      open: (order) => call(() => gateway.open(order)),
      lookUp: (reference) => call(() => gateway.lookUp(reference)),
      // « Tester » is an agent who wants to know now.
      test: () => gateway.test(),
    };
  };
}

const RESTS: GatewayFault = {
  code: "unavailable",
  reason: "silent a moment ago: not asked",
  retryAfterMinutes: 1,
  resting: true,
};
