import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { LostSourcesPage } from "~/components/desk/captures/lost-sources-page";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Sources · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "approval.read");
  return { sources: await context.ports.captures.lost() };
}

export default function Sources() {
  return <LostSourcesPage {...useLoaderData<typeof loader>()} />;
}
