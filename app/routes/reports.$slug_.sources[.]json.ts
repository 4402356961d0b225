import type { LoaderFunctionArgs } from "@remix-run/node";

import { citationFile, reportCitations } from "~/web/citations.server";

/** The sources of a report as CSL-JSON. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { ports, publicUrl } = context;
  const { slug, items } = await reportCitations(ports, params["slug"] ?? "", publicUrl);
  const body = JSON.stringify(items, null, 2);
  return citationFile(body, "application/vnd.citationstyles.csl+json", slug, "json");
}
