import { Form } from "@remix-run/react";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { SelectField, TextField } from "~/components/ui/field";
import { Time } from "~/components/ui/time";
import { roleLabel, roles } from "~/domain/people/person";
import type { StaffMember } from "~/domain/people/staff";

const roleOptions = roles.map((role) => ({ value: role, label: roleLabel[role] }));

/** One person, with what an admin can change about them. */
export function PersonRow({ member, busy }: { member: StaffMember; busy: boolean }) {
  const { id, name, email, role, disabledAt, publicByline } = member;
  const isDisabled = disabledAt !== null;
  return (
    <li className="flex flex-col gap-3 px-3 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium break-words">{name}</span>
        <span className="text-sm break-all text-muted">{email}</span>
        <Badge>{roleLabel[role]}</Badge>
        {isDisabled ? (
          <>
            <Badge tone="danger">Disabled</Badge>
            <span className="text-sm text-muted">
              since <Time iso={disabledAt} />
            </span>
          </>
        ) : null}
        {publicByline === null ? null : (
          <span className="text-sm text-muted">published as {publicByline}</span>
        )}
      </div>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {isDisabled ? null : (
          <Form method="post" className="flex items-end gap-2" aria-label={`Role of ${name}`}>
            <Hidden intent="set_role" id={id} />
            <SelectField
              label="Role"
              name="role"
              options={roleOptions}
              defaultValue={role}
              key={role}
            />
            <Button busy={busy}>Change</Button>
          </Form>
        )}
        <Form method="post" className="flex items-end gap-2" aria-label={`Byline of ${name}`}>
          <Hidden intent="set_byline" id={id} />
          <TextField
            label="Public byline"
            name="byline"
            optional
            maxLength={80}
            defaultValue={publicByline ?? ""}
          />
          <Button busy={busy}>Save</Button>
        </Form>
        <Form method="post" aria-label={`${isDisabled ? "Enable" : "Disable"} ${name}`}>
          <Hidden intent={isDisabled ? "enable" : "disable"} id={id} />
          <Button variant={isDisabled ? "secondary" : "danger"} busy={busy}>
            {isDisabled ? "Enable" : "Disable"}
          </Button>
        </Form>
      </div>
    </li>
  );
}

/** What every form about one person or invitation names. */
export function Hidden({ intent, id }: { intent: string; id: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
    </>
  );
}
