import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import { useState } from "react";

import type { ReviewSession } from "~/collab/review-session";

import { LinkEditor } from "./link-editor";
import { rationaleExtensions } from "./rationale-extensions";
import { RationaleToolbar } from "./rationale-toolbar";

/** Why the rating is what it is: rich text that several people write at once, each with a caret and a name. */
export function RationaleEditor({ session }: { session: ReviewSession }) {
  const [isLinking, setLinking] = useState(false);
  const editor = useEditor(
    {
      // The server draws no editor, and the page's security policy allows no style element of the editor's own.
      immediatelyRender: false,
      injectCSS: false,
      extensions: rationaleExtensions(session),
      editorProps: {
        attributes: {
          id: "rationale",
          role: "textbox",
          "aria-multiline": "true",
          "aria-labelledby": "rationale-label",
          "aria-describedby": "rationale-hint",
          class: "rationale",
        },
        handleKeyDown: (_view, event) => {
          if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return false;
          event.preventDefault();
          setLinking(true);
          return true;
        },
      },
    },
    [session],
  );
  return (
    <div className="flex flex-col gap-1">
      <span id="rationale-label" className="text-sm font-medium">
        Rationale
      </span>
      <div className="rounded-md border border-line-strong bg-raised has-[.rationale:focus-visible]:outline-2 has-[.rationale:focus-visible]:outline-offset-2 has-[.rationale:focus-visible]:outline-focus">
        {editor ? <RationaleToolbar editor={editor} onLink={() => setLinking(true)} /> : null}
        {editor && isLinking ? (
          <LinkEditor
            initial={String(editor.getAttributes("link")["href"] ?? "")}
            onCancel={() => {
              setLinking(false);
              editor.commands.focus();
            }}
            onSet={(href) => {
              setLinking(false);
              setLink(editor, href);
            }}
          />
        ) : null}
        <EditorContent editor={editor} />
      </div>
      <p id="rationale-hint" className="text-sm text-muted">
        Say why, and what each piece of evidence shows. Readers see it as it stands here.
      </p>
    </div>
  );
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
