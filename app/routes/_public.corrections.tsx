import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { CorrectionsLog } from "~/components/public/corrections-log";
import { pageMeta } from "~/web/page-meta";

/** How many lines of the log one page shows. */
const most = 50;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "Corrections",
        description: "Every published verdict that was put in doubt, corrected, kept or retracted.",
        url: data.url,
      })
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

const place = z.coerce.number().int().positive();

export async function loader({ request, context }: LoaderFunctionArgs) {
  const before = place.safeParse(new URL(request.url).searchParams.get("before")).data;
  const found = await context.ports.publications.corrections(most + 1, before);
  const changes = found.slice(0, most);
  const last = changes.at(-1);
  return {
    changes,
    older: last && found.length > most ? `/corrections?before=${last.id}` : null,
    url: `${context.publicUrl}/corrections`,
  };
}

export default function Corrections() {
  const { changes, older } = useLoaderData<typeof loader>();
  return <CorrectionsLog changes={changes} older={older} />;
}
