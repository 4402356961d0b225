import clsx from "clsx";
import { useEffect, useRef, type ComponentProps } from "react";
import type * as Y from "yjs";

import { bindText } from "~/collab/text-binding";

import { controlClass } from "./live-field";

interface Props extends Omit<
  ComponentProps<"textarea">,
  "ref" | "value" | "defaultValue" | "onChange"
> {
  text: Y.Text;
}

/** A text area over a shared text: several people can type in it at once, each with a caret of their own. */
export function SharedTextarea({ text, className, ...rest }: Props) {
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => (ref.current ? bindText(ref.current, text) : undefined), [text]);
  return (
    <textarea ref={ref} rows={3} {...rest} className={clsx(controlClass, "resize-y", className)} />
  );
}
