import type { LoaderFunctionArgs } from "@remix-run/node";

import { bibtex, citationFile, reportCitations } from "~/web/citations.server";

/** The sources of a report as BibTeX. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { ports, publicUrl } = context;
  const { slug, items } = await reportCitations(ports, params["slug"] ?? "", publicUrl);
  return citationFile(bibtex(items), "application/x-bibtex", slug, "bib");
}
