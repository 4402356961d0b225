import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useEffect, useRef } from "react";

import { buttonClass } from "~/components/ui/button";

import { moveInToolbar } from "../toolbar-keys";
import { addTable } from "./add-table";
import { isInTable, tableTools, type TableTool } from "./table-commands";

const sizes = [2, 3, 4] as const;

/**
 * Puts a table into the text, or changes the one in which the caret is. The focus stays on the button that was pressed, so
 * that three rows are three presses of a key.
 */
export function TablePanel({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const bar = useRef<HTMLDivElement>(null);
  const { inTable, on, can } = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      inTable: isInTable(current),
      on: tableTools.map(({ isOn }) => isOn?.(current) ?? false),
      can: tableTools.map(({ run }) => run(current.can().chain()).run()),
    }),
  });
  useEffect(() => {
    bar.current?.querySelector("button")?.focus();
  }, [inTable]);

  const change = ({ run }: TableTool) => {
    run(editor.chain()).run();
    if (!isInTable(editor)) onClose();
  };
  const button = (label: string, index: number, run: () => void, tool?: TableTool) => (
    <button
      key={label}
      type="button"
      tabIndex={index === 0 ? 0 : -1}
      aria-disabled={(tool && !can[index]) || undefined}
      aria-pressed={tool?.isOn ? on[index] : undefined}
      onClick={run}
      className={`${buttonClass("secondary", "small")} aria-pressed:bg-accent-soft aria-pressed:text-accent-strong`}
    >
      {label}
    </button>
  );
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Table"
      aria-controls="rationale"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        else moveInToolbar(event);
      }}
      className="flex flex-wrap gap-1 border-b border-line bg-sunken p-2"
    >
      {inTable
        ? tableTools.map((tool, index) => button(tool.label, index, () => change(tool), tool))
        : sizes.map((size, index) =>
            button(`${size} by ${size}`, index, () => {
              editor.view.dispatch(addTable(editor.state, size));
              editor.commands.focus();
              onClose();
            }),
          )}
    </div>
  );
}
