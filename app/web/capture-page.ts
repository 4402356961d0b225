import type { LoaderFunctionArgs } from "@remix-run/node";

import type { Claim } from "~/domain/claim/claim";
import type { Capture } from "~/domain/evidence/capture";
import { documentRight, reviewAccess } from "~/domain/people/permissions";

import { isId, notFound, requirePerson } from "./guards";

/** A capture that the address names, for whoever may read its review. Throws the answer for everybody else. */
export async function openCapture({
  context,
  request,
  params,
}: LoaderFunctionArgs): Promise<{ capture: Capture; claim: Claim }> {
  const person = requirePerson(context, request, "desk.enter");
  const { captures, claims, reviews } = context.ports;
  const id = params["id"] ?? "";
  // The database shows none to who may not read the review.
  const capture = isId(id) ? await captures.find(id) : null;
  const claim = capture && (await claims.find(capture.claimId));
  if (!capture || !claim) throw notFound();
  const revealed = claim.secondId !== person.id || (await reviews.revealed(claim.id, person.id));
  if (documentRight(reviewAccess(person, claim, revealed)) === null) throw notFound();
  return { capture, claim };
}

/** Of what comes from outside: no scripts, no forms, nothing loaded, shown in no frame. */
const powerless = "sandbox; default-src 'none'; frame-ancestors 'none'";

/**
 * Bytes from outside as a file to be saved: under a name of ours, never shown, never taken for something else, and without
 * any right where a browser should open it all the same. That no browser guesses its type is said for every answer.
 */
export const attachment = (bytes: Uint8Array, name: string, type: string): Response =>
  file("attachment", bytes, name, type);

/** A picture that this desk drew itself, to be shown on its pages, and saved under this name. */
export const picture = (png: Uint8Array, name: string): Response =>
  file("inline", png, name, "image/png");

function file(how: "attachment" | "inline", bytes: Uint8Array, name: string, type: string) {
  const plain = name.replace(/[^\w.-]+/g, "-").slice(0, 120);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `${how}; filename="${plain}"`,
      "Content-Security-Policy": powerless,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Words from outside as words and nothing else, to be read in the browser, and to be found by no search engine. */
export function plainWords(text: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Security-Policy": powerless,
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex, noarchive",
      "Cache-Control": "private, no-store",
    },
  });
}
