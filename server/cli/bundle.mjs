import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.resolve(import.meta.dirname, "../..");
const cache = path.join(root, "node_modules/.cache/countersign-cli");
const manifest = path.join(cache, "current.json");

/** Changes with every edit of a file; a file that is gone has a mark too. */
function markOf(file) {
  const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size}` : "gone";
}

function readManifest() {
  try {
    return JSON.parse(fs.readFileSync(manifest, "utf8"));
  } catch {
    return null;
  }
}

/**
 * The address of the command line as one bundle of what stands in the sources now. Node reads a hundred modules of
 * TypeScript in twice the time that most commands take; a bundle is made again when one of its sources has changed.
 */
export async function currentBundle() {
  const known = readManifest();
  const isCurrent =
    known !== null &&
    fs.existsSync(known.entry) &&
    Object.entries(known.marks).every(([file, mark]) => markOf(file) === mark);
  return pathToFileURL(isCurrent ? known.entry : await makeBundle()).href;
}

async function makeBundle() {
  const { build } = await import("esbuild");
  const folder = path.join(cache, randomUUID());
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["server/cli/main.ts"],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // Each command is loaded only when it is asked for.
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    sourcemap: "linked",
    metafile: true,
    logLevel: "warning",
  });
  const entry = path.join(folder, "main.mjs");
  const files = ["tsconfig.json", ...Object.keys(metafile.inputs)];
  const marks = Object.fromEntries(files.map((file) => [file, markOf(file)]));
  // Written beside and renamed, since others may start at the same moment.
  const written = `${folder}.json`;
  fs.writeFileSync(written, JSON.stringify({ entry, marks }));
  fs.renameSync(written, manifest);
  forgetOthers(folder);
  return entry;
}

/** Removes bundles that nobody can be starting from any more. */
function forgetOthers(current) {
  const longAgo = Date.now() - 3_600_000;
  for (const name of fs.readdirSync(cache)) {
    const other = path.join(cache, name);
    const stat = fs.statSync(other, { throwIfNoEntry: false });
    if (other !== current && stat?.isDirectory() && stat.mtimeMs < longAgo) {
      fs.rmSync(other, { recursive: true, force: true });
    }
  }
}
