import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { fetchProblem, FetchFailure } from "./problem";

/** The encodings the fetcher asks for and can undo. */
export const acceptedEncodings = "gzip, deflate, br";

/**
 * The whole body, decompressed. Counts bytes before and after decompression, so that neither a long answer nor a small
 * one that swells can take more than `maxBytes`. Throws `FetchFailure` when it is larger or cannot be decompressed.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of limited(source, maxBytes)) chunks.push(chunk);
  };
  const decoder = decoderFor(contentEncoding);
  if (decoder === null) {
    await pipeline(body, collect, { signal });
  } else {
    const raw = (source: AsyncIterable<Uint8Array>) => limited(source, maxBytes);
    await pipeline(body, raw, decoder, collect, { signal });
  }
  return Buffer.concat(chunks);
}

/** The failure for a body over the limit, which is given in bytes. */
export function tooLarge(maxBytes: number): FetchFailure {
  const size = maxBytes >= 1_000_000 ? `${maxBytes / 1_000_000} MB` : `${maxBytes} bytes`;
  return new FetchFailure(fetchProblem("too_large", `The page is larger than ${size}.`));
}

async function* limited(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.byteLength;
    if (total > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

function decoderFor(contentEncoding: string): Transform | null {
  switch (contentEncoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new FetchFailure(
        fetchProblem(
          "wrong_type",
          "The site sent the page compressed in a way that cannot be read here.",
        ),
      );
  }
}
