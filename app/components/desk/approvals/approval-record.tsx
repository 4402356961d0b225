import { Signature, type SignatureProps } from "~/components/verdict/signature";

import type { SettledAs } from "../claim-room";
import { SettledDispute, type SettledDisputeProps } from "../dispute/settled-dispute";
import { BothVerdicts, type BothVerdictsProps } from "../verdict-side";

export interface ApprovalRecordProps {
  /** What was submitted, and the second verdict on it; null for what there is none of. */
  first: BothVerdictsProps["first"] | null;
  second: BothVerdictsProps["second"] | null;
  settled: SettledAs | null;
  talk: SettledDisputeProps["talk"];
  /** Of whoever settled it and took part in that. */
  names: Readonly<Record<string, string>>;
  signOffs: readonly (SignatureProps & { id: string })[];
}

/** How lead and second came to the verdict: both ratings, agreement or how the dispute was settled, and the signatures. */
export function ApprovalRecord(props: ApprovalRecordProps) {
  const { first, second, settled, talk, names, signOffs } = props;
  return (
    <div className="flex flex-col gap-4">
      {first && second ? (
        <>
          <p className="font-medium">
            {first.rating === second.rating
              ? "Both came to the same rating."
              : settled
                ? "They came to different ratings, and the dispute was settled."
                : "They came to different ratings."}
          </p>
          <BothVerdicts first={first} second={second} />
        </>
      ) : (
        <p className="text-muted">There is no second verdict on what was submitted.</p>
      )}
      {settled && first && second && first.rating !== second.rating ? (
        <section className="rounded-lg border border-line bg-raised p-4">
          <h3 className="pb-2 font-semibold">How the dispute was settled</h3>
          <SettledDispute
            settled={settled}
            talk={talk}
            nameOf={(id) => names[id] ?? "A former colleague"}
          />
        </section>
      ) : null}
      <ul className="grid items-start gap-3 md:grid-cols-2">
        {signOffs.map(({ id, ...signature }) => (
          <li key={id}>
            <Signature {...signature} />
          </li>
        ))}
      </ul>
    </div>
  );
}
