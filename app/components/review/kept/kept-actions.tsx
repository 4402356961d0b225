import { Copy, Download, MessageSquarePlus } from "lucide-react";
import { useState } from "react";

import { Button } from "~/components/ui/button";
import type { DocumentRight } from "~/domain/people/permissions";

export interface KeptActionsProps {
  right: DocumentRight | null;
  /** Everything that was kept, as plain text. */
  text: () => string;
  onPropose: () => void;
  onPutIn: () => void;
  onDiscard: () => void;
}

/** What can be done with kept edits; giving them up is asked about. */
export function KeptActions({ right, text, onPropose, onPutIn, onDiscard }: KeptActionsProps) {
  const [isSure, setSure] = useState(false);
  const [told, setTold] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setTold("Copied.");
    } catch {
      setTold("This browser does not let the page copy. Download the text instead.");
    }
  };
  return (
    <>
      {right === "write" || right === "comment" ? (
        <Button
          type="button"
          size="small"
          variant="primary"
          icon={MessageSquarePlus}
          onClick={onPropose}
        >
          Propose them
        </Button>
      ) : null}
      {right === "write" ? (
        <Button type="button" size="small" onClick={onPutIn}>
          Put them in
        </Button>
      ) : null}
      <Button type="button" size="small" icon={Copy} onClick={() => void copy()}>
        Copy
      </Button>
      <Button type="button" size="small" icon={Download} onClick={() => download(text())}>
        Download as text
      </Button>
      <Button
        type="button"
        size="small"
        variant="danger"
        onClick={() => (isSure ? onDiscard() : setSure(true))}
      >
        {isSure ? "Yes, discard what I wrote" : "Discard"}
      </Button>
      {isSure ? (
        <Button type="button" size="small" onClick={() => setSure(false)}>
          Keep it
        </Button>
      ) : null}
      <p role="status" className="self-center text-sm">
        {isSure ? "What you wrote is nowhere else." : told}
      </p>
    </>
  );
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "written-offline.txt";
  link.click();
  // The browser has begun to read it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
