import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { setReadOnly, setReadOnlyInput } from "~/commands/set-read-only";
import { ReadOnlySwitch } from "~/components/admin/read-only-switch";
import { AuditTrail } from "~/components/desk/audit-trail";
import { ButtonLink } from "~/components/ui/button";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Administration · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "desk.administer");
  const { desk, audit } = context.ports;
  const [readOnly, trail] = await Promise.all([desk.readOnly(), audit.of("desk", "desk")]);
  return { readOnly, trail };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.administer", async ({ person, values }) => {
    const parsed = parseForm(setReadOnlyInput, values);
    if (!parsed.ok) return refuse(parsed.error, values);
    const result = await setReadOnly(args.context.ports, person, parsed.value);
    return result.ok ? redirect("/desk/admin") : refuse(result.error, values);
  });

export default function Admin() {
  const { readOnly, trail } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const busy = useNavigation().state !== "idle";
  return (
    <Page width="narrow">
      <PageHeader
        title="Administration"
        actions={
          <>
            <ButtonLink to="/desk/people">People</ButtonLink>
            <ButtonLink to="/desk/work">Work in hand</ButtonLink>
          </>
        }
      />
      <ReadOnlySwitch {...{ readOnly, failure, busy }} />
      <Section title="What was done here">
        <AuditTrail events={trail} />
      </Section>
    </Page>
  );
}
