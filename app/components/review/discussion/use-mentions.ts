import { useState, type KeyboardEvent, type RefObject } from "react";

import type { Colleague } from "./discussion-context";
import { mentionAsked, namesLike, withMention, type MentionAsked } from "./mention-query";

/** A list of people that opens behind an @, and is used from the keys of the text field. */
export interface Mentions {
  /** Whom what was typed may mean; empty while the list is closed. */
  people: readonly Colleague[];
  /** Which of them the keys are at. */
  at: number;
  look: () => void;
  choose: (person: Colleague) => void;
  close: () => void;
  /** Whether the list has used a key. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

export function useMentions(
  field: RefObject<HTMLTextAreaElement | null>,
  colleagues: readonly Colleague[],
  setWords: (words: string) => void,
): Mentions {
  const [asked, setAsked] = useState<MentionAsked | null>(null);
  const [at, setAt] = useState(0);
  /** Where a list was closed that is not to open again by itself. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const people = asked && asked.start !== closedAt ? namesLike(asked.query, colleagues) : [];

  const look = () => {
    const control = field.current;
    const next = control && mentionAsked(control.value, control.selectionStart);
    if (next?.start !== asked?.start) setClosedAt(null);
    if (next?.query !== asked?.query) setAt(0);
    setAsked(next ?? null);
  };
  const close = () => setClosedAt(asked?.start ?? null);
  const choose = ({ name }: Colleague) => {
    const control = field.current;
    if (!control || !asked) return;
    const { words, caret } = withMention(control.value, asked, name);
    setWords(words);
    setAsked(null);
    control.focus();
    // After the words are drawn.
    requestAnimationFrame(() => control.setSelectionRange(caret, caret));
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const person = people[at];
    if (!person || event.nativeEvent.isComposing) return false;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) setAt((at + move + people.length) % people.length);
    else if ((event.key === "Enter" || event.key === "Tab") && !hasModifier(event)) choose(person);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { people, at, look, choose, close, onKeyDown };
}

const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
