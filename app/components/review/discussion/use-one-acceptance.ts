import { useEffect } from "react";
import type * as Y from "yjs";

import { removeDoubles } from "~/collab/comments/double-acceptance";
import { reviewParts } from "~/collab/review-document";

/** Where two people accepted the same proposal at once, takes the second copy of its words out again. */
export function useOneAcceptance(doc: Y.Doc, mayWrite: boolean): void {
  useEffect(() => {
    if (!mayWrite) return;
    const { comments } = reviewParts(doc);
    let timer: ReturnType<typeof setTimeout> | undefined;
    // After the editor has drawn what came in.
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => removeDoubles(doc), 0);
    };
    look();
    comments.observeDeep(look);
    return () => {
      clearTimeout(timer);
      comments.unobserveDeep(look);
    };
  }, [doc, mayWrite]);
}
