import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";

/**
 * Takes over what is selected on the page now. The browser tells the editor of it a moment later, and a key that
 * follows at once would act on what was selected before.
 */
export function takeSelection({ view }: Editor): void {
  const { state, dom } = view;
  const onPage = dom.ownerDocument.getSelection();
  if (!onPage?.anchorNode || !onPage.focusNode) return;
  if (!dom.contains(onPage.anchorNode) || !dom.contains(onPage.focusNode)) return;
  // Whole cells and sources are selected otherwise than by words.
  if (!(state.selection instanceof TextSelection)) return;
  const placeOf = (node: Node, offset: number) => state.doc.resolve(view.posAtDOM(node, offset));
  const selection = TextSelection.between(
    placeOf(onPage.anchorNode, onPage.anchorOffset),
    placeOf(onPage.focusNode, onPage.focusOffset),
  );
  if (!selection.eq(state.selection)) view.dispatch(state.tr.setSelection(selection));
}
