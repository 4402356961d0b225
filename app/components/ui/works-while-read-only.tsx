import type { ReactNode } from "react";

import { DeskReadOnlyContext } from "./desk-read-only";

/** Around what changes nothing that is stored, such as a filter: its fields and buttons stay when nothing can be written. */
export function WorksWhileReadOnly({ children }: { children: ReactNode }) {
  return <DeskReadOnlyContext.Provider value={null}>{children}</DeskReadOnlyContext.Provider>;
}
