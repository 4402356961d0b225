import { Form } from "@remix-run/react";
import { forwardRef } from "react";

import { Button } from "~/components/ui/button";
import { ClaimFields } from "~/components/ui/hidden-fields";
import { Kbd } from "~/components/ui/kbd";
import { Toast } from "~/components/ui/toast";

/** What was done a moment ago in the lane. */
export interface LaneMove {
  kind: "cleared" | "returned" | "withdrawn";
  claimId: string;
  version: number;
  statement: string;
  mayUndo: boolean;
}

const words = {
  cleared: "Cleared",
  returned: "Returned to its lead",
  withdrawn: "Clearance taken back",
};

export interface MoveToastProps {
  move: LaneMove;
  busy: boolean;
}

/** What the last move did, and its undoing where there is one. */
export const MoveToast = forwardRef<HTMLFormElement, MoveToastProps>(function MoveToast(
  { move, busy },
  form,
) {
  return (
    <Toast
      action={
        move.mayUndo ? (
          <Form ref={form} method="post" action={`/desk/approvals/${move.claimId}`}>
            <ClaimFields
              intent="withdraw_clearance"
              claim={{ id: move.claimId, version: move.version }}
            />
            <Button size="small" busy={busy}>
              Undo <Kbd>u</Kbd>
            </Button>
          </Form>
        ) : null
      }
    >
      <span className="font-medium">{words[move.kind]}:</span> {move.statement}
    </Toast>
  );
});
