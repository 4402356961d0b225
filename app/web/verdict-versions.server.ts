import type { Ports } from "~/commands/ports";
import type { PublishedVersion, VersionHistory } from "~/domain/report/versions";

import { gone } from "./gone";
import { notFound } from "./guards";

type VersionPorts = Pick<Ports, "publications" | "reports">;

/** The versions of the verdict in an address; answers 410 and why while it is unpublished, and 404 where there is none. */
export async function openHistory(
  ports: VersionPorts,
  { slug = "" }: Record<string, string | undefined>,
): Promise<VersionHistory> {
  const history = await ports.publications.versions(slug);
  if (!history) throw await gone(ports, "claims", slug);
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
