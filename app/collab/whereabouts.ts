import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { z } from "zod";

import type { PersonPresent } from "~/domain/people/presence";

const user = z.object({ id: z.string(), name: z.string(), color: z.string() });
const someId = z.object({ client: z.number().int().min(0), clock: z.number().int().min(0) });
const position = z
  .object({
    type: someId.nullish(),
    tname: z.string().nullish(),
    item: someId.nullish(),
    assoc: z.number().optional(),
  })
  .refine(({ type, tname, item }) => (type ?? tname ?? item) != null);

/** What a page shows the others of where its person is. What they say of themselves is checked again here. */
const whereabouts = z.object({
  user,
  /** The part of the review in which they are. */
  part: z.string().max(100).nullish(),
  /** Their caret, where that part is a shared text. The rationale's editor tells of its own. */
  caret: position.nullish(),
});
type Whereabouts = z.infer<typeof whereabouts>;

/** Says which part of the review one is in; null for none. A caret is gone with the part that it stood in. */
export function enterPart(awareness: Awareness, part: string | null): void {
  const known = awareness.getLocalState();
  if (!known || (known["part"] ?? null) === part) return;
  awareness.setLocalState({ ...known, part, caret: null });
}

/** Says where in the shared text of one's part the caret is. */
export function moveCaret(awareness: Awareness, text: Y.Text, index: number): void {
  const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index));
  const known = awareness.getLocalState();
  if (!known || JSON.stringify(known["caret"]) === JSON.stringify(at)) return;
  awareness.setLocalState({ ...known, caret: at });
}

/** The others who are in a part now, each once. */
export function peopleAt(awareness: Awareness, myId: string, part: string): PersonPresent[] {
  const people = othersAt(awareness, myId, part).map((one) => one.user);
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

export interface CaretIn {
  client: number;
  person: PersonPresent;
  index: number;
}

/** Where the others' carets are in a text, from its beginning to its end. One's own other window is left out. */
export function caretsIn(
  awareness: Awareness,
  myId: string,
  part: string,
  text: Y.Text,
): CaretIn[] {
  return othersAt(awareness, myId, part)
    .flatMap(({ client, user: person, caret }) => {
      const index = caret ? indexOf(caret, text) : null;
      return index === null ? [] : [{ client, person, index }];
    })
    .sort((a, b) => a.index - b.index);
}

function othersAt(
  awareness: Awareness,
  myId: string,
  part: string,
): (Whereabouts & { client: number })[] {
  return [...awareness.getStates()].flatMap(([client, state]) => {
    if (state["part"] !== part) return [];
    const read = whereabouts.safeParse(state);
    return read.success && read.data.user.id !== myId ? [{ client, ...read.data }] : [];
  });
}

/** Null for a place that is not in this text, or not here yet. */
function indexOf(caret: NonNullable<Whereabouts["caret"]>, text: Y.Text): number | null {
  if (!text.doc) return null;
  const relative = Y.createRelativePositionFromJSON(caret);
  const place = Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
  return place?.type === text ? place.index : null;
}
