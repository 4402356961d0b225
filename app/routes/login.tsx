import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
  useSearchParams,
} from "@remix-run/react";
import { z } from "zod";

import { ReadOnlyBanner } from "~/components/layout/read-only-banner";
import { SignIn } from "~/components/layout/sign-in";
import { parseForm, refuse, textFields } from "~/web/form";

export const meta: MetaFunction = () => [{ title: "Sign in · Countersign" }];

const input = z.object({
  email: z.string().trim().min(1, "Write your e-mail address."),
  password: z.string().min(1, "Write your password."),
});

/** Where to go after signing in: a path of this site, never another site. */
function destination(wished: string | null): string {
  const here = "http://here.invalid";
  if (wished === null || !URL.canParse(wished, here)) return "/desk";
  const { origin, pathname, search } = new URL(wished, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search : "/desk";
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (context.person !== null) {
    return redirect(destination(new URL(request.url).searchParams.get("to")));
  }
  // Whoever cannot be told of it may still sign in.
  const readOnly = await context.ports.desk.readOnly().catch(() => null);
  return { readOnly };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const sent = textFields(await request.formData());
  const { password: _secret, ...values } = sent;
  const parsed = parseForm(input, sent);
  if (!parsed.ok) return refuse(parsed.error, values);
  const entered = await context.session
    .signIn(parsed.value.email, parsed.value.password)
    .catch((error: unknown) => {
      console.error(error);
      return null;
    });
  if (entered === null) {
    return refuse(
      { kind: "unavailable", message: "Signing in does not work at the moment. Try again soon." },
      values,
    );
  }
  if (!entered) {
    return data(
      { message: "The address or the password is not right.", errors: {}, values },
      { status: 401 },
    );
  }
  return redirect(destination(values["to"] ?? new URL(request.url).searchParams.get("to")));
}

export default function Login() {
  const { readOnly } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const [search] = useSearchParams();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post">
      {readOnly === null ? null : <ReadOnlyBanner readOnly={{ ...readOnly, by: null }} />}
      <SignIn
        busy={busy}
        message={failure?.message ?? null}
        errors={failure?.errors ?? {}}
        email={failure?.values["email"] ?? ""}
        to={search.get("to") ?? "/desk"}
      />
    </Form>
  );
}
