import type { Ports } from "~/commands/ports";
import type { PublishedVersion, VersionHistory } from "~/domain/report/versions";

import { notFound } from "./guards";

type VersionPorts = Pick<Ports, "publications">;

/** The versions of the verdict in an address; answers 404 where there is none. */
export async function openHistory(
  { publications }: VersionPorts,
  { slug = "" }: Record<string, string | undefined>,
): Promise<VersionHistory> {
  const history = await publications.versions(slug);
  if (!history) throw notFound();
  return history;
}

/** One version of it, and the one that replaced it; null where none did. */
export async function openVersion(
  ports: VersionPorts,
  params: Record<string, string | undefined>,
): Promise<{ history: VersionHistory; version: PublishedVersion; next: PublishedVersion | null }> {
  const history = await openHistory(ports, params);
  const n = params["n"] ?? "";
  const at = /^[1-9]\d{0,5}$/.test(n)
    ? history.versions.findIndex(({ number }) => number === Number(n))
    : -1;
  const version = history.versions[at];
  if (!version) throw notFound();
  return { history, version, next: history.versions[at + 1] ?? null };
}
