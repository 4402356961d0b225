import { Form } from "@remix-run/react";

import { Brand } from "~/components/layout/brand";
import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextField } from "~/components/ui/field";
import type { FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";
import { roleLabel, type Role } from "~/domain/people/person";

export interface InvitePageProps extends FormState {
  /** Null when the link is not good, or not any more. */
  offer: { email: string; role: Role; expiresAt: string } | null;
  /** Nothing can be changed on the desk now, so no account can be made. */
  readOnly: boolean;
}

/** Where the link of an invitation leads: name and password make the account. */
export function InvitePage({ offer, readOnly, failure, busy }: InvitePageProps) {
  return (
    <main
      id="main"
      className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-5 px-4 py-10"
    >
      <Brand />
      <h1 className="text-2xl font-semibold">Join the desk</h1>
      {offer === null ? (
        <Notice kind="warning" title="This invitation is not good, or not any more">
          It was used, taken back or has run out. If you have an account,{" "}
          <a href="/login" className="underline">
            sign in
          </a>
          ; if not, ask an admin for another link.
        </Notice>
      ) : (
        <>
          <p>
            You are invited as <strong>{roleLabel[offer.role]}</strong> under{" "}
            <strong className="break-all">{offer.email}</strong>. The link is good until{" "}
            <Time iso={offer.expiresAt} />.
          </p>
          {readOnly ? (
            <Notice kind="warning" title="The desk is read-only for now">
              No account can be made until an admin opens the desk again. The invitation stays good;
              open this link again later.
            </Notice>
          ) : (
            <Form method="post" className="flex flex-col gap-5">
              <FailureNotice failure={failure} />
              <TextField
                label="Your name"
                name="name"
                autoComplete="name"
                hint="Colleagues see it, and readers of what you check."
                maxLength={80}
                defaultValue={failure?.values["name"] ?? ""}
                errors={failure?.errors["name"]}
              />
              <TextField
                label="Password"
                name="password"
                type="password"
                autoComplete="new-password"
                hint="At least 10 characters."
                errors={failure?.errors["password"]}
              />
              <TextField
                label="The password again"
                name="again"
                type="password"
                autoComplete="new-password"
                errors={failure?.errors["again"]}
              />
              <Button variant="primary" busy={busy}>
                Make the account
              </Button>
            </Form>
          )}
        </>
      )}
    </main>
  );
}
