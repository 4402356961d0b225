import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerAsExpert, answerAsExpertInput } from "~/commands/answer-as-expert";
import { openGuestPage } from "~/commands/open-guest-page";
import { GuestFrame, GuestPage, ShutGuestPage } from "~/components/guest/guest-page";
import { parseForm, refuse, textFields } from "~/web/form";
import { isReadOnly } from "~/web/is-read-only";
import { sendForm } from "~/web/send-form";

/** Complete without scripts, so none of them sees the link. */
export const handle = { scripts: false };

export const meta: MetaFunction = () => [
  { title: "A question about one claim · Countersign" },
  { name: "robots", content: "noindex, nofollow, noarchive" },
  { name: "referrer", content: "strict-origin" },
];

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

const statusOf: Record<string, number> = { unknown: 404, revoked: 410, expired: 410 };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const [page, readOnly] = await Promise.all([
    openGuestPage(context.ports, params["token"] ?? ""),
    isReadOnly(context.ports),
  ]);
  return data({ page, readOnly }, { status: statusOf[page.status] ?? 200 });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const token = params["token"] ?? "";
  const values = textFields(await request.formData());
  const parsed = parseForm(answerAsExpertInput, values);
  if (!parsed.ok) return refuse(parsed.error, values);
  return sendForm(values, () => answerAsExpert(context.ports, token, parsed.value), {
    to: `/guest/${encodeURIComponent(token)}`,
    again,
  });
}

const again = ". Open the link again to see whether it arrived, then send it again.";

export default function Guest() {
  const { page, readOnly } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  if (page.status !== "open") {
    const { words = "", interests = "", sources = "" } = failure?.values ?? {};
    const kept = [words, sources, interests].filter((text) => text.trim() !== "");
    return (
      <GuestFrame readOnly={readOnly}>
        <ShutGuestPage status={page.status} kept={kept} />
      </GuestFrame>
    );
  }
  return (
    <GuestFrame readOnly={readOnly}>
      <GuestPage claim={page} failure={failure} busy={false} />
    </GuestFrame>
  );
}
