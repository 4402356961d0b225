import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";

import { apiDocument } from "~/web/api/document";
import { operations } from "~/web/api/operations";

import { apiRoutes } from "../../../support/api-routes";

const document = apiDocument("https://checks.example");

test("every address under /api stands in the document, and no other", () => {
  expect(Object.keys(document.paths).toSorted()).toEqual([...apiRoutes.keys()].toSorted());
});

test("what is read has a loader, and what is sent an action", () => {
  for (const { path, method } of operations) {
    const route = apiRoutes.get(path);
    expect(method === "get" ? route?.loader : route?.action, path).toBeTypeOf("function");
  }
});

test("every operation has a name of its own, and says what it answers when it cannot", () => {
  const described = operations.map(({ path, method }) => {
    const found = document.paths[path]?.[method] as { operationId: string; responses: object };
    expect(Object.keys(found.responses), path).toContain("429");
    return found.operationId;
  });
  expect(new Set(described).size).toBe(described.length);
  expect(described).toContain("getClaimsBySlug");
});

test("every schema in it is one, and every reference leads somewhere in it", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  ajv.addSchema({ $id: "openapi", ...document });
  for (const name of Object.keys(document.components.schemas)) {
    expect(ajv.getSchema(`openapi#/components/schemas/${name}`), name).toBeTypeOf("function");
  }
  const text = JSON.stringify(document);
  for (const [, pointer = ""] of text.matchAll(/"\$ref":"#([^"]+)"/g)) {
    const found = pointer
      .split("/")
      .slice(1)
      .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document);
    expect(found, pointer).toBeTypeOf("object");
  }
});

test("a lock stands where a token is needed, and nowhere else", () => {
  for (const { path, method, scope } of operations) {
    const { security } = document.paths[path]?.[method] as { security: unknown[] };
    expect(security, path).toEqual(scope === null ? [] : [{ token: [scope] }]);
  }
});
