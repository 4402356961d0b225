import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { followVerdict, followVerdictInput } from "~/commands/follow-verdict";
import { FollowForm } from "~/components/public/follow-form";
import { ReadingPage } from "~/components/public/reading-page";
import { Notice } from "~/components/ui/notice";
import { parseForm, refuse, textFields } from "~/web/form";
import { notFound } from "~/web/guards";
import { sendForm } from "~/web/send-form";

export const meta: MetaFunction = () => [
  { title: "Be told when a verdict changes · Countersign" },
  { name: "robots", content: "noindex" },
];

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const slug = params["slug"] ?? "";
  const report = await context.ports.reports.ofVerdict(slug);
  const verdict = report?.verdicts.find((one) => one.slug === slug);
  if (!verdict || !context.hasJobs) throw notFound();
  const asked = new URL(request.url).searchParams;
  const stage = asked.has("sent") ? "sent" : asked.has("left") ? "left" : null;
  return { slug, shortClaim: verdict.shortClaim, stage } as const;
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const slug = params["slug"] ?? "";
  const values = textFields(await request.formData());
  const parsed = parseForm(followVerdictInput, values);
  if (!parsed.ok) return refuse(parsed.error, values);
  // Only what this reader can read.
  if ((await context.ports.reports.ofVerdict(slug)) === null) throw notFound();
  return sendForm(values, () => followVerdict(context.ports, slug, parsed.value), {
    to: `/claims/${encodeURIComponent(slug)}/follow?sent`,
    again,
  });
}

const again = "; send it again in a moment. Sent twice, it counts once.";

export default function Follow() {
  const { slug, shortClaim, stage } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const back = (
    <a href={`/claims/${slug}`} className="inline-flex min-h-6 items-center underline">
      Back to the verdict
    </a>
  );
  return (
    <ReadingPage title="Be told when it changes" lead={`The verdict on: ${shortClaim}`}>
      {stage === "sent" && failure === null ? (
        <Notice kind="success" live title="Look into your mail.">
          If the address does not follow this verdict yet, a mail is on its way to it. Open the link
          in it within two days; until then nothing else is sent. {back}
        </Notice>
      ) : stage === "left" && failure === null ? (
        <Notice kind="success" live title="You are told nothing more.">
          The address is deleted. {back}
        </Notice>
      ) : (
        <FollowForm slug={slug} failure={failure} />
      )}
    </ReadingPage>
  );
}
