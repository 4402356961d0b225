import { Form } from "@remix-run/react";
import { TimerOff } from "lucide-react";

import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";

export interface ShownEmbargo {
  id: string;
  until: string;
  byName: string;
  state: "waiting" | "failed";
  /** Why it was not published. */
  failure: string | null;
}

/** That the report waits for a time, or why it was not published then. */
export function EmbargoNotice({ embargo, busy }: { embargo: ShownEmbargo; busy: boolean }) {
  const { id, until, byName, state, failure } = embargo;
  if (state === "failed") {
    return (
      <Notice
        kind="danger"
        title={
          <>
            Not published at the time that was set, <Time iso={until} />
          </>
        }
      >
        <p className="wrap-anywhere">{failure}</p>
        <p>Put it right and publish, or set another time.</p>
      </Notice>
    );
  }
  return (
    <Notice
      kind="info"
      title={
        <>
          Embargo: published <Time iso={until} />
        </>
      }
      actions={
        <Form method="post">
          <input type="hidden" name="embargoId" value={id} />
          <Button name="intent" value="cancel_embargo" size="small" icon={TimerOff} busy={busy}>
            Cancel the embargo
          </Button>
        </Form>
      }
    >
      Set by {byName}, with the words and the verdicts as they were then. If a verdict is changed or
      the gate is closed at that time, nothing is published and the editors are told.
    </Notice>
  );
}
