import { bracketsPrice } from "./brackets-price.ts";
import { casesPrice } from "./cases-price.ts";
import { flatPrice } from "./flat-price.ts";
import type { PriceForm } from "./grammar.ts";
import type { Evaluate } from "./measure.ts";
import { perPrice } from "./per-price.ts";
import { psuPrice } from "./psu-price.ts";
import { sharePrice } from "./share-price.ts";

/** Reads a price of any form once, so that each charge is quickly computed. */
export function readForm(form: PriceForm): Evaluate {
  if (typeof form === "string") return flatPrice(form);
  switch (form.kind) {
    case "brackets":
      return bracketsPrice(form, readForm);
    case "share":
      return sharePrice(form);
    case "per":
      return perPrice(form, readForm);
    case "cases":
      return casesPrice(form, readForm);
    case "psu":
      return psuPrice(form);
  }
}
