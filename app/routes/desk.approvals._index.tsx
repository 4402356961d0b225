import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";

import { LanePage } from "~/components/desk/approvals/lane-page";
import { may, whyNotClear } from "~/domain/people/permissions";
import { inLaneOrder, obstacleWords } from "~/domain/review/clearance";
import { madeMove } from "~/web/approval-page";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Approvals · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "approval.read");
  const { ports } = context;
  const [unordered, isRequired] = await Promise.all([
    ports.approvals.lane(),
    ports.approvals.isRequired(),
  ]);
  const lane = inLaneOrder(unordered);
  return {
    items: lane.map((item) => {
      const why = whyNotClear(person, item, item.signedBy);
      return { ...item, obstacle: why === null ? null : obstacleWords[why] };
    }),
    isRequired,
    mayPublish: may(person, "report.publish"),
    move: await madeMove(ports, person, request.url, lane),
    today: new Date().toISOString().slice(0, 10),
  };
}

export default function Approvals() {
  const busy = useNavigation().state !== "idle";
  return <LanePage {...useLoaderData<typeof loader>()} busy={busy} />;
}
