import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";

import { LanePage } from "~/components/desk/approvals/lane-page";
import { markFromText, markToText } from "~/domain/page-mark";
import { may, whyNotClear } from "~/domain/people/permissions";
import { lanePageSize, obstacleWords, type LanePart } from "~/domain/review/clearance";
import { madeMove } from "~/web/approval-page";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Approvals · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "approval.read");
  const { ports } = context;
  const { searchParams } = new URL(request.url);
  const part = async (name: LanePart) => {
    const after = markFromText(searchParams.get(name), "new");
    const { items, total, next } = await ports.approvals.lane(name, { after, size: lanePageSize });
    return {
      items: items.map((item) => {
        const why = whyNotClear(person, item, item.signedBy);
        return { ...item, obstacle: why === null ? null : obstacleWords[why] };
      }),
      total,
      isFirst: after === null,
      next: next && markToText(next),
    };
  };
  const [waiting, cleared, isRequired, move, embargoes] = await Promise.all([
    part("waiting"),
    part("cleared"),
    ports.approvals.isRequired(),
    madeMove(ports, person, request.url),
    ports.embargoes.waiting(),
  ]);
  const names = await ports.people.names(embargoes.map(({ setBy }) => setBy));
  return {
    waiting,
    cleared,
    isRequired,
    mayPublish: may(person, "report.publish"),
    embargoes: embargoes.map(({ articleId, title, until, setBy }) => ({
      ...{ articleId, title, until, byName: names.get(setBy) ?? "a former editor" },
    })),
    move,
    today: new Date().toISOString().slice(0, 10),
  };
}

export default function Approvals() {
  const busy = useNavigation().state !== "idle";
  return <LanePage {...useLoaderData<typeof loader>()} busy={busy} />;
}
