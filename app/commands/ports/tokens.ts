import type { ClaimFilter } from "~/domain/claim/list/claim-filter";
import type { PageMark } from "~/domain/page-mark";
import type { ApiToken, TokenScope } from "~/domain/people/api-token";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

import type { ClaimPage } from "./claim-list";

export interface TokenStore {
  list(): Promise<ApiToken[]>;
  /** Answers with the secret, which is kept nowhere. */
  make(name: string, days: number, scopes: readonly TokenScope[]): Promise<Result<string, Refusal>>;
  revoke(tokenId: string): Promise<Result<null, Refusal>>;
}

/** Why a program is not served: `forbidden` when its token is no good, `out_of_scope` when it is one for something else. */
export type TokenRefusal = Refusal | { kind: "out_of_scope"; message: string };

/** What a program may read of the desk, with the rights that who made its token has now. */
export interface DeskByToken {
  claims(
    token: string,
    filter: ClaimFilter,
    today: string,
    part: { after: PageMark | null; size: number },
  ): Promise<Result<ClaimPage, TokenRefusal>>;
}
