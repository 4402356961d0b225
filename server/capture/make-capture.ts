import { createHash } from "node:crypto";

import {
  ObjectStoreError,
  screenshotName,
  warcName,
  type ObjectStore,
} from "~/data/object-store.server";
import {
  failureOfStatus,
  type CaptureFailure,
  type KeptCapture,
  type TextFailure,
} from "~/domain/evidence/capture";
import type { ScreenshotFailure } from "~/domain/evidence/screenshot";
import { fail, ok, type Result } from "~/domain/result";

import type { FetchedSource, FetchProblem, SourceFetcher } from "../fetch";
import type { PageReader, ReadProblem } from "../intake";
import type { Screenshot, TakeScreenshot } from "./screenshot";
import { writeWarc } from "./warc";

/** The program that captures, as sites and WARCs are told. */
export const tool = "Countersign/0.1";

export interface CaptureMakers {
  fetchSource: SourceFetcher;
  reader: Pick<PageReader, "read">;
  objects: ObjectStore;
  takeScreenshot: TakeScreenshot;
}

export interface MadeCapture {
  kept: KeptCapture;
  text: string | null;
}

/** A source as it was fetched and read, before anything of it is kept. */
export interface FetchedCapture {
  source: FetchedSource;
  seen: Omit<KeptCapture, "warcBytes" | "warcSha256" | "screenshot" | "noScreenshot">;
  text: string | null;
}

/**
 * Fetches a source and reads its words, whatever the site's status says of it. Rejects when `ending` is aborted.
 */
export async function fetchCapture(
  { fetchSource, reader }: Pick<CaptureMakers, "fetchSource" | "reader">,
  url: string,
  ending: AbortSignal,
): Promise<Result<FetchedCapture, CaptureFailure>> {
  const fetched = await fetchSource(url, ending);
  if (!fetched.ok) return fail(failureOf(fetched.error));
  const source = fetched.value;
  const last = source.exchanges.at(-1) ?? source.exchanges[0];
  const isPage = failureOfStatus(last.status) === null;
  const read = isPage ? await readWords(reader, source, last.url) : fail("not_read" as const);
  const text = read.ok ? read.value : null;
  const seen = {
    fetchedAt: last.at,
    finalUrl: last.url,
    redirects: source.exchanges.slice(1).map((exchange) => exchange.url),
    status: last.status,
    contentType: source.contentType.slice(0, 200),
    remoteAddress: last.remoteAddress,
    certificate: last.certificate,
    tool,
    bodyBytes: source.body.byteLength,
    bodySha256: sha256(source.body),
    textSha256: text === null ? null : sha256(text),
    noText: read.ok ? null : read.error,
  };
  return ok({ source, seen, text });
}

/**
 * Fetches a source, reads its words, has it drawn, and keeps it all in Storage. That it cannot be drawn is told beside it. What is wrong comes back by name; rejects for faults of
 * ours, and when `ending` is aborted.
 */
export async function makeCapture(
  makers: CaptureMakers,
  url: string,
  ending: AbortSignal,
): Promise<Result<MadeCapture, CaptureFailure>> {
  const fetched = await fetchCapture(makers, url, ending);
  if (!fetched.ok) return fetched;
  const failure = failureOfStatus(fetched.value.seen.status);
  if (failure !== null) return fail(failure);
  const { source, seen } = fetched.value;
  const { contentType, body } = source;
  const page = { url: seen.finalUrl, contentType, body };
  const taken = await makers.takeScreenshot(page, ending);
  const screenshot = taken.ok ? await keepScreenshot(makers.objects, taken.value) : taken;
  return keepFetched(makers.objects, url, fetched.value, screenshot);
}

/** Keeps the picture by itself, where it can be shown from; the capture does not fail with it. */
async function keepScreenshot(
  objects: ObjectStore,
  screenshot: Screenshot,
): Promise<Result<Screenshot, ScreenshotFailure>> {
  try {
    await objects.keep(screenshotName(sha256(screenshot.png)), screenshot.png, "image/png");
    return ok(screenshot);
  } catch (error) {
    if (error instanceof ObjectStoreError) return fail("not_kept");
    throw error;
  }
}

/** Writes what was fetched as a WARC, with the picture of it where there is one, and keeps that in Storage. */
export async function keepFetched(
  objects: ObjectStore,
  url: string,
  { source, seen, text }: FetchedCapture,
  taken: Result<Screenshot, ScreenshotFailure | null> = fail(null),
): Promise<Result<MadeCapture, "disk_full" | "store_away">> {
  const png = taken.ok ? taken.value.png : null;
  const screenshot = taken.ok
    ? { sha256: sha256(taken.value.png), bytes: taken.value.png.byteLength, tool: taken.value.tool }
    : null;
  const facts = { requestedUrl: url, ...seen, screenshot };
  const warc = await writeWarc({ tool, exchanges: source.exchanges, text, png, facts });
  const warcSha256 = sha256(warc);
  try {
    await objects.keep(warcName(warcSha256), warc, "application/warc");
  } catch (error) {
    if (error instanceof ObjectStoreError) {
      return fail(error.kind === "disk_full" ? "disk_full" : "store_away");
    }
    throw error;
  }
  const noScreenshot = taken.ok ? null : taken.error;
  const kept = { ...seen, screenshot, noScreenshot, warcBytes: warc.byteLength, warcSha256 };
  return ok({ kept, text });
}

function failureOf({ kind }: FetchProblem): CaptureFailure {
  return kind === "wrong_type" || kind === "http_status" ? "unreachable" : kind;
}

async function readWords(
  reader: Pick<PageReader, "read">,
  { body, contentType }: FetchedSource,
  url: string,
): Promise<Result<string, TextFailure>> {
  const read = await reader.read({ kind: "source", bytes: body, contentType, url });
  return read.ok ? ok(read.value.text) : fail(noTextFor(read.error));
}

function noTextFor({ kind }: ReadProblem): TextFailure {
  if (kind === "file") return "not_text";
  if (kind === "no_text") return "no_text";
  return kind === "too_complex" ? "too_complex" : "not_read";
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
