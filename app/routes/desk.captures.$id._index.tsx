import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { endWithholding, endWithholdingInput } from "~/commands/end-withholding";
import { lookAgainAtSource, lookAgainInput } from "~/commands/look-again-at-source";
import { withholdCapture, withholdCaptureInput } from "~/commands/withhold-capture";
import { CapturePage } from "~/components/desk/captures/capture-page";
import { compareVersions } from "~/domain/article/drift/compare-versions";
import { checkExcerpt } from "~/domain/evidence/excerpt-check";
import { capturesByCard } from "~/domain/evidence/source-standing";
import { may } from "~/domain/people/permissions";
import { openCapture } from "~/web/capture-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Capture of ${data?.capture.url.slice(0, 60) ?? "a source"} · Countersign` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { capture, claim } = await openCapture(args);
  const { captures, documents } = args.context.ports;
  const { person, ports } = args.context;
  const [texts, steps, looks, copies, later, others, { draft }] = await Promise.all([
    captures.texts([capture.id]),
    captures.steps(capture.id),
    captures.looks(capture.id),
    captures.copies(capture.id),
    captures.later(capture.id),
    captures.elsewhere(capture),
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
  const withheld = await captures.withholdings([capture.id, ...others.map(({ id }) => id)]);
  const withholding = withheld.get(capture.id) ?? null;
  const [names, claims] = await Promise.all([
    ports.people.names(withholding === null ? [] : [withholding.personId]),
    Promise.all(others.map(({ claimId }) => ports.claims.find(claimId))),
  ]);
  return {
    withholding: withholding && {
      reason: withholding.reason,
      at: withholding.at,
      by: names.get(withholding.personId) ?? "An editor",
    },
    mayWithhold: may(person, "capture.withhold"),
    elsewhere: others.map(({ id }, index) => ({
      ...{ id, claim: claims[index]?.statement ?? "A claim", isWithheld: withheld.has(id) },
    })),
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

/** Has somebody look whether the source still says the same, or decides whether readers may have the capture. */
export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ person, values }) => {
    const { ports } = args.context;
    const sent = { ...values, captureId: args.params["id"] };
    const back = `/desk/captures/${args.params["id"]}`;
    if (values["intent"] === "withhold") {
      const parsed = parseForm(withholdCaptureInput, sent);
      const done = parsed.ok ? await withholdCapture(ports, person, parsed.value) : parsed;
      return done.ok ? redirect(`${back}#readers`) : refuse(done.error, values);
    }
    if (values["intent"] === "end_withholding") {
      const parsed = parseForm(endWithholdingInput, sent);
      const done = parsed.ok ? await endWithholding(ports, person, parsed.value) : parsed;
      return done.ok ? redirect(`${back}#readers`) : refuse(done.error, values);
    }
    const parsed = parseForm(lookAgainInput, sent);
    const asked = parsed.ok ? await lookAgainAtSource(ports, person, parsed.value) : parsed;
    return asked.ok ? redirect(back) : refuse(asked.error, values);
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
