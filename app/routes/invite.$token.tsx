import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { acceptInvite } from "~/commands/accept-invite";
import { acceptInviteInput } from "~/commands/manage-people";
import { InvitePage } from "~/components/admin/invite-page";
import { isReadOnly } from "~/web/is-read-only";
import { parseForm, refuse, textFields } from "~/web/form";

export const meta: MetaFunction = () => [{ title: "Join the desk · Countersign" }];

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader({ context, params }: LoaderFunctionArgs) {
  const [offer, readOnly] = await Promise.all([
    context.ports.invitations.find(params["token"] ?? ""),
    isReadOnly(context.ports),
  ]);
  return { offer, readOnly };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const sent = textFields(await request.formData());
  const values = { name: sent["name"] ?? "" };
  const parsed = parseForm(acceptInviteInput, sent);
  if (!parsed.ok) return refuse(parsed.error, values);
  const joined = await acceptInvite(context.ports, params["token"] ?? "", parsed.value);
  if (!joined.ok) return refuse(joined.error, values);
  const entered = await context.session.signIn(joined.value.email, parsed.value.password);
  return redirect(entered ? "/desk" : "/login");
}

export default function Invite() {
  const { offer, readOnly } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  return <InvitePage {...{ offer, readOnly, failure }} busy={useNavigation().state !== "idle"} />;
}
