import { Button } from "~/components/ui/button";
import { TextField } from "~/components/ui/field";
import { Notice } from "~/components/ui/notice";

import { Brand } from "./brand";

export interface SignInProps {
  busy: boolean;
  /** Why the last try did not work. */
  message: string | null;
  errors: Record<string, string[]>;
  email: string;
  /** The path to go to afterwards. */
  to: string;
}

/** The fields of the sign-in page; the form around them belongs to the route. */
export function SignIn({ busy, message, errors, email, to }: SignInProps) {
  return (
    <main
      id="main"
      className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-5 px-4 py-10"
    >
      <Brand />
      <h1 className="text-2xl font-semibold">Sign in to the desk</h1>
      {message === null ? null : <Notice kind="danger" live title={message} />}
      <input type="hidden" name="to" value={to} />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        errors={errors["email"]}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        errors={errors["password"]}
      />
      <Button variant="primary" busy={busy}>
        Sign in
      </Button>
      <p className="text-sm text-muted">
        <a href="/" className="underline">
          Published reports
        </a>{" "}
        are open to everybody.
      </p>
    </main>
  );
}
