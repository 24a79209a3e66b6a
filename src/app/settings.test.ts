import { expect, test } from "vitest";

import { readSettings } from "./settings.ts";

test("nothing set: the demonstration on port 3000", () => {
  const settings = readSettings({});
  expect(settings.ok && settings.value).toMatchObject({
    port: 3000,
    demonstration: true,
    databaseUrl: null,
    trustProxy: false,
    logLevel: "warn",
  });
  expect(settings.ok && settings.value.publicUrl.origin).toBe("http://localhost:3000");
});

test.each([[{ DATABASE_URL: "postgres://preau@base:5432/preau" }], [{ PREAU_ENV: "production" }]])(
  "with %o nothing is a demonstration",
  (env) => {
    const settings = readSettings(env);
    expect(settings.ok && settings.value.demonstration).toBe(false);
  },
);

test.each([
  ["PORT", "trois mille"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://base"],
  ["PUBLIC_URL", "espace.exemple.fr"],
  ["SMTP_URL", "https://courrier"],
  ["SMS_URL", "sms://passerelle"],
  ["SMS_SENDER", "Ma commune à moi"],
  ["SMS_SENDER", "0612345678"],
  ["TRUST_PROXY", "oui"],
  ["PREAU_ENV", "prod"],
  ["LOG_LEVEL", "tout"],
  ["PREAU_CLOCK", "lundi"],
  ["PAYFIP_SIMULATOR_PORT", "70000"],
  ["PAYFIP_SIMULATOR_ORIGIN", "localhost"],
])("%s=%s is refused by its name", (name, value) => {
  const settings = readSettings({ [name]: value });
  expect(settings.ok).toBe(false);
  expect(!settings.ok && settings.refusal).toMatch(new RegExp(`^Réglage ${name} : écrivez .+\\.$`));
});

test("only a demonstration has a clock of its own", () => {
  const at = "2026-11-02T08:00:00Z";
  const shown = readSettings({ PREAU_CLOCK: at });
  expect(shown.ok && shown.value.clockStartsAt?.toString()).toBe(at);
  const real = readSettings({ PREAU_CLOCK: at, PREAU_ENV: "production" });
  expect(real.ok && real.value.clockStartsAt).toBeNull();
});

test("only a demonstration is pointed to a simulator", () => {
  const env = { PAYFIP_SIMULATOR_ORIGIN: "http://localhost:13000/" };
  const shown = readSettings(env);
  expect(shown.ok && shown.value.simulatorOrigin).toBe("http://localhost:13000");
  const real = readSettings({ ...env, PREAU_ENV: "production" });
  expect(real.ok && real.value.simulatorOrigin).toBeNull();
});
