import { Fragment, useLayoutEffect, useRef, type RefObject } from "react";
import type * as Y from "yjs";

import { useY } from "~/collab/use-y";

import { useCarets } from "./whereabouts";

export interface TextCaretsProps {
  text: Y.Text;
  part: string;
  control: RefObject<HTMLTextAreaElement | null>;
  /** How the control's words are set, so that the same words break at the same places here. */
  className: string;
}

/** The others' carets, with names, over a text area: its words once more, unseen, with the carets between them. */
export function TextCarets({ text, part, control, className }: TextCaretsProps) {
  useY(text);
  const carets = useCarets(part, text);
  const overlay = useRef<HTMLDivElement>(null);
  const isEmpty = carets.length === 0;
  useLayoutEffect(() => {
    const field = control.current;
    if (isEmpty || !field) return;
    const follow = () => {
      const here = overlay.current;
      if (!here) return;
      // Its scroll bar takes away from the width of its lines.
      here.style.width = `${field.clientWidth}px`;
      here.style.transform = `translateY(${-field.scrollTop}px)`;
    };
    follow();
    const watch = new ResizeObserver(follow);
    watch.observe(field);
    field.addEventListener("scroll", follow);
    return () => {
      watch.disconnect();
      field.removeEventListener("scroll", follow);
    };
  });
  if (isEmpty) return null;
  const words = text.toJSON();
  return (
    <div aria-hidden className="text-carets">
      <div ref={overlay} className={className}>
        {carets.map(({ client, person, index }, at) => (
          <Fragment key={client}>
            {words.slice(carets[at - 1]?.index ?? 0, index)}
            <span className="collaboration-carets__caret" style={{ borderColor: person.color }}>
              <span
                className="collaboration-carets__label"
                style={{ backgroundColor: person.color }}
              >
                {person.name}
              </span>
            </span>
          </Fragment>
        ))}
        {words.slice(carets.at(-1)?.index ?? 0)}
      </div>
    </div>
  );
}
