import { z } from "zod";

import { fail, ok, type Result } from "~/domain/result";

/**
 * The only paths that a desk’s export has: nothing that leads out of it, and no name that a file system reads otherwise. A
 * name of a capture says what is in it.
 */
const path = z
  .string()
  .max(120)
  .regex(
    /^(?:people\.jsonl|tables\/[a-z_]{1,40}\.[a-z0-9_]{1,63}\.jsonl|csv\/[a-z]{1,20}\.csv|captures\/(?:files\/)?[0-9a-f]{64}(?:\.warc\.gz|\.png)?)$/,
    "This path is none of an export",
  );

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const format = "countersign-desk/1";

const manifestSchema = z.strictObject({
  format: z.literal(format),
  /** The migrations that made the database. */
  schema: z.array(z.string().regex(/^\d{14}$/)).min(1),
  files: z.array(z.strictObject({ path, bytes: z.int().min(0), sha256 })),
  /** Captures that the desk’s own storage did not have any more. */
  missing: z.array(path),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = Manifest["files"][number];

export const manifestName = "manifest.json";

/** The same for the same desk: it holds no time, and its files stand in the order of their paths. */
export const writeManifest = (parts: Omit<Manifest, "format">): string =>
  `${JSON.stringify(
    {
      format,
      schema: parts.schema,
      files: parts.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      missing: parts.missing.toSorted(),
    },
    null,
    1,
  )}\n`;

/** The manifest of an export, or why it is none. */
export function readManifest(text: string): Result<Manifest, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail("The manifest is not JSON.");
  }
  const read = manifestSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return fail(`The manifest is not right at ${issue?.path.join(".")}: ${issue?.message}.`);
  }
  const paths = new Set(read.data.files.map(({ path }) => path));
  return paths.size === read.data.files.length
    ? ok(read.data)
    : fail("The manifest names a file twice.");
}
