import type { z } from "zod";

import { tokenArticle } from "~/commands/take-in-by-token";
import type { TokenScope } from "~/domain/people/api-token";

import { claimsQuery, correctionsQuery, deskClaimsQuery, noQuery, reportsQuery } from "./queries";
import {
  claimDetail,
  claimResource,
  correctionResource,
  deskClaimResource,
  openApiDocument,
  pageOf,
  ratingsResource,
  reportDetail,
  reportResource,
  takenIn,
} from "./schemas";

/** Something that can be asked of the interface: one method of one address. */
export interface Operation {
  method: "get" | "post";
  /** With the parts that vary in braces, as OpenAPI writes them. */
  path: string;
  summary: string;
  /** What a token must be good for; null where everybody may ask. */
  scope: TokenScope | null;
  query: z.ZodObject;
  /** What is sent, with its content type. */
  body?: z.ZodType;
  /** The name under which the schema of the answer stands in the document, the schema, and the statuses it comes with. */
  answer: { name: string; schema: z.ZodType; statuses: Readonly<Record<string, string>> };
  /** What else it answers, each as a problem after RFC 9457. */
  problems: Readonly<Record<string, string>>;
}

const ok = { "200": "What was asked for." };
const readProblems = {
  "400": "A parameter is not right.",
  "429": "Too many requests; wait for `Retry-After` seconds.",
  "503": "The storage did not answer; ask again after `Retry-After` seconds.",
};
const oneProblems = { ...readProblems, "404": "Nothing of this name is published." };
const tokenProblems = {
  "401": "No token, or one that is not known, has run out or was taken back.",
  "403": "The token is not good for this.",
};

const read = (
  path: string,
  summary: string,
  query: z.ZodObject,
  name: string,
  schema: z.ZodType,
): Operation => ({
  ...{ method: "get" as const, path, summary, scope: null, query },
  answer: { name, schema, statuses: ok },
  problems: path.includes("{") ? oneProblems : readProblems,
});

/** All that the interface can do. A test holds it to the routes. */
export const operations: readonly Operation[] = [
  read(
    "/api/reports",
    "Published reports, the last changed first",
    reportsQuery,
    "ReportPage",
    pageOf(reportResource),
  ),
  read("/api/reports/{slug}", "One report with its claims", noQuery, "Report", reportDetail),
  read(
    "/api/claims",
    "Published claims with their verdicts, the last changed first",
    claimsQuery,
    "ClaimPage",
    pageOf(claimResource),
  ),
  read("/api/claims/{slug}", "All that is published of one claim", noQuery, "Claim", claimDetail),
  read(
    "/api/corrections",
    "What became of published verdicts, the newest first",
    correctionsQuery,
    "CorrectionPage",
    pageOf(correctionResource),
  ),
  read("/api/ratings", "The rating scale", noQuery, "Ratings", ratingsResource),
  read("/api/openapi.json", "This document", noQuery, "OpenApi", openApiDocument),
  {
    method: "get",
    path: "/api/desk/claims",
    summary: "All claims of the desk, published or not, as its own list has them; no ratings",
    scope: "claims:read",
    query: deskClaimsQuery,
    answer: { name: "DeskClaimPage", schema: pageOf(deskClaimResource), statuses: ok },
    problems: { ...readProblems, ...tokenProblems },
  },
  {
    method: "post",
    path: "/api/articles",
    summary: "Takes one article in",
    scope: "articles:create",
    query: noQuery,
    body: tokenArticle,
    answer: {
      name: "TakenIn",
      schema: takenIn,
      statuses: {
        "200": "It is here already, or the same request came before.",
        "201": "The article was taken in.",
      },
    },
    problems: {
      ...tokenProblems,
      "400": "The body is not one of these, or the Idempotency-Key is none.",
      "415": "Not `application/json`.",
      "422":
        "The article cannot be read or saved, or the Idempotency-Key came with another request before.",
      "429": readProblems["429"],
      "503":
        "The storage did not answer, or the desk is read-only; send it again after `Retry-After` seconds.",
    },
  },
];
