import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import clsx from "clsx";
import { useEffect, useRef } from "react";

import { footnoteMark } from "~/domain/verdict/footnotes";

import { placeUnder } from "./place-under";
import { choose, sourceAskKey, sourceListId, sourceOptionId, type SourceAsk } from "./source-ask";
import { sourceName } from "./source-query";

/** The sources that a footnote can be about, under the bracket behind which it is asked. The focus stays in the text. */
export function SourceList({ editor }: { editor: Editor }) {
  const ask = useEditorState({
    editor,
    selector: ({ editor: current }) => sourceAskKey.getState(current.state) ?? null,
  });
  return (
    <>
      {ask ? <Options editor={editor} ask={ask} /> : null}
      <span role="status" className="sr-only">
        {ask ? said(ask) : ""}
      </span>
    </>
  );
}

function said({ options, query }: SourceAsk): string {
  const count = options.length;
  if (count > 0) return `${count === 1 ? "1 source" : `${count} sources`} to choose from`;
  return query.trim() === ""
    ? "There is no evidence yet. Add a source under the rationale to refer to it here."
    : `No source matches “${query.trim()}”.`;
}

function Options({ editor, ask }: { editor: Editor; ask: SourceAsk }) {
  const { options, at } = ask;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const look =
    "absolute z-20 w-96 max-w-full overflow-y-auto rounded-md border border-line-strong bg-raised font-sans text-sm shadow-float";
  const place = placeUnder(editor, ask.from, 384);
  if (options.length === 0) {
    return (
      <p aria-hidden style={place} className={clsx(look, "px-2.5 py-1.5 text-muted")}>
        {said(ask)}
      </p>
    );
  }
  return (
    <ul
      ref={list}
      id={sourceListId}
      role="listbox"
      aria-label="Sources to refer to"
      style={place}
      className={clsx(look, "max-h-64")}
    >
      {options.map((source, index) => (
        <li
          key={source.id}
          id={sourceOptionId(index)}
          role="option"
          aria-selected={index === at}
          // The text must not lose the focus.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(editor.view, source)}
          className={clsx(
            "flex min-h-9 cursor-pointer gap-2 px-2.5 py-1.5",
            index === at ? "bg-accent-soft text-accent-strong" : "hover:bg-sunken",
          )}
        >
          <span className="tabular-nums">{footnoteMark(source.number)}</span>
          <span className="flex min-w-0 flex-col">
            <span className="wrap-anywhere">{sourceName(source)}</span>
            {source.title && source.url ? (
              <span className="truncate text-xs text-muted">{source.url}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
