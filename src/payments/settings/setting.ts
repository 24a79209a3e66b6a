import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Gateway, GatewayMode } from "../gateway/gateway.ts";

/** Through which service families pay on line. It holds no secret. */
export interface GatewaySetting {
  readonly opened: boolean;
  /** Where the program asks and the payer is sent: « https://www.payfip.gouv.fr ». */
  readonly origin: string;
  /** The authority's number at the service: PayFiP's `numcli`, 6 digits. */
  readonly account: string;
  readonly mode: GatewayMode;
  /** Whether a family may pay a part of what it owes. */
  readonly partAllowed: boolean;
}

/** A setting that was written, by whom and when. */
export interface KeptSetting extends GatewaySetting {
  readonly id: Id<"gatewaySetting">;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/**
 * @rule Payer en ligne, pour de vrai
 *
 * Les familles paient en ligne quand la collectivité l'a ouvert et que PayFiP est en production : un paiement de test ou
 * d'activation ne déplace pas d'argent, il ne règle donc aucune facture. Seule une démonstration paie en mode test.
 */
export function paysHere(
  setting: GatewaySetting | undefined,
  { demonstration }: { readonly demonstration: boolean },
): setting is GatewaySetting {
  return setting !== undefined && setting.opened && (demonstration || setting.mode === "production");
}

/** The service behind a setting: `app/` says which program speaks to it. */
export type GatewayOf = (setting: GatewaySetting) => Gateway;

const COLUMNS = `s.id, s.opened, s.origin, s.account, s.mode,
            s.part_allowed as "partAllowed", s.by_label as by, s.at`;

/** Every setting that was written, the one that holds first. */
export function settingsWritten(reads: Reads): Promise<KeptSetting[]> {
  return reads.rows<KeptSetting>(
    "payments_settings",
    `select ${COLUMNS} from gateway_setting s order by s.at desc, s.id limit 50`,
  );
}

/** The setting that holds; undefined where the authority has never written one. */
export function currentSetting(reads: Reads): Promise<KeptSetting | undefined> {
  return reads.row<KeptSetting>(
    "payments_setting",
    `select ${COLUMNS} from gateway_setting s order by s.at desc, s.id limit 1`,
  );
}

/** The setting under which an attempt was opened: its answers are asked for there, whatever holds since. */
export async function settingOf(reads: Reads, id: Id<"gatewaySetting">): Promise<KeptSetting> {
  const setting = await reads.row<KeptSetting>(
    "payments_setting_of",
    `select ${COLUMNS} from gateway_setting s where s.id = $1`,
    [id],
  );
  if (setting === undefined) throw new Error(`No gateway setting ${id}`);
  return setting;
}
