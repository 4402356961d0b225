import { createContext, useContext } from "react";

/** Why nothing can be changed on the desk now; null while it is open. */
export const DeskReadOnlyContext = createContext<string | null>(null);

export const useDeskReadOnly = () => useContext(DeskReadOnlyContext);

/** Of the banner that says why; what is disabled points to it. */
export const readOnlyBannerId = "desk-read-only";
