import type { Node } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";

import type { SourceWatch } from "~/collab/source-watch";
import { footnoteMark } from "~/domain/verdict/footnotes";

import { fieldElementId, showField } from "../discussion/field-place";
import { sourceName } from "./source-query";

/** A footnote in the editor: the number of its source, which leads to it; words where the source was removed. */
export class FootnoteView implements NodeView {
  readonly dom = document.createElement("sup");
  readonly #stop: () => void;
  #node: Node;

  constructor(
    node: Node,
    private readonly sources: SourceWatch,
  ) {
    this.#node = node;
    this.dom.className = "footnote";
    this.dom.contentEditable = "false";
    this.#stop = sources.subscribe(() => this.#draw());
    this.#draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#draw();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.type === "mousedown" || event.type === "click";
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#stop();
  }

  #draw(): void {
    const card = String(this.#node.attrs["card"]);
    const source = this.sources.find(card);
    const mark = footnoteMark(source?.number);
    if (!source) {
      const gone = document.createElement("span");
      gone.className = "footnote-gone";
      gone.textContent = mark;
      this.dom.replaceChildren(gone);
      return;
    }
    const link = document.createElement("a");
    link.href = `#${encodeURIComponent(fieldElementId({ field: "evidence", card }))}`;
    // The keyboard reaches it with the caret, and need not stop at each of them on the way through the page.
    link.tabIndex = -1;
    link.title = sourceName(source);
    link.setAttribute("role", "doc-noteref");
    link.textContent = mark;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      showField({ kind: "field", field: "evidence", card });
    });
    this.dom.replaceChildren(link);
  }
}
