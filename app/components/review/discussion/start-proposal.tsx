import clsx from "clsx";
import { PencilLine } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import type * as Y from "yjs";

import { proposalAnchor } from "~/collab/comments/proposal-anchor";
import { blocksOf, placeInText, textOf } from "~/collab/comments/rationale-blocks";
import { reviewParts } from "~/collab/review-document";
import { useY } from "~/collab/use-y";
import { Button } from "~/components/ui/button";

import { controlClass, LiveField } from "../live-field";
import { useDiscussion } from "./discussion-context";

const refuse = (event: Event): void => event.preventDefault();

/**
 * Begins a proposal where the review stands frozen and has no editor: words are selected in a field that cannot be
 * written in, which the keyboard, a finger and a screen reader can do as well as a mouse.
 */
export function StartProposal({ doc }: { doc: Y.Doc }) {
  const { propose } = useDiscussion();
  const { rationale } = reviewParts(doc);
  useY(rationale);
  const field = useRef<HTMLTextAreaElement | null>(null);
  /** The text cannot be written in. */
  const hold = useCallback((control: HTMLTextAreaElement | null) => {
    field.current?.removeEventListener("beforeinput", refuse);
    field.current = control;
    control?.addEventListener("beforeinput", refuse);
  }, []);
  const button = useRef<HTMLButtonElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const lines = blocksOf(rationale).map(textOf);
  if (lines.every((line) => line.trim() === "")) return null;

  const begin = () => {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    const anchor = proposalAnchor(rationale, {
      from: placeInText(lines, selectionStart),
      to: placeInText(lines, selectionEnd),
    });
    setProblem(anchor.ok ? null : anchor.error);
    if (anchor.ok) propose(anchor.value, () => button.current?.focus());
    else field.current?.focus();
  };
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="min-h-6 cursor-pointer font-medium">
        Propose a change of the rationale
      </summary>
      <div className="mt-2 flex flex-col items-start gap-2">
        <LiveField
          label="The rationale as it stands"
          hint="Select the words for which you propose others."
          error={problem}
          className="w-full"
        >
          {(described) => (
            <textarea
              {...described}
              ref={hold}
              // Not `readOnly`: some browsers then show no caret, and nothing can be selected by the keyboard.
              aria-readonly
              inputMode="none"
              rows={6}
              // As long as the text, so that places in the one are places in the other.
              value={lines.join("\n").replaceAll("\r", " ")}
              onChange={() => undefined}
              className={clsx(controlClass, "resize-y")}
            />
          )}
        </LiveField>
        <Button ref={button} type="button" size="small" icon={PencilLine} onClick={begin}>
          Propose a change
        </Button>
      </div>
    </details>
  );
}
