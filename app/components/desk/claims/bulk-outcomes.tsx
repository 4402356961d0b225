import { Link } from "@remix-run/react";

import { Notice } from "~/components/ui/notice";

export interface BulkOutcomesProps {
  outcomes: readonly {
    claimId: string;
    statement: string;
    outcome: "done" | "already" | "refused";
    message: string;
  }[];
}

/** What became of each claim of a change to several. */
export function BulkOutcomes({ outcomes }: BulkOutcomesProps) {
  const of = (outcome: string) => outcomes.filter((one) => one.outcome === outcome);
  const [done, already, refused] = [of("done"), of("already"), of("refused")];
  const parts = [
    `${done.length} changed`,
    already.length > 0 ? `${already.length} stood so already` : null,
    refused.length > 0 ? `${refused.length} refused` : null,
  ].filter((part) => part !== null);
  return (
    <Notice kind={refused.length > 0 ? "warning" : "success"} live title={`${parts.join(", ")}.`}>
      {refused.length === 0 ? null : (
        <>
          <p>What was refused is as it was:</p>
          <ul className="mt-1 flex flex-col gap-1">
            {refused.map(({ claimId, statement, message }) => (
              <li key={claimId}>
                <Link to={`/desk/claims/${claimId}`}>{statement || "A claim"}</Link>: {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
