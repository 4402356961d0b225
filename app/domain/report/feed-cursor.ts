import { z } from "zod";

import type { PublicationCursor } from "./publication";

const written = z
  .string()
  .max(200)
  .regex(/^[^~]+~[a-z0-9-]{3,120}$/);
const instant = z.iso.datetime({ offset: true });

/** A cursor as it stands in an address. */
export const writeCursor = ({ changedAt, slug }: PublicationCursor): string =>
  `${changedAt}~${slug}`;

/** A cursor out of an address; null when it is none that was given out. */
export function readCursor(text: string): PublicationCursor | null {
  const given = written.safeParse(text);
  if (!given.success) return null;
  const [changedAt = "", slug = ""] = given.data.split("~");
  return instant.safeParse(changedAt).success ? { changedAt, slug } : null;
}
