import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import clsx from "clsx";
import { GripVertical } from "lucide-react";
import type { ReactNode } from "react";

export interface SortableItemProps {
  id: string;
  /** What it is called, for those who listen. */
  name: string;
  children: (handle: ReactNode) => ReactNode;
}

/** One item of a list that is put in order by dragging its handle, with the pointer or by keyboard. */
export function SortableItem({ id, name, children }: SortableItemProps) {
  const { setNodeRef, setActivatorNodeRef, ...sortable } = useSortable({ id });
  const { attributes, listeners, transform, transition, isDragging } = sortable;
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={clsx(isDragging && "relative z-10 opacity-80 shadow-lg")}
    >
      {children(
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          className="inline-flex size-7 cursor-grab touch-none items-center justify-center rounded-md align-middle text-muted hover:bg-surface"
        >
          <GripVertical aria-hidden className="size-4" />
          <span className="sr-only">Drag {name} to another place</span>
        </button>,
      )}
    </li>
  );
}
