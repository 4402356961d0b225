import { Save } from "lucide-react";

import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";

import type { DraftInHand } from "./draft-in-hand";

const words: Record<DraftInHand["state"]["kind"], string> = {
  saved: "Draft saved",
  unsaved: "Not saved yet",
  saving: "Saving the draft…",
  failed: "The draft is not saved",
  overtaken: "The draft is not saved",
};

/** How far what is written is kept, and the button that keeps it now; without scripts the button sends the form. */
export function DraftStatus({ draft }: { draft: DraftInHand }) {
  const { state } = draft;
  const isNew = state.kind === "saved" && state.version === 0;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          name="intent"
          value="save_draft"
          icon={Save}
          size="small"
          onClick={(event) => {
            event.preventDefault();
            void draft.save();
          }}
        >
          Save the draft
        </Button>
        <span role="status" className="text-sm text-muted">
          {isNew ? "It is saved while you write" : words[state.kind]}
        </span>
      </div>
      {state.kind === "failed" ? (
        <Notice kind="danger" live title="The draft could not be saved">
          {state.message} It is tried again when you write on, or with the button.
        </Notice>
      ) : null}
      {state.kind === "overtaken" ? <Overtaken draft={draft} theirs={state.theirs} /> : null}
    </div>
  );
}

type Theirs = Extract<DraftInHand["state"], { kind: "overtaken" }>["theirs"];

function Overtaken({ draft, theirs }: { draft: DraftInHand; theirs: Theirs }) {
  return (
    <Notice
      kind="warning"
      live
      title={`${theirs.byName} has saved another draft since you opened this page`}
      actions={
        <>
          <Button type="button" size="small" onClick={draft.takeTheirs}>
            Go on with theirs
          </Button>
          <Button type="button" size="small" onClick={draft.keepMine}>
            Save mine over it
          </Button>
        </>
      }
    >
      <p>
        Saved <Time iso={theirs.savedAt} />. What you typed is still here and not saved. Theirs
        says:
      </p>
      <dl className="mt-1 flex flex-col gap-1 border-l-4 border-line-strong pl-3 wrap-anywhere">
        <dt className="font-medium">Headline</dt>
        <dd>{theirs.headline || "Nothing"}</dd>
        <dt className="font-medium">Summary</dt>
        <dd className="whitespace-pre-line">{theirs.summary || "Nothing"}</dd>
        {Object.entries(theirs.shortClaims).map(([claimId, text]) => (
          <div key={claimId}>
            <dt className="font-medium">A claim in short</dt>
            <dd>{text || "Nothing"}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
