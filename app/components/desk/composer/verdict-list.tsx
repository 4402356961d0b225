import { DndContext, type DragEndEvent } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useId, useState, type ReactNode } from "react";

import { useListSensors, wordsOfDragging } from "~/components/review/list-dragging";
import { SortableItem } from "~/components/review/sortable-item";
import { Button } from "~/components/ui/button";
import { shortStatement } from "~/domain/notification/notification";

export interface ListedVerdict {
  claimId: string;
  /** What it is called. */
  statement: string;
  content: ReactNode;
}

export interface VerdictListProps {
  /** In the order in which readers find them. */
  verdicts: readonly ListedVerdict[];
  /** Puts one at another place, from 0. */
  onMove: (claimId: string, to: number) => void;
}

/** The verdicts of a report, put in order by dragging, by key or by button. */
export function VerdictList({ verdicts, onMove }: VerdictListProps) {
  const sensors = useListSensors();
  const listId = useId();
  const [said, setSaid] = useState("");
  const items = verdicts.map(({ claimId, statement }) => ({
    id: claimId,
    name: shortStatement(statement, 60),
  }));
  const placeOf = (id: unknown) => items.findIndex((item) => item.id === id);
  const move = (id: string, to: number) => {
    const name = items.find((item) => item.id === id)?.name;
    if (name === undefined || to < 0 || to >= items.length) return;
    onMove(id, to);
    setSaid(`“${name}” is number ${to + 1} of ${items.length} now.`);
  };
  return (
    <>
      <DndContext
        id={listId}
        sensors={sensors}
        accessibility={wordsOfDragging(items)}
        onDragEnd={({ active, over }: DragEndEvent) => {
          if (over) move(String(active.id), placeOf(over.id));
        }}
      >
        <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className="flex flex-col gap-4">
            {verdicts.map(({ claimId, content }, index) => {
              const name = items[index]?.name ?? "the verdict";
              return (
                <SortableItem key={claimId} id={claimId} name={name}>
                  {(handle) => (
                    <div
                      id={`verdict-${claimId}`}
                      className="flex scroll-mt-20 flex-col gap-3 rounded-lg border border-line bg-raised p-4"
                    >
                      {verdicts.length < 2 ? null : (
                        <div className="flex items-center gap-1 text-sm text-muted">
                          {handle}
                          <span className="mr-auto">
                            {index + 1} of {verdicts.length}
                          </span>
                          <Step
                            icon={ArrowUp}
                            to={index - 1}
                            last={verdicts.length}
                            onMove={(to) => move(claimId, to)}
                          >
                            Move “{name}” up
                          </Step>
                          <Step
                            icon={ArrowDown}
                            to={index + 1}
                            last={verdicts.length}
                            onMove={(to) => move(claimId, to)}
                          >
                            Move “{name}” down
                          </Step>
                        </div>
                      )}
                      {content}
                    </div>
                  )}
                </SortableItem>
              );
            })}
          </ol>
        </SortableContext>
      </DndContext>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

interface StepProps {
  icon: typeof ArrowUp;
  to: number;
  last: number;
  onMove: (to: number) => void;
  children: ReactNode;
}

function Step({ icon, to, last, onMove, children }: StepProps) {
  return (
    <Button
      type="button"
      variant="quiet"
      size="small"
      icon={icon}
      aria-disabled={to < 0 || to >= last || undefined}
      onClick={() => onMove(to)}
    >
      <span className="sr-only">{children}</span>
    </Button>
  );
}
