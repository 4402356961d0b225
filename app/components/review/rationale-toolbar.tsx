import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import clsx from "clsx";
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  Superscript,
  Table,
  MessageSquarePlus,
  PencilLine,
  Redo2,
  TextQuote,
  Undo2,
  type LucideIcon,
} from "lucide-react";

import { moveInToolbar } from "./toolbar-keys";

interface Tool {
  label: string;
  keys: string;
  icon: LucideIcon;
  /** Undefined for what is done and not switched on. */
  isOn?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

const tools: readonly Tool[] = [
  {
    label: "Bold",
    keys: "Control+B",
    icon: Bold,
    isOn: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: "Italic",
    keys: "Control+I",
    icon: Italic,
    isOn: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: "Heading",
    keys: "Control+Alt+2",
    icon: Heading2,
    isOn: (editor) => editor.isActive("heading", { level: 2 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    label: "Subheading",
    keys: "Control+Alt+3",
    icon: Heading3,
    isOn: (editor) => editor.isActive("heading", { level: 3 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: "Bulleted list",
    keys: "Control+Shift+8",
    icon: List,
    isOn: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: "Numbered list",
    keys: "Control+Shift+7",
    icon: ListOrdered,
    isOn: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: "Quotation",
    keys: "Control+Shift+B",
    icon: TextQuote,
    isOn: (editor) => editor.isActive("blockquote"),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

const history: readonly Tool[] = [
  {
    label: "Undo",
    keys: "Control+Z",
    icon: Undo2,
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    label: "Redo",
    keys: "Control+Shift+Z",
    icon: Redo2,
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

export interface RationaleToolbarProps {
  editor: Editor;
  onLink: () => void;
  onTable: () => void;
  onFootnote: () => void;
  /** Undefined for who may not comment. */
  onComment?: (() => void) | undefined;
  onPropose?: (() => void) | undefined;
}

/** One stop for the Tab key; arrow keys go from button to button. */
export function RationaleToolbar(props: RationaleToolbarProps) {
  const { editor, onLink, onTable, onFootnote, onComment, onPropose } = props;
  const on = useEditorState({
    editor,
    selector: ({ editor: current }) => tools.map((tool) => tool.isOn?.(current) ?? false),
  });
  const isLink = useEditorState({
    editor,
    selector: ({ editor: current }) => current.isActive("link"),
  });
  const link: Tool = {
    label: "Link",
    keys: "Control+K",
    icon: Link,
    isOn: () => isLink,
    run: onLink,
  };
  const comment: Tool[] = [
    {
      label: "Comment on the selection",
      keys: "Control+Alt+M",
      icon: MessageSquarePlus,
      run: onComment,
    },
    {
      label: "Propose a change of the selection",
      keys: "Control+Alt+P",
      icon: PencilLine,
      run: onPropose,
    },
  ].flatMap(({ run, ...tool }) => (run ? [{ ...tool, run }] : []));
  const footnote: Tool = {
    label: "Footnote to a source",
    keys: "[",
    icon: Superscript,
    run: onFootnote,
  };
  const table: Tool = { label: "Table", keys: "Control+Alt+G", icon: Table, run: onTable };
  const all = [...tools, link, footnote, table, ...history, ...comment];

  return (
    <div
      role="toolbar"
      aria-label="Formatting"
      aria-controls="rationale"
      onKeyDown={moveInToolbar}
      className="flex flex-wrap gap-0.5 border-b border-line p-1 max-sm:gap-0"
    >
      {all.map((tool, index) => {
        const { icon: Icon, label, keys, isOn } = tool;
        const isPressed = isOn === link.isOn ? isLink : (on[index] ?? false);
        return (
          <button
            key={label}
            type="button"
            tabIndex={index === 0 ? 0 : -1}
            title={`${label} (${keys.replace("Control", "Ctrl")})`}
            aria-label={label}
            aria-keyshortcuts={keys}
            aria-pressed={isOn ? isPressed : undefined}
            onClick={() => tool.run(editor)}
            className={clsx(
              "grid size-8 max-sm:size-7 place-items-center rounded-sm hover:bg-sunken",
              isOn && isPressed ? "bg-accent-soft text-accent-strong" : "text-ink",
            )}
          >
            <Icon aria-hidden className="size-4" />
          </button>
        );
      })}
    </div>
  );
}
