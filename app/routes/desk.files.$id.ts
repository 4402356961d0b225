import type { LoaderFunctionArgs } from "@remix-run/node";

import { fileType } from "~/domain/evidence/evidence-file";
import { attachment } from "~/web/capture-page";
import { isId, notFound, requirePerson } from "~/web/guards";

/** A file beside a source, to be saved. It came from outside: it is never shown from here. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requirePerson(context, request, "desk.enter");
  const { evidenceFiles } = context.ports;
  const id = params["id"] ?? "";
  // The database shows none to who may not read the review.
  const file = isId(id) ? await evidenceFiles.find(id) : null;
  const bytes = file && (await evidenceFiles.read(file));
  if (file === null || bytes === null) throw notFound();
  return attachment(bytes, file.name, fileType[file.kind]);
}
