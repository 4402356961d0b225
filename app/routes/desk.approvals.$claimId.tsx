import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  useActionData,
  useFetcher,
  useLoaderData,
  useNavigate,
  useNavigation,
} from "@remix-run/react";
import { useEffect } from "react";

import {
  clearVerdict,
  clearVerdictInput,
  withdrawClearance,
  withdrawClearanceInput,
} from "~/commands/clear-verdict";
import type { Ports } from "~/commands/ports";
import { returnFromLane, returnFromLaneInput } from "~/commands/return-from-lane";
import { ApprovalScreen } from "~/components/desk/approvals/approval-screen";
import type { Person } from "~/domain/people/person";
import { nextToClear } from "~/domain/review/clearance";
import { atOneVersion } from "~/web/at-one-version";
import { isMine, openApproval } from "~/web/approval-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { isId, notFound } from "~/web/guards";
import { useLaneLook } from "~/web/use-lane-look";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.claim.statement.slice(0, 60) ?? "Approval"} · Approvals · Countersign` },
];

export const loader = (args: LoaderFunctionArgs) =>
  atOneVersion(() => openApproval(args), args.context.ports.claims.versionOf);

export { refreshWhenStale as shouldRevalidate } from "~/web/refresh-when-stale";

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "approval.read", async ({ person, values }) => {
    const { ports } = args.context;
    const claimId = values["claimId"] ?? "";
    if (!isId(claimId)) throw notFound();
    // Where to go on is found before this one leaves its place.
    const { items } = await ports.approvals.around(claimId);
    const result = await move(ports, person, values);
    if (!result.ok) return refuse(result.error, values);
    if (values["intent"] === "withdraw_clearance") {
      return redirect(`/desk/approvals/${claimId}?did=withdrawn&of=${claimId}`);
    }
    const next = nextToClear(items, claimId, isMine(person));
    const did = values["intent"] === "clear" ? "cleared" : "returned";
    const to = next === null ? "/desk/approvals" : `/desk/approvals/${next.claimId}`;
    return redirect(`${to}?did=${did}&of=${claimId}`);
  });

async function move(ports: Ports, person: Person, values: Record<string, string>) {
  switch (values["intent"]) {
    case "clear": {
      const parsed = parseForm(clearVerdictInput, values);
      return parsed.ok ? clearVerdict(ports, person, parsed.value) : parsed;
    }
    case "withdraw_clearance": {
      const parsed = parseForm(withdrawClearanceInput, values);
      return parsed.ok ? withdrawClearance(ports, person, parsed.value) : parsed;
    }
    case "reopen": {
      const parsed = parseForm(returnFromLaneInput, values);
      return parsed.ok ? returnFromLane(ports, person, parsed.value) : parsed;
    }
    default:
      throw new Response("Bad request", { status: 400 });
  }
}

/**
 * The next claim is loaded while this one is read, and shown as soon as the move is sent; when the answer comes it is the
 * page that stands there already. A move that is refused brings this one back, with what was typed.
 */
export default function Approval() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const navigation = useNavigation();
  const navigate = useNavigate();
  const { data: ahead, load } = useFetcher<typeof loader>();
  const { nextId } = loaded;
  useEffect(() => {
    if (nextId !== null) load(`/desk/approvals/${nextId}`);
  }, [nextId, load]);
  const intent = navigation.formData?.get("intent");
  const isMoving = intent === "clear" || intent === "reopen";
  const shown = isMoving && ahead && ahead.claim.id === nextId ? ahead : loaded;
  useLaneLook(shown.claim.id, shown.isReadOnly);
  return (
    <ApprovalScreen
      {...shown}
      move={isMoving ? null : loaded.move}
      failure={isMoving ? null : failure}
      busy={navigation.state !== "idle"}
      onOpen={(claimId) => navigate(`/desk/approvals/${claimId}`)}
    />
  );
}
