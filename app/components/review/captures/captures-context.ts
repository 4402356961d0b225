import { createContext } from "react";

import type { KnownSources } from "~/domain/evidence/source-standing";

/** The captures of the sources on this page. */
export interface ShownCaptures {
  /** Null while it is not known yet. */
  known: KnownSources | null;
  /** Says that a source or its excerpt has changed, so that its standing is asked for soon. */
  changed(): void;
  /** Has an address captured now. */
  ask(address: string): void;
  /** The address for which that is being asked. */
  asking: string | null;
  /** Puts a file beside the source of this card; resolves with why that did not work, or null. */
  addFile(card: string, file: File): Promise<string | null>;
  /** Why asking did not work. */
  failure: string | null;
}

/** Null on pages that show no captures, such as the public ones. */
export const CapturesContext = createContext<ShownCaptures | null>(null);
