import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { CapturePage } from "~/components/desk/captures/capture-page";
import { checkExcerpt } from "~/domain/evidence/excerpt-check";
import { capturesByCard } from "~/domain/evidence/source-standing";
import { openCapture } from "~/web/capture-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Capture of ${data?.capture.url.slice(0, 60) ?? "a source"} · Countersign` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { capture, claim } = await openCapture(args);
  const { captures, documents } = args.context.ports;
  const [texts, steps, { draft }] = await Promise.all([
    captures.texts([capture.id]),
    captures.steps(capture.id),
    documents.read(claim.id),
  ]);
  const text = texts.get(capture.id) ?? null;
  const cited = [...capturesByCard(draft.evidence, [capture]).keys()];
  const excerpts = draft.evidence
    .filter(({ id, excerpt }) => cited.includes(id) && excerpt.trim() !== "")
    .map(({ title, excerpt }) => ({
      title,
      excerpt,
      check: text === null ? null : checkExcerpt(text, excerpt),
    }));
  return {
    capture,
    claim: { id: claim.id, statement: claim.statement },
    steps,
    text,
    excerpts,
  };
}

export default function Capture() {
  return <CapturePage {...useLoaderData<typeof loader>()} />;
}
