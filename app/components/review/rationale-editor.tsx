import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor, type UseEditorOptions } from "@tiptap/react";
import { useMemo, useState, type KeyboardEvent } from "react";

import { reviewParts } from "~/collab/review-document";
import type { ReviewSession } from "~/collab/review-session";
import { SourceWatch } from "~/collab/source-watch";

import { cleanPaste } from "./clean-paste";
import { CommentHighlights } from "./discussion/comment-highlights";
import { useDiscussion } from "./discussion/discussion-context";
import { FieldComments } from "./discussion/field-comments";
import { fieldElementId } from "./discussion/field-place";
import { SelectionComment } from "./discussion/selection-comment";
import { useRationaleComments } from "./discussion/use-rationale-comments";
import { FootnoteTip } from "./footnotes/footnote-tip";
import { open as openSources } from "./footnotes/source-ask";
import { SourceList } from "./footnotes/source-list";
import { LinkEditor } from "./link-editor";
import { PeopleAt } from "./review-part";
import { rationaleExtensions } from "./rationale-extensions";
import { RationaleToolbar } from "./rationale-toolbar";
import { TablePanel } from "./table/table-panel";
import { takeSelection } from "./take-selection";

/** Why the rating is what it is: rich text that several people write at once, each with a caret and a name. */
export function RationaleEditor({ session }: { session: ReviewSession }) {
  /** What is open between the toolbar and the text. */
  const [asking, setAsking] = useState<"link" | "table" | null>(null);
  const sources = useMemo(() => new SourceWatch(session.doc), [session.doc]);
  const { point, mayComment } = useDiscussion();
  const { rationale } = reviewParts(session.doc);
  // The same ones each time it is drawn: the editor would otherwise be set up anew, and lose where the caret is going.
  const options = useMemo(
    (): UseEditorOptions => ({
      // The server draws no editor, and the page's security policy allows no style element of the editor's own.
      immediatelyRender: false,
      injectCSS: false,
      extensions: [
        ...rationaleExtensions(session, sources),
        CommentHighlights.configure({ rationale }),
      ],
      editorProps: {
        attributes: {
          id: "rationale",
          role: "textbox",
          "aria-multiline": "true",
          "aria-labelledby": "rationale-label",
          "aria-describedby": "rationale-hint",
          class: "rationale",
        },
        transformPastedHTML: (html) => cleanPaste(html),
        handleKeyDown: (_view, event) => {
          if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return false;
          event.preventDefault();
          setAsking("link");
          return true;
        },
      },
    }),
    [session, rationale, sources],
  );
  const editor = useEditor(options, [options]);
  const { comment, propose } = useRationaleComments(editor, rationale);
  const [problem, setProblem] = useState<string | null>(null);
  const proposeChange = () => setProblem(propose());
  const addComment = () => setProblem(comment());
  const close = () => {
    setAsking(null);
    editor?.commands.focus();
  };
  const askTable = () => setAsking(asking === "table" ? null : "table");
  const askSource = () => {
    if (!editor) return;
    editor.commands.focus();
    const { to } = editor.state.selection;
    openSources(editor.view, { from: to, to, isLent: true });
  };
  return (
    <div
      id={fieldElementId({ field: "rationale" })}
      data-part="rationale"
      className="flex flex-col gap-1"
    >
      <div className="flex items-center justify-between gap-2">
        <span id="rationale-label" className="text-sm font-medium">
          Rationale
        </span>
        <PeopleAt part="rationale" />
        <FieldComments field="rationale" name="the rationale as a whole" />
      </div>
      <div className="rounded-md border border-line-strong bg-raised has-[.rationale:focus-visible]:outline-2 has-[.rationale:focus-visible]:outline-offset-2 has-[.rationale:focus-visible]:outline-focus">
        {editor ? (
          <RationaleToolbar
            editor={editor}
            onLink={() => setAsking("link")}
            onTable={askTable}
            onFootnote={askSource}
            onComment={mayComment ? addComment : undefined}
            onPropose={mayComment ? proposeChange : undefined}
          />
        ) : null}
        {editor && asking === "table" ? <TablePanel editor={editor} onClose={close} /> : null}
        {editor && asking === "link" ? (
          <LinkEditor
            initial={String(editor.getAttributes("link")["href"] ?? "")}
            onCancel={close}
            onSet={(href) => {
              setAsking(null);
              setLink(editor, href);
            }}
          />
        ) : null}
        <div
          className="relative"
          onClick={({ target }) => {
            const words = target instanceof Element ? target.closest("[data-thread]") : null;
            const thread = words?.getAttribute("data-thread");
            if (thread) point(thread);
          }}
          onKeyDown={(event) => {
            const keys: Record<string, () => void> = {
              KeyG: askTable,
              ...(mayComment && { KeyM: addComment, KeyP: proposeChange }),
            };
            const run = keys[event.code];
            if (!editor || !run || !isAsking(event)) return;
            event.preventDefault();
            takeSelection(editor);
            run();
          }}
        >
          <EditorContent editor={editor} />
          {editor ? <SourceList editor={editor} /> : null}
          {editor ? <FootnoteTip editor={editor} sources={sources} /> : null}
          {editor && mayComment ? (
            <SelectionComment editor={editor} onComment={addComment} onPropose={proposeChange} />
          ) : null}
        </div>
      </div>
      <p role="status" className="text-sm text-danger empty:hidden">
        {problem}
      </p>
      <p id="rationale-hint" className="text-sm text-muted">
        Say why, and what each piece of evidence shows; [ refers to one. Readers see it as it stands
        here.
      </p>
    </div>
  );
}

/** Control+Alt, or Command+Option. Not AltGr, with which some keyboards type a letter. */
function isAsking(event: KeyboardEvent): boolean {
  const isModified = (event.ctrlKey || event.metaKey) && event.altKey;
  return isModified && !event.getModifierState("AltGraph");
}

/** Links what is selected, or the address itself where nothing is; an empty address takes the link away. */
function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus().extendMarkRange("link");
  if (href === "") chain.unsetLink().run();
  else if (!editor.state.selection.empty || editor.isActive("link")) chain.setLink({ href }).run();
  else {
    // The blank behind it keeps what is typed next out of the link.
    const linked = { type: "text", text: href, marks: [{ type: "link", attrs: { href } }] };
    chain.insertContent([linked, { type: "text", text: " " }]).run();
  }
}
