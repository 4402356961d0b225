import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { followerSecret } from "~/commands/follow-verdict";
import { ReadingPage } from "~/components/public/reading-page";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { textFields } from "~/web/form";

export const meta: MetaFunction = () => [
  { title: "Mails about a verdict · Countersign" },
  { name: "robots", content: "noindex, nofollow, noarchive" },
  { name: "referrer", content: "strict-origin" },
];

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

/** Opening the link changes nothing: mail programs open it before their reader does. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const secret = followerSecret(params["secret"]);
  const link = secret === null ? null : await context.ports.followers.link(secret);
  return data({ link }, { status: link === null ? 404 : 200 });
}

/** Confirms or leaves. Mail programs leave by themselves with the body that RFC 8058 says, and are not led elsewhere. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { followers } = context.ports;
  const secret = followerSecret(params["secret"]);
  const values = textFields(await request.formData());
  const link = secret === null ? null : await followers.link(secret);
  if (values["List-Unsubscribe"] === "One-Click") {
    if (secret !== null) await followers.leave(secret);
    return new Response("You are told nothing more.\n", { status: 200 });
  }
  if (secret === null || link === null) return redirect(`/follow/${params["secret"] ?? "gone"}`);
  if (values["intent"] === "leave") {
    await followers.leave(secret);
    return redirect(`/claims/${link.slug}/follow?left`);
  }
  await followers.confirm(secret);
  return redirect(`/follow/${secret}`);
}

export default function FollowerLink() {
  const { link } = useLoaderData<typeof loader>();
  if (link === null) {
    return (
      <ReadingPage
        title="This link does not lead anywhere any more"
        lead="You are not told of changes by it."
      >
        <p className="max-w-prose">
          It was not opened within two days of being sent, or the address was deleted. On the page
          of a verdict you can ask to be told again.
        </p>
      </ReadingPage>
    );
  }
  const { slug, shortClaim, isConfirmed } = link;
  return (
    <ReadingPage title="Mails about a verdict" lead={shortClaim}>
      {isConfirmed ? (
        <Notice kind="success" title="You are told when this verdict changes.">
          <a href={`/claims/${slug}`} className="inline-flex min-h-6 items-center underline">
            The verdict
          </a>
        </Notice>
      ) : null}
      <form method="post" className="flex flex-wrap gap-3">
        {isConfirmed ? null : (
          <Button name="intent" value="confirm" variant="primary">
            Yes, tell me when it changes
          </Button>
        )}
        <Button name="intent" value="leave">
          {isConfirmed ? "Tell me nothing more" : "No, delete the address"}
        </Button>
      </form>
    </ReadingPage>
  );
}
