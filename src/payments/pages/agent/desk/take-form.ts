import { parseEuros, parseId, type Id } from "#kernel";
import { firstValue, formReader, formValues, type FieldMessage } from "#platform";

import type { DeskOrder } from "../../../desk/desk-order.ts";
import type { Payer } from "../../../desk/payer-standing.ts";
import { DESK_MEANS, type DeskMeans } from "../../../desk/regie.ts";
import { texts } from "./take-texts.fr.ts";

const words = texts.payer;
const MOST_INVOICES = 60;
const MOST_PLACES = 400;

/** What an agent typed, whatever it was. */
export interface TypedPayment {
  readonly means: DeskMeans | null;
  readonly chosen: readonly string[];
  readonly places: readonly string[];
  readonly montant: string;
  readonly donne: string;
  readonly tireur: string;
  readonly banque: string;
  readonly reference: string;
}

/** The form of a payment, read; `order` is null where something has to be written again. */
export function readTakeForm(
  body: unknown,
  of: Payer & { regie: Id<"regie"> },
): { typed: TypedPayment; order: DeskOrder | null; corrections: readonly FieldMessage[] } {
  const values = formValues.parse(body);
  const form = formReader(values);
  const means = form.choice("moyen", DESK_MEANS);
  const chosen = (values.get("facture") ?? []).slice(0, MOST_INVOICES);
  // A package is one box: the places that stand or fall together.
  const places = (values.get("place") ?? []).flatMap((text) => text.split(" ")).slice(0, MOST_PLACES);
  const amount = parseEuros(form.text("montant", 14));
  if (amount === undefined) form.correct("montant", words.amountMissing);
  const given = means === "cash" ? form.text("donne", 14) : "";
  const handed = given === "" ? null : parseEuros(given);
  if (handed === undefined) form.correct("donne", words.amountMissing);
  const isCheque = means === "cheque";
  const drawer = isCheque ? form.named("tireur", 100, words.missing) : null;
  const bank = isCheque ? form.named("banque", 60, words.missing) : null;
  const asks = isCheque || means === "desk_card" || means === "transfer";
  const reference =
    means === "cash"
      ? null
      : (asks ? form.named("reference", 60, words.missing) : form.text("reference", 200)) || null;
  const id = parseId<"payment">(firstValue(values, "cle"));
  const invoices = chosen.flatMap((text) => parseId<"invoice">(text) ?? []);
  const bookings = places.flatMap((text) => parseId<"booking">(text) ?? []);
  const isRead = invoices.length === chosen.length && bookings.length === places.length;
  const whole = form.corrections.length === 0 && isRead && id !== undefined;
  const order =
    !whole || means === undefined || amount === undefined || handed === undefined
      ? null
      : {
          ...{ ...of, id, means, cents: amount, handed, drawer, bank, reference },
          chosen: [...new Set(invoices)],
          places: [...new Set(bookings)],
          knowingly: firstValue(values, "autre") === "1",
        };
  const typed = {
    means: means ?? null,
    chosen,
    places,
    montant: firstValue(values, "montant"),
    donne: firstValue(values, "donne"),
    tireur: firstValue(values, "tireur"),
    banque: firstValue(values, "banque"),
    reference: firstValue(values, "reference"),
  };
  const corrections =
    order === null && form.corrections.length === 0
      ? [{ field: "facture", message: words.unread }]
      : form.corrections;
  return { typed, order, corrections };
}
