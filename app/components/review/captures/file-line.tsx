import { Download, Paperclip } from "lucide-react";
import { useContext, useRef, useState } from "react";

import { Button } from "~/components/ui/button";
import { sizeWords } from "~/domain/evidence/capture";

import { CapturesContext } from "./captures-context";

const accepted = ".png,.jpg,.jpeg,.gif,.webp,.pdf,.mp3,.wav,.ogg,.oga,.flac,.m4a";

/** The files beside a source: to be saved, and, where the review is written, to be added. */
export function FileLine({ id, name, mayAdd }: { id: string; name: string; mayAdd: boolean }) {
  const shown = useContext(CapturesContext);
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const files = shown?.known?.files[id] ?? [];
  if (shown === null || (files.length === 0 && !mayAdd)) return null;
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    setFailure(await shown.addFile(id, file));
    setSending(false);
  };
  return (
    <div className="flex flex-col gap-1 text-sm">
      {files.length === 0 ? null : (
        <ul aria-label={`Files of ${name}`} className="flex flex-col gap-1">
          {files.map((file) => (
            <li key={file.id} className="flex items-start gap-1.5">
              <Download aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
              <span className="min-w-0 wrap-anywhere">
                <a href={`/desk/files/${file.id}`} download className="text-accent underline">
                  {file.name}
                </a>{" "}
                <span className="text-muted">{sizeWords(file.bytes)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayAdd ? (
        <div>
          <input
            ref={input}
            type="file"
            accept={accepted}
            className="sr-only"
            tabIndex={-1}
            aria-hidden
            onChange={(event) => {
              void send(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
          <Button
            type="button"
            size="small"
            variant="quiet"
            icon={Paperclip}
            busy={isSending}
            onClick={() => input.current?.click()}
          >
            Add a file<span className="sr-only"> to {name}</span>
          </Button>
        </div>
      ) : null}
      {failure === null ? null : (
        <p role="alert" className="text-danger">
          {failure}
        </p>
      )}
    </div>
  );
}
