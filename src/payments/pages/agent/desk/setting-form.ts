import { cents, parseEuros, parseId, typedEuros, type Id } from "#kernel";
import { formReader, valuesOf, type FieldMessage, type Values } from "#platform";

import { DESK_MEANS, type KeptRegie, type RegieSetting } from "../../../desk/regie.ts";
import type { SettingChoices } from "../../../desk/setting-choices.ts";
import { texts } from "./setting-texts.fr.ts";

const MOST_CEILING = 10_000_000;

/** The setting of a form; undefined where something has to be written again. */
export function readSettingForm(
  values: Values,
  { agents, sites, activities }: SettingChoices,
  today: Temporal.PlainDate,
): {
  corrections: readonly FieldMessage[];
  read?: { key: Id<"regieSetting">; from: Temporal.PlainDate; setting: RegieSetting };
} {
  const form = formReader(values);
  const key = parseId<"regieSetting">(form.text("cle", 40));
  const name = form.named("nom", 80);
  const from = form.date("des");
  if (from !== "" && Temporal.PlainDate.compare(Temporal.PlainDate.from(from), today) < 0)
    form.correct("des", texts.past);
  const opened = form.date("du");
  const place = form.text("adresse", 120);
  const hours = form.text("heures", 120);
  const chequeOrder = form.text("ordre", 80);
  const means = DESK_MEANS.filter((one) => form.ticked("moyen", DESK_MEANS).includes(one));
  if (means.length === 0) form.correct("moyen", texts.meansMissing);
  const accounts = agents.map(({ id }) => id);
  const regisseur = accounts.find((id) => id === values.get("regisseur")?.[0]);
  if (regisseur === undefined) form.correct("regisseur", texts.agentsMissing);
  const ceiling = parseEuros(form.text("plafond", 14));
  if (ceiling === undefined || ceiling < 100 || ceiling > MOST_CEILING)
    form.correct("plafond", texts.badCeiling);
  const delay = form.count("delai", { least: 1, most: 90 });
  if (delay === undefined) form.correct("delai", texts.badDelay);
  const age = form.count("age", { least: 1, most: 17 });
  if (age === undefined) form.correct("age", texts.badAge);
  const among = <Name extends string>(field: string, ids: readonly Id<Name>[]) =>
    ids.filter((id) => values.get(field)?.includes(id) ?? false);
  const places = activities.map(({ id }) => id);
  const cesu = (answer: string) => places.filter((id) => values.get(`cesu-${id}`)?.[0] === answer);
  const { corrections } = form;
  if (key === undefined || corrections.length > 0 || regisseur === undefined) return { corrections };
  const setting: RegieSetting = {
    name,
    openedOn: Temporal.PlainDate.from(opened),
    place,
    hours,
    chequeOrder,
    siteIds: among(
      "lieu",
      sites.map(({ id }) => id),
    ),
    means,
    regisseurId: regisseur,
    deputyIds: among("suppleant", accounts),
    takerIds: among("mandataire", accounts),
    cashCeiling: ceiling ?? cents(0),
    chequeDepositDays: delay ?? 0,
    cesuActivityIds: cesu("toujours"),
    cesuYoungActivityIds: cesu("jeunes"),
    cesuYoungAge: age ?? 0,
    ancvActivityIds: among("ancv", places),
  };
  return { corrections, read: { key, from: Temporal.PlainDate.from(from), setting } };
}

/** What the form shows of a setting; of a new régie, what most authorities write. */
export function typedSetting(setting: KeptRegie | undefined, today: Temporal.PlainDate): Values {
  if (setting === undefined)
    return valuesOf({
      ...{ des: today.toString(), du: today.toString(), moyen: ["cash", "cheque", "desk_card"] },
      ...{ plafond: "500,00", delai: "15", age: "6" },
    });
  const { cesuActivityIds, cesuYoungActivityIds } = setting;
  return valuesOf({
    nom: setting.name,
    des: today.toString(),
    du: setting.openedOn.toString(),
    adresse: setting.place,
    heures: setting.hours,
    ordre: setting.chequeOrder,
    moyen: setting.means,
    lieu: setting.siteIds,
    regisseur: setting.regisseurId,
    suppleant: setting.deputyIds,
    mandataire: setting.takerIds,
    plafond: typedEuros(setting.cashCeiling),
    delai: String(setting.chequeDepositDays),
    age: String(setting.cesuYoungAge),
    ancv: setting.ancvActivityIds,
    ...Object.fromEntries(cesuActivityIds.map((id) => [`cesu-${id}`, "toujours"])),
    ...Object.fromEntries(cesuYoungActivityIds.map((id) => [`cesu-${id}`, "jeunes"])),
  });
}
