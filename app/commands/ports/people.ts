import type { Person, Role } from "~/domain/people/person";
import type { OpenInvite, StaffMember } from "~/domain/people/staff";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

export interface PeopleDirectory {
  /** Everybody who may take part in reviews, by name. */
  reviewers(): Promise<Person[]>;
  names(ids: readonly string[]): Promise<Map<string, string>>;
}

/** Everybody with an account, for who may `people.manage`. */
export interface StaffStore {
  list(): Promise<StaffMember[]>;
  invites(): Promise<OpenInvite[]>;
  /** Answers with the secret of the link. It is not kept. */
  invite(email: string, role: Role, days: number): Promise<Result<string, Refusal>>;
  revokeInvite(inviteId: string): Promise<Result<null, Refusal>>;
  setRole(personId: string, role: Role): Promise<Result<null, Refusal>>;
  setDisabled(personId: string, disabled: boolean): Promise<Result<null, Refusal>>;
  /** An empty byline takes it away. */
  setByline(personId: string, byline: string): Promise<Result<null, Refusal>>;
}

/** The one thing that somebody without an account can do: take up an invitation whose secret they hold. */
export interface Invitations {
  find(token: string): Promise<{ email: string; role: Role; expiresAt: string } | null>;
  /** Makes the account and gives it the role; answers with its address. */
  accept(
    token: string,
    account: { name: string; password: string },
  ): Promise<Result<{ email: string }, Refusal>>;
}
