import { createHash, randomUUID } from "node:crypto";

import type { ActionFunctionArgs } from "@remix-run/node";

import { takeInByToken, tokenArticle } from "~/commands/take-in-by-token";
import type { TokenRefusal } from "~/commands/ports/tokens";
import { describeRefusal } from "~/domain/refusal";
import { bearerToken, refusedToken } from "~/web/api/token-answer";
import { problemAnswer } from "~/web/problem-answer";

export function loader() {
  return problemAnswer(405, "Method not allowed", "Send an article with POST; see docs/api.md.", {
    Allow: "POST",
  });
}

/** Takes in an article for another program. */
export async function action({ context, request }: ActionFunctionArgs) {
  if (request.method !== "POST") return loader();
  const token = bearerToken(request);
  if (token === null) return refusedToken(null);
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "")) {
    return problemAnswer(415, "Unsupported media type", "Send JSON, as application/json.");
  }
  const key = request.headers.get("idempotency-key");
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key)) {
    return problemAnswer(400, "Bad request", "An Idempotency-Key has 1 to 200 visible characters.");
  }
  const body = await request.text();
  const sent = tokenArticle.safeParse(parsed(body));
  if (!sent.success) {
    return problemAnswer(
      400,
      "Bad request",
      'Send {"url"}, {"text"} or {"html"}, and what you know of the article: title, byline, outlet, publishedOn, language, sourceUrl. Nothing was saved.',
    );
  }
  const requestHash = createHash("sha256").update(body).digest("hex");
  try {
    const taken = await takeInByToken(context.ports, { token, key, requestHash }, sent.data, {
      articleId: randomUUID(),
      today: new Date().toISOString().slice(0, 10),
    });
    if (!taken.ok) return refused(taken.error);
    const { articleId, created } = taken.value;
    const address = `${context.publicUrl}/desk/articles/${articleId}`;
    return Response.json(
      { id: articleId, url: address, created },
      { status: created ? 201 : 200, headers: { Location: address, "Cache-Control": "no-store" } },
    );
  } catch (error) {
    console.error(error);
    return problemAnswer(
      503,
      "Unavailable",
      "The desk’s storage did not answer in time. Send the same request again; nothing is saved twice.",
      { "Retry-After": "10" },
    );
  }
}

function refused(refusal: TokenRefusal): Response {
  switch (refusal.kind) {
    case "forbidden":
    case "out_of_scope":
      return refusedToken(refusal);
    case "invalid":
      return problemAnswer(
        422,
        "The article cannot be saved",
        `${Object.values(refusal.fields).flat().join(" ")} Nothing was saved.`,
        {},
        { errors: refusal.fields },
      );
    case "read_only":
      return problemAnswer(503, "The desk is read-only", describeRefusal(refusal), {
        "Retry-After": "600",
      });
    default:
      return problemAnswer(422, "The article cannot be read", describeRefusal(refusal));
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
