import { z } from "zod";

import { may } from "~/domain/people/permissions";
import { roles, type Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

const id = z.uuid();

/** What an admin can do to people, each told by its intent. */
export const managePeopleInput = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("set_role"), id, role: z.enum(roles) }),
  z.object({ intent: z.literal("disable"), id }),
  z.object({ intent: z.literal("enable"), id }),
  z.object({ intent: z.literal("set_byline"), id, byline: z.string().trim().max(80) }),
  z.object({ intent: z.literal("revoke_invite"), id }),
]);

/** Changes a role, a byline, who may sign in or an invitation. The database keeps the last admin in place. */
export async function managePeople(
  ports: Ports,
  person: Person,
  input: z.infer<typeof managePeopleInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "people.manage")) return fail(onlyAdmins);
  const { staff } = ports;
  switch (input.intent) {
    case "set_role":
      return staff.setRole(input.id, input.role);
    case "disable":
      return staff.setDisabled(input.id, true);
    case "enable":
      return staff.setDisabled(input.id, false);
    case "set_byline":
      return staff.setByline(input.id, input.byline);
    case "revoke_invite":
      return staff.revokeInvite(input.id);
  }
}

export const invitePersonInput = z.object({
  email: z.email("Write an e-mail address.").max(254),
  role: z.enum(["reviewer", "editor", "admin"]),
  days: z.coerce.number().int().min(1).max(30).default(7),
});

/** Invites somebody. Answers with the secret of the link, which is not kept and cannot be shown again. */
export async function invitePerson(
  ports: Ports,
  person: Person,
  { email, role, days }: z.infer<typeof invitePersonInput>,
): Promise<Result<string, Refusal>> {
  if (!may(person, "people.manage")) return fail(onlyAdmins);
  return ports.staff.invite(email, role, days);
}

export const acceptInviteInput = z
  .object({
    name: z.string().trim().min(1, "Write the name that colleagues will see.").max(80),
    password: z.string().min(10, "Choose a password of at least 10 characters.").max(72),
    again: z.string(),
  })
  .refine(({ password, again }) => password === again, {
    path: ["again"],
    message: "The two passwords are not the same.",
  });

const onlyAdmins: Refusal = { kind: "forbidden", message: "Only an admin can manage people." };
