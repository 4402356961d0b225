import {
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DndContextProps,
  type UniqueIdentifier,
} from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";

/** Drags by pointer after a few pixels, and by keyboard: Space takes up, arrows move, Space puts down, Escape leaves it. */
export function useListSensors() {
  return useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
}

/** What is said to those who listen while something is moved. */
export function wordsOfDragging(
  items: readonly { id: string; name: string }[],
): NonNullable<DndContextProps["accessibility"]> {
  const place = (id: UniqueIdentifier) => items.findIndex((item) => item.id === id) + 1;
  const name = (id: UniqueIdentifier) => items.find((item) => item.id === id)?.name ?? "A source";
  return {
    screenReaderInstructions: {
      draggable:
        "Press Space to take it up, the arrow keys to move it, Space again to put it down, and Escape to leave it where it was.",
    },
    announcements: {
      onDragStart: ({ active }) =>
        `Taken up: ${name(active.id)}, number ${place(active.id)} of ${items.length}.`,
      onDragOver: ({ active, over }) =>
        over ? `${name(active.id)} is over place ${place(over.id)} of ${items.length}.` : undefined,
      onDragEnd: ({ active, over }) =>
        over
          ? `${name(active.id)} was put down at place ${place(over.id)} of ${items.length}.`
          : `${name(active.id)} stays where it was.`,
      onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
    },
  };
}
