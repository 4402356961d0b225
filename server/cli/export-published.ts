import { readApi } from "~/data/read-api.server";
import { claimOf } from "~/web/api/resources";

import { readConfig } from "../config";
import { publicClient, startSupabase } from "../supabase";
import type { LineWriter } from "./json-lines";

/** How many claims are asked for at once. */
const atOnce = 500;

/** Writes, as readers may see it, every published claim with its verdict as it stands, a line each, as `/api/claims` lists them. */
export async function writePublished(writer: LineWriter): Promise<number> {
  const { dataDir, publicUrl, port } = readConfig(process.env);
  const platform = await startSupabase({ dataDir, env: process.env, share: true });
  try {
    const { claims } = readApi(publicClient(platform));
    const site = publicUrl ?? `http://localhost:${port}`;
    let count = 0;
    for (let page = await claims({}, atOnce); page.length > 0;) {
      for (const claim of page) await writer.write(claimOf(claim, site));
      count += page.length;
      const last = page.at(-1);
      page = last && page.length === atOnce ? await claims({}, atOnce, last) : [];
    }
    await writer.flush();
    return count;
  } finally {
    await platform.stop();
  }
}
