import { describe, expect, test } from "vitest";
import { addressKey } from "./address-key.ts";

const at = (street: string, postcode = "80120", commune = "Rue") => addressKey({ street, postcode, commune });

describe("one address, however it was typed", () => {
  test.each([
    ["12 rue de l'Église", "12, R. DE L’EGLISE"],
    ["12 rue de l'Église", " 12   Rue de l Eglise "],
    ["4 av. du Général Leclerc", "4 AVENUE DU GAL LECLERC"],
    ["4 ave du Général-Leclerc", "4, avenue du general leclerc"],
    ["7 bd de la Plage", "7 Boulevard de la Plage"],
    ["12bis rue des Dunes", "12 BIS, r des dunes"],
    ["3 rue du Cœur", "3 RUE DU COEUR"],
    ["9 rue St Wulphy", "9 rue Saint-Wulphy"],
    ["n° 5 impasse des Pêcheurs", "5 imp. des Pecheurs"],
    ["N°5 impasse des Pêcheurs", "5 imp. des Pecheurs"],
    ["3 rés. des Tilleuls, appt 12", "3 RESIDENCE DES TILLEULS APPARTEMENT 12"],
    ["R. de la Mer", "rue de la Mer"],
  ])("%s = %s", (one, other) => expect(at(one)).toBe(at(other)));

  test("Cedex and spaces in the postcode do not count", () =>
    expect(at("1 rue A", "80 100", "ABBEVILLE Cedex 2")).toBe(at("1 Rue a", "80100", "Abbeville")));
  test("a commune is one however its saint is written", () =>
    expect(at("1 rue A", "80230", "St Valery-sur-Somme")).toBe(
      at("1 rue A", "80230", "SAINT-VALERY SUR SOMME"),
    ));
});

describe("kept apart, because uniting two families shows one the data of the other", () => {
  test.each([
    ["12 rue des Dunes", "12 bis rue des Dunes"],
    ["12 rue des Dunes", "2 rue des Dunes"],
    ["3 rue R. Salengro", "3 rue rue Salengro"],
    ["3 résidence des Tilleuls appt 1", "3 résidence des Tilleuls appt 2"],
    ["3 résidence des Tilleuls bât A", "3 résidence des Tilleuls bât B"],
  ])("%s ≠ %s", (one, other) => expect(at(one)).not.toBe(at(other)));

  test("communes that share a postcode", () =>
    expect(at("1 rue de la Mer", "80120", "Quend")).not.toBe(at("1 rue de la Mer", "80120", "Rue")));
});

test.each(["", "  ", ",", "-"])("a street written « %s » is unknown", (street) =>
  expect(at(street)).toBe(""),
);
