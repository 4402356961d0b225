import { Form, Link } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { SelectField, TextField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import type { PeopleSlice } from "~/domain/people/find-people";
import { roleLabel } from "~/domain/people/person";
import type { OpenInvite, StaffMember } from "~/domain/people/staff";

import { PeopleFinder, PeoplePager } from "./people-finder";
import { Hidden, PersonRow } from "./person-row";

export interface PeoplePageProps extends FormState {
  slice: PeopleSlice<StaffMember>;
  invites: readonly OpenInvite[];
  /** The link of the invitation that was just made; shown this once. */
  link: string | null;
}

const invitable = (["reviewer", "editor", "admin"] as const).map((role) => ({
  value: role,
  label: roleLabel[role],
}));

/** Who works at the desk, and who is asked to. */
export function PeoplePage({ slice, invites, link, failure, busy }: PeoplePageProps) {
  const ofInvite = failureOf(failure, "invite");
  return (
    <Page>
      <PageHeader title="People" kicker={<Link to="/desk/admin">Administration</Link>} />
      {ofInvite ? null : <FailureNotice failure={failure} />}
      <Section title="Invite somebody">
        {link === null ? null : (
          <Notice kind="success" live title="The invitation is made. Send this link yourself.">
            <p>It is shown this once, good once, and gives the role to whoever opens it first.</p>
            <p className="mt-1">
              <code className="font-mono text-xs break-all select-all">{link}</code>
            </p>
          </Notice>
        )}
        <Form method="post" className="flex flex-col gap-3" key={link}>
          <FailureNotice failure={ofInvite} />
          <input type="hidden" name="intent" value="invite" />
          <div className="flex flex-wrap items-start gap-3">
            <TextField
              label="E-mail address"
              name="email"
              type="email"
              className="w-72 max-w-full"
              defaultValue={ofInvite?.values["email"] ?? ""}
              errors={ofInvite?.errors["email"]}
            />
            <SelectField
              label="Role"
              name="role"
              options={invitable}
              defaultValue={ofInvite?.values["role"] ?? "reviewer"}
              errors={ofInvite?.errors["role"]}
            />
            <TextField
              label="Good for days"
              name="days"
              type="number"
              min={1}
              max={30}
              defaultValue={ofInvite?.values["days"] ?? "7"}
              errors={ofInvite?.errors["days"]}
            />
          </div>
          <div>
            <Button variant="primary" busy={busy}>
              Make the link
            </Button>
          </div>
        </Form>
        {invites.length > 0 ? (
          <ul className="divide-y divide-line rounded-md border border-line bg-raised">
            {invites.map(({ id, email, role, expiresAt }) => (
              <li
                key={id}
                className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2 text-sm"
              >
                <span className="break-all">{email}</span>
                <span>{roleLabel[role]}</span>
                <span className="text-muted">
                  until <Time iso={expiresAt} />
                </span>
                <Form method="post" className="ml-auto" aria-label={`Take back from ${email}`}>
                  <Hidden intent="revoke_invite" id={id} />
                  <Button size="small" busy={busy}>
                    Take back
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-sm text-muted">No invitation waits to be accepted.</p>
        )}
      </Section>
      <Section title="At the desk" aside={`${slice.total}`}>
        <p className="text-sm">
          <Link to="/desk/practice" className="text-accent underline">
            Who practised, and how
          </Link>
        </p>
        <p className="max-w-prose text-sm text-muted">
          A change holds at once. Whoever is disabled is signed out, and leaves the rooms, within
          seconds. A byline stands in what is published from then on in place of the name;
          colleagues go on seeing the name.
        </p>
        <PeopleFinder path="/desk/people" slice={slice} label="Name or e-mail address" />
        {slice.total === 0 ? null : (
          <ul className="divide-y divide-line rounded-md border border-line bg-raised">
            {slice.people.map((member) => (
              <PersonRow key={member.id} member={member} busy={busy} />
            ))}
          </ul>
        )}
        <PeoplePager path="/desk/people" slice={slice} />
      </Section>
    </Page>
  );
}
