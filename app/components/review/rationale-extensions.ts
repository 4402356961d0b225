import type { Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { StarterKit } from "@tiptap/starter-kit";

import type { ReviewSession } from "~/collab/review-session";
import type { SourceWatch } from "~/collab/source-watch";
import { safeLink } from "~/domain/verdict/safe-link";

import { Footnote } from "./footnotes/footnote-node";
import { tableNodes } from "./table/table-nodes";

/**
 * The editor's schema: exactly what a rationale can hold (`rationaleNodes`, bold, italic, links), so that nothing is
 * typed that would be dropped when it is read. Undo belongs to the shared document, where it takes back one's own.
 */
export function rationaleExtensions(
  { doc, provider, user }: ReviewSession,
  sources: SourceWatch,
): Extensions {
  return [
    StarterKit.configure({
      undoRedo: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      strike: false,
      underline: false,
      trailingNode: false,
      heading: { levels: [2, 3] },
      link: {
        openOnClick: false,
        defaultProtocol: "https",
        isAllowedUri: (url) => safeLink(url) !== null,
        shouldAutoLink: (url) => safeLink(url) !== null,
        HTMLAttributes: { rel: "noopener noreferrer nofollow", target: "_blank" },
      },
    }),
    ...tableNodes,
    Footnote.configure({ sources }),
    Collaboration.configure({ document: doc, field: "rationale" }),
    CollaborationCaret.configure({ provider, user }),
  ];
}
