import { createContext, useContext } from "react";

import type { PersonPresent } from "~/domain/people/presence";

/** The others who are in each claim's room now, by claim id; rooms with nobody in them are left out. */
export type PeopleInRooms = Readonly<Record<string, readonly PersonPresent[]>>;

export const PeopleInRoomsContext = createContext<PeopleInRooms>({});

const nobody: readonly PersonPresent[] = [];

/** Who else is in this claim's room, as far as this person may know; nobody where that is not known. */
export const usePeopleInRoom = (claimId: string): readonly PersonPresent[] =>
  useContext(PeopleInRoomsContext)[claimId] ?? nobody;
