import { expect, it } from "vitest";

import { permitted } from "../../../server/fetch";

it("permits nothing beyond the public web unless the operator names it, address and port together", () => {
  expect(permitted([])).toEqual({});
  const { permitAddress, permitPort } = permitted(["10.0.0.5:8080", "[fd00::5]:8443"]);
  expect(permitAddress?.("10.0.0.5", 8080)).toBe(true);
  expect(permitAddress?.("fd00::5", 8443)).toBe(true);
  expect(permitAddress?.("10.0.0.5", 80)).toBe(false);
  expect(permitAddress?.("10.0.0.6", 8080)).toBe(false);
  expect(permitAddress?.("127.0.0.1", 8443)).toBe(false);
  expect([80, 443, 8080, 8443, 22].map((port) => permitPort?.(port))).toEqual([
    ...[true, true, true, true],
    false,
  ]);
});
