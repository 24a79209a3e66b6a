import { firstValue, Radios, Select, TextField, valuesOf, type FormReader } from "#platform";

import { wholeUnits } from "../../../../rules/duration-phrase.ts";
import {
  paymentSentence,
  USUAL_PLACES,
  waitingSentence,
  type PlaceRule,
} from "../../../../rules/place-rule.ts";
import { placeRuleKind } from "../../../../ruleset/edit/rule-kinds.ts";
import { placeRules } from "../../../../ruleset/stored/stored-places.ts";
import { howJudged } from "../../../../slots/how-judged.ts";
import type { RuleForm, ShownRule } from "../rule-form.ts";
import { texts } from "./texts.fr.ts";

/** The longest times of the file: a week to pay, some seventy days to answer. */
const LONGEST_HOLD = 10_080;
const LONGEST_ANSWER = 100_000;

/** An agent says how places of an activity are kept until they are paid, and handed on when they come free. */
export const placesForm: RuleForm<PlaceRule> = {
  path: "/agent/attente",
  words: texts.words,
  kind: placeRuleKind,
  usual: USUAL_PLACES,
  versions: placeRules,
  cells: [
    [texts.payment, paymentSentence],
    [texts.waiting, waitingSentence],
    [texts.judged, (_rule, activity) => texts.judgedBy[howJudged(activity)]],
  ],
  start({ holdMinutes, waitingList, waitingOrder, answerMinutes }) {
    const { count, unit } = wholeUnits(answerMinutes === "atOnce" ? 1440 : answerMinutes);
    return valuesOf({
      panier: String(holdMinutes ?? ""),
      liste: waitingList ? "oui" : "non",
      ordre: waitingOrder,
      reponse: answerMinutes === "atOnce" ? "donnee" : "proposee",
      temps: String(count),
      unite: String(unit),
    });
  },
  read(reader) {
    const waitingList = reader.choice("liste", ["oui", "non"]) === "oui";
    return {
      holdMinutes: reader.count("panier", { least: 1, most: LONGEST_HOLD }),
      waitingList,
      waitingOrder: reader.choice("ordre", ["date", "points", "siblings"]) ?? "date",
      answerMinutes:
        reader.choice("reponse", ["proposee", "donnee"]) === "donnee" ? "atOnce" : answerTime(reader),
    };
  },
  fields: PlaceFields,
};

function answerTime(reader: FormReader): number {
  const unit = Number(reader.choice("unite", ["1440", "60", "1"]) ?? "1");
  const before = reader.corrections.length;
  const count = reader.count("temps", { least: 1, most: Math.floor(LONGEST_ANSWER / unit) });
  if (count === undefined && reader.corrections.length === before)
    reader.correct("temps", texts.noTime(LONGEST_ANSWER));
  return (count ?? 1) * unit;
}

function PlaceFields({ values, correction }: ShownRule) {
  const at = (name: string) => ({ name, value: firstValue(values, name), correction: correction(name) });
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <>
      <TextField
        {...at("panier")}
        label={texts.hold}
        hint={texts.holdHint}
        inputmode="numeric"
        maxLength={5}
        width="short"
        optional
      />
      <Radios {...at("liste")} legend={texts.list} options={options(texts.lists)} />
      <Radios {...at("ordre")} legend={texts.order} options={options(texts.orders)} />
      <Radios {...at("reponse")} legend={texts.answer} options={options(texts.answers)} />
      <TextField
        {...at("temps")}
        label={texts.time}
        inputmode="numeric"
        maxLength={6}
        width="short"
        optional
      />
      <Select
        {...at("unite")}
        label={texts.timeUnit}
        options={["1440", "60", "1"].map((value) => ({
          value,
          label: options(texts.timeUnits).find((unit) => unit.value === value)?.label ?? "",
        }))}
      />
    </>
  );
}
