import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { lookAgainAtSource, lookAgainInput } from "~/commands/look-again-at-source";

import { CapturePage } from "~/components/desk/captures/capture-page";
import { compareVersions } from "~/domain/article/drift/compare-versions";
import { checkExcerpt } from "~/domain/evidence/excerpt-check";
import { capturesByCard } from "~/domain/evidence/source-standing";
import { openCapture } from "~/web/capture-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Capture of ${data?.capture.url.slice(0, 60) ?? "a source"} · Countersign` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { capture, claim } = await openCapture(args);
  const { captures, documents } = args.context.ports;
  const [texts, steps, looks, copies, later, { draft }] = await Promise.all([
    captures.texts([capture.id]),
    captures.steps(capture.id),
    captures.looks(capture.id),
    captures.copies(capture.id),
    captures.later(capture.id),
    documents.read(claim.id),
  ]);
  const text = texts.get(capture.id) ?? null;
  const [newest] = later;
  const now = newest === undefined ? null : await captures.laterText(newest.lookId);
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
    looks,
    copies,
    later,
    blocks: text === null || now === null ? null : compareVersions(text, now),
    text,
    excerpts,
  };
}

/** Has somebody look whether the source still says the same. */
export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ person, values }) => {
    const parsed = parseForm(lookAgainInput, { captureId: args.params["id"] });
    const asked = parsed.ok
      ? await lookAgainAtSource(args.context.ports, person, parsed.value)
      : parsed;
    return asked.ok ? redirect(`/desk/captures/${args.params["id"]}`) : refuse(asked.error, values);
  });

export default function Capture() {
  return (
    <CapturePage
      {...useLoaderData<typeof loader>()}
      failure={useActionData<typeof action>() ?? null}
      busy={useNavigation().state !== "idle"}
    />
  );
}
