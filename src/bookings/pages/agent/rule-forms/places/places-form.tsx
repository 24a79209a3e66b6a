import { firstValue, Radios, Select, TextField, valuesOf, type FormReader } from "#platform";

import { wholeUnits } from "../../../../rules/duration-phrase.ts";
import {
  lateSentence,
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
/** In what an answer's time is written, in minutes. */
const UNITS = ["1440", "60", "1"] as const;

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
    [texts.late, lateSentence],
  ],
  start({ holdMinutes, waitingList, waitingOrder, answerMinutes, lateCancellation = false }) {
    const { count, unit } = wholeUnits(answerMinutes === "atOnce" ? 1440 : answerMinutes);
    return valuesOf({
      panier: String(holdMinutes ?? ""),
      liste: waitingList ? "oui" : "non",
      ordre: waitingOrder,
      reponse: answerMinutes === "atOnce" ? "donnee" : "proposee",
      temps: String(count),
      unite: String(unit),
      tard: lateCancellation ? "oui" : "non",
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
      lateCancellation: reader.choice("tard", ["non", "oui"]) === "oui",
    };
  },
  fields: PlaceFields,
};

function answerTime(reader: FormReader): number {
  const unit = reader.choice("unite", UNITS) ?? "1";
  const most = Math.floor(LONGEST_ANSWER / Number(unit));
  const typed = reader.text("temps", 10);
  const count = Number(typed);
  if (/^\d+$/.test(typed) && count >= 1 && count <= most) return count * Number(unit);
  if (reader.corrections.at(-1)?.field !== "temps")
    reader.correct("temps", texts.noTime(most, texts.timeUnits[unit]));
  return 1;
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
        options={UNITS.map((value) => ({ value, label: texts.timeUnits[value] }))}
      />
      <Radios
        {...at("tard")}
        legend={texts.lateCancellation}
        hint={texts.lateHint}
        options={options(texts.lateChoices)}
      />
    </>
  );
}
