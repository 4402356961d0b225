import { redirect, type ActionFunctionArgs } from "@remix-run/node";

export async function action({ context }: ActionFunctionArgs) {
  await context.session.signOut();
  return redirect("/login");
}

export const loader = () => redirect("/desk");
