import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

import type { NumberedSource, SourceWatch } from "~/collab/source-watch";

import { sourceAsked, sourcesLike } from "./source-query";

/** The list of sources that opens behind a bracket, and is used from the keys of the editor. */
export interface SourceAsk {
  /** Where the bracket stands, and the end of what is typed behind it. */
  from: number;
  to: number;
  query: string;
  options: readonly NumberedSource[];
  /** Which of them the keys are at. */
  at: number;
  /** The bracket was put there by a button, and goes again when nothing is chosen. */
  isLent: boolean;
}

type News = { open: { isLent: boolean } } | { move: number } | "close" | "look";

export const sourceAskKey = new PluginKey<SourceAsk | null>("sourceAsk");
export const sourceListId = "footnote-sources";
export const sourceOptionId = (at: number): string => `footnote-source-${at}`;

/** Follows what is typed behind a bracket. A bracket that was typed earlier or pasted opens nothing. */
export function sourceAskPlugin(sources: SourceWatch): Plugin<SourceAsk | null> {
  const next = (state: EditorState, before: SourceAsk | null, news: News | undefined) => {
    const isOpening = typeof news === "object" && "open" in news;
    if (news === "close" || !(before || isOpening)) return null;
    const { selection } = state;
    const { $from, empty, from: to } = selection;
    if (!empty || !$from.parent.isTextblock) return null;
    const text = $from.parent.textBetween(0, $from.parentOffset, undefined, "\ufffc");
    const query = sourceAsked(text);
    if (query === null) return null;
    const all = sources.getSnapshot();
    const options = sourcesLike(query, all);
    // Words in brackets that are about no source are only words.
    if (options.length === 0 && all.length > 0 && query.trim().includes(" ")) return null;
    const step = typeof news === "object" && "move" in news ? news.move : 0;
    const at = before?.query === query ? before.at + step : 0;
    const isLent = isOpening ? news.open.isLent : (before?.isLent ?? false);
    const inList = options.length === 0 ? 0 : (at + options.length) % options.length;
    return { from: to - query.length - 1, to, query, options, at: inList, isLent };
  };
  return new Plugin<SourceAsk | null>({
    key: sourceAskKey,
    state: {
      init: () => null,
      apply: (tr, before, _old, state) => next(state, before, tr.getMeta(sourceAskKey)),
    },
    view: (view) => {
      const stop = sources.subscribe(() => {
        if (sourceAskKey.getState(view.state)) send(view, "look");
      });
      return { destroy: stop };
    },
    props: {
      attributes: (state): Record<string, string> => {
        const ask = sourceAskKey.getState(state);
        if (!ask || ask.options.length === 0) return {};
        return { "aria-controls": sourceListId, "aria-activedescendant": sourceOptionId(ask.at) };
      },
      handleTextInput: (view, from, to, text) => {
        if (text !== "[") return false;
        open(view, { from, to, isLent: false });
        return true;
      },
      handleDOMEvents: {
        blur: (view) => {
          if (sourceAskKey.getState(view.state)) send(view, "close");
          return false;
        },
      },
      handleKeyDown: pressed,
    },
  });
}

/** Puts a bracket in and opens the list behind it. */
export function open(
  view: EditorView,
  { from, to, isLent }: { from: number; to: number; isLent: boolean },
): void {
  const tr = view.state.tr.insertText("[", from, to);
  view.dispatch(tr.setMeta(sourceAskKey, { open: { isLent } } satisfies News).scrollIntoView());
}

/** Puts a footnote in place of the bracket and of what was typed behind it. */
export function choose(view: EditorView, { id }: NumberedSource): void {
  const ask = sourceAskKey.getState(view.state);
  const type = view.state.schema.nodes["footnote"];
  if (!ask || !type) return;
  const tr = view.state.tr.replaceWith(ask.from, ask.to, type.create({ card: id }));
  view.dispatch(tr.setMeta(sourceAskKey, "close" satisfies News).scrollIntoView());
}

function pressed(view: EditorView, event: KeyboardEvent): boolean {
  const ask = sourceAskKey.getState(view.state);
  if (!ask || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === "Escape") return giveUp(view, ask);
  const option = ask.options[ask.at];
  if (!option || event.shiftKey) return false;
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (move !== undefined) send(view, { move });
  else if (event.key === "Enter" || event.key === "Tab") choose(view, option);
  else return false;
  return true;
}

function giveUp(view: EditorView, { from, to, isLent }: SourceAsk): true {
  const { tr } = view.state;
  if (isLent) tr.delete(from, to);
  view.dispatch(tr.setMeta(sourceAskKey, "close" satisfies News));
  return true;
}

function send(view: EditorView, news: News): void {
  view.dispatch(view.state.tr.setMeta(sourceAskKey, news).setMeta("addToHistory", false));
}
