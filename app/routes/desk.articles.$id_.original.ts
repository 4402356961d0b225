import type { LoaderFunctionArgs } from "@remix-run/node";

import { downloadName } from "~/domain/article/original";
import { isId, notFound, requirePerson } from "~/web/guards";

/** The bytes that an article was read from. A stranger made them: they are only ever saved, never shown. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requirePerson(context, request, "article.read");
  const id = params["id"] ?? "";
  if (!isId(id)) throw notFound();
  const [original, bytes] = await Promise.all([
    context.ports.originals.of(id),
    context.ports.originals.bytes(id),
  ]);
  if (original === null || bytes === null) throw notFound();
  return new Response(Uint8Array.from(bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${downloadName(id, original.mediaType)}"`,
      "Content-Length": String(bytes.byteLength),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
      Digest: `sha-256=${Buffer.from(original.sha256, "hex").toString("base64")}`,
    },
  });
}
