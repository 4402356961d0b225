import { PassThrough } from "node:stream";

import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";

import { etagOf, withEtag } from "~/web/conditional.server";
import { NonceContext } from "~/web/nonce";
import { wholePage } from "~/web/whole-page.server";

export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce, keepPage }: AppLoadContext,
): Promise<Response> {
  if (status === 200 && isSameForAll(request, headers)) {
    return sameForAll(request, headers, remixContext, keepPage);
  }
  // That something is gone, browsers would otherwise keep for good; an unpublished report may come back.
  if (status >= 400 && !headers.has("Cache-Control")) headers.set("Cache-Control", "no-cache");
  // Crawlers get the finished page; people get the shell as soon as it is ready.
  const readyEvent = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";

  return new Promise((resolve, reject) => {
    let shellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <RemixServer context={remixContext} url={request.url} nonce={cspNonce} />
      </NonceContext.Provider>,
      {
        nonce: cspNonce,
        [readyEvent]() {
          shellSent = true;
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          status = 500;
          if (shellSent) console.error(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000);
  });
}

/** A page that says of itself that every cache may keep it: it holds nothing of whoever asks, and no nonce. */
const isSameForAll = ({ method }: Request, headers: Headers): boolean =>
  (method === "GET" || method === "HEAD") &&
  (headers.get("Cache-Control")?.startsWith("public") ?? false);

async function sameForAll(
  request: Request,
  headers: Headers,
  remixContext: EntryContext,
  keepPage: AppLoadContext["keepPage"],
): Promise<Response> {
  const page = <RemixServer context={remixContext} url={request.url} />;
  const body = await wholePage(page, streamTimeout + 1_000);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("ETag", etagOf(body));
  keepPage?.({ body, headers: Object.fromEntries(headers) });
  return withEtag(request, body, headers);
}
