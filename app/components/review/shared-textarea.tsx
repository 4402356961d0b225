import clsx from "clsx";
import { useContext, useEffect, useRef, type ComponentProps, type SyntheticEvent } from "react";
import type * as Y from "yjs";

import { bindText } from "~/collab/text-binding";
import { moveCaret } from "~/collab/whereabouts";

import { controlClass } from "./live-field";
import { TextCarets } from "./text-carets";
import { SessionContext } from "./whereabouts";

interface Props extends Omit<
  ComponentProps<"textarea">,
  "ref" | "value" | "defaultValue" | "onChange"
> {
  text: Y.Text;
  /** The part of the review that this is, by which the others' carets are found. */
  part: string;
}

/** A text area over a shared text: several people can type in it at once, each with a caret and a name. */
export function SharedTextarea({ text, part, className, ...rest }: Props) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const session = useContext(SessionContext);
  useEffect(() => (ref.current ? bindText(ref.current, text) : undefined), [text]);
  const tellCaret = ({ currentTarget: field }: SyntheticEvent<HTMLTextAreaElement>) => {
    if (!session || document.activeElement !== field) return;
    const { selectionStart, selectionEnd, selectionDirection } = field;
    const head = selectionDirection === "backward" ? selectionStart : selectionEnd;
    moveCaret(session.provider.awareness, text, Math.min(head, text.length));
  };
  return (
    <>
      <textarea
        ref={ref}
        rows={3}
        {...rest}
        onSelect={tellCaret}
        className={clsx(controlClass, "block resize-y", className)}
      />
      <TextCarets
        text={text}
        part={part}
        control={ref}
        className="border border-transparent px-2.5 py-1.5 wrap-break-word whitespace-pre-wrap"
      />
    </>
  );
}
