import { z } from "zod";

import { operations, type Operation } from "./operations";
import { problem } from "./schemas";

type Json = { [key: string]: unknown };

/** The interface as OpenAPI 3.1, made from the same schemas that the addresses check and answer by. */
export function apiDocument(publicUrl: string) {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) };
  }
  const answers = Object.fromEntries(
    operations.map(({ answer: { name, schema } }) => [name, component(name, schema, "output")]),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Countersign",
      version: "1",
      description:
        "What a fact-checking desk has published, and what programs may do with a token. Everything under GET without a " +
        "lock is open to everybody, answers with an ETag, and may be asked for by any page.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { ...answers, Problem: component("Problem", problem, "output") },
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token that is made at /desk/tokens for what is named beside it.",
        },
      },
    },
  };
}

function described(operation: Operation): Json {
  const { method, path, summary, scope, body, answer, problems } = operation;
  const answered = { "application/json": { schema: ref(answer.name) } };
  return {
    operationId: operationId(method, path),
    summary,
    security: scope === null ? [] : [{ token: [scope] }],
    parameters: [...pathParameters(path), ...queryParameters(operation)],
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: schemaOf(body, "input") } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answer.statuses).map(([status, description]) => [
          status,
          { description, content: answered },
        ]),
      ),
      ...(method === "get" && scope === null && { "304": { description: "You have it already." } }),
      ...Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [
          status,
          { description, content: { "application/problem+json": { schema: ref("Problem") } } },
        ]),
      ),
    },
  };
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Such as `getClaimsBySlug`. */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/api\//, "")
    .replace(/\{(\w+)\}/g, "by/$1")
    .split(/[^a-z0-9]+/i)
    .filter(Boolean);
  return method + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
}

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: "path", required: true, schema: { type: "string" } },
    description: "The last part of the address.",
  }));

const queryParameters = ({ method, query, path }: Operation): Json[] => [
  ...Object.entries(query.shape).map(([name, schema]) => {
    const { description, ...rest } = schemaOf(schema as z.ZodType, "input");
    return { name, in: "query", required: false, description, schema: rest };
  }),
  ...(method === "post" && path === "/api/articles"
    ? [
        {
          ...{ name: "Idempotency-Key", in: "header", required: false },
          description: "Sending the same again under the same key saves nothing twice.",
          schema: { type: "string", pattern: "^[!-~]{1,200}$" },
        },
      ]
    : []),
];

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io });
  return json;
}

/** A schema that stands in the document under a name, with its own definitions found from the document’s root. */
function component(name: string, schema: z.ZodType, io: "input" | "output"): unknown {
  const within = `#/components/schemas/${name}/$defs/`;
  return JSON.parse(
    JSON.stringify(schemaOf(schema, io), (key, value: unknown) =>
      key === "$ref" && typeof value === "string" ? value.replace(/^#\/\$defs\//, within) : value,
    ),
  );
}
