import { Form } from "@remix-run/react";
import { KeyRound } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { CheckField } from "~/components/ui/check-field";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextField } from "~/components/ui/field";
import type { FormFailure } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Page, PageHeader } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import {
  tokenScopes,
  type ApiToken,
  type TokenScope,
  type TokenStatus,
} from "~/domain/people/api-token";

export interface TokensPageProps {
  tokens: readonly {
    token: ApiToken;
    maker: string;
    status: TokenStatus;
    mayRevoke: boolean;
  }[];
  /** What whoever looks can make a token for. */
  scopes: readonly TokenScope[];
  /** Where programs find the interface. */
  address: string;
  /** Of the token that was just made; it is never shown again. */
  secret: string | null;
  failure: FormFailure | null;
  busy: boolean;
}

/** The tokens with which other programs work at the desk. */
export function TokensPage({ tokens, scopes, address, secret, failure, busy }: TokensPageProps) {
  return (
    <Page width="narrow">
      <PageHeader
        title="Tokens"
        meta="With a token another program can do what it was made for, with the rights that who made it has at that moment."
      />
      <FailureNotice failure={failure} />
      {secret === null ? null : (
        <Notice kind="success" live title="The token is made. Copy it now; it is not shown again.">
          <code className="block font-mono break-all">{secret}</code>
          Send it as <code>Authorization: Bearer</code>; <code>{address}/openapi.json</code> says
          where.
        </Notice>
      )}
      {tokens.length === 0 ? (
        <EmptyState icon={KeyRound} title="There is no token yet">
          Make one below for each program, so that each can be taken back by itself.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {tokens.map(({ token, maker, status, mayRevoke }) => (
            <li
              key={token.id}
              className="flex flex-col gap-2 px-4 py-3 sm:flex-row sm:items-start sm:justify-between"
            >
              <div className="min-w-0 text-sm text-muted">
                <p className="flex flex-wrap items-baseline gap-x-3 text-base font-medium break-words text-ink">
                  {token.name}
                  {status === "works" ? null : (
                    <Badge tone="neutral">{status === "expired" ? "Run out" : "Taken back"}</Badge>
                  )}
                </p>
                <p>{token.scopes.map((scope) => tokenScopes[scope].label).join(" · ")}</p>
                <p>
                  Made by {maker}, <Time iso={token.createdAt} />; good until{" "}
                  <Time iso={token.expiresAt} />
                </p>
                <p>
                  {token.lastUsedAt === null ? (
                    "Never used"
                  ) : (
                    <>
                      Last used <Time iso={token.lastUsedAt} />
                    </>
                  )}
                </p>
              </div>
              {status === "works" && mayRevoke ? (
                <Form method="post">
                  <input type="hidden" name="intent" value="revoke" />
                  <input type="hidden" name="tokenId" value={token.id} />
                  <Button size="small" variant="danger" busy={busy}>
                    Take back<span className="sr-only">: {token.name}</span>
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="mt-6 flex flex-col gap-4">
        <input type="hidden" name="intent" value="make" />
        <TextField
          label="What the token is for"
          name="name"
          hint="Its name stands in the trail of every article that comes in with it."
          maxLength={80}
          defaultValue={failure?.values["name"]}
          errors={failure?.errors["name"]}
        />
        <CheckField
          legend="What the program may do"
          name="scopes"
          options={scopes.map((scope) => ({
            value: scope,
            label: tokenScopes[scope].label,
            hint: (
              <>
                <code>{scope}</code> {tokenScopes[scope].hint}
              </>
            ),
          }))}
          chosen={failure?.values["scopes"]?.split(",") ?? ["articles:create"]}
          errors={failure?.errors["scopes"]}
        />
        <TextField
          label="Good for, in days"
          name="days"
          type="number"
          min={1}
          max={366}
          defaultValue={failure?.values["days"] ?? "90"}
          errors={failure?.errors["days"]}
        />
        <div>
          <Button variant="primary" busy={busy}>
            Make a token
          </Button>
        </div>
      </Form>
    </Page>
  );
}
