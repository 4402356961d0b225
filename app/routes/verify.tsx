import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicShell } from "~/components/layout/public-shell";
import inBrowser from "~/components/public/verify/in-browser?worker&url";
import { VerifyPage } from "~/components/public/verify/verify-page";
import { useNonce } from "~/web/nonce";
import { isReadOnly } from "~/web/is-read-only";

export const meta: MetaFunction = () => [
  { title: "Verify a verdict · Countersign" },
  {
    name: "description",
    content: "Check in your browser that a verdict is exactly what was published.",
  },
];

/** `?claim=` names the verdict that the reader came from, or one of its versions. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const claim = new URL(request.url).searchParams.get("claim") ?? "";
  return {
    claim: /^[a-z0-9-]{3,100}(?:\/versions\/[1-9]\d{0,5})?$/.test(claim) ? claim : null,
    readOnly: await isReadOnly(context.ports),
  };
}

/** A script of its own in place of the app's, which is many times as large. */
export const handle = { scripts: false };

/** The one public page with a script: what is checked is checked in the browser. */
export default function Verify() {
  const { claim, readOnly } = useLoaderData<typeof loader>();
  return (
    <PublicShell readOnly={readOnly}>
      <VerifyPage claim={claim} />
      <script type="module" src={inBrowser} nonce={useNonce()} />
    </PublicShell>
  );
}
