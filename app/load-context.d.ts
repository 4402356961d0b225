import "@remix-run/node";

import type { Ports } from "~/commands/ports";
import type { Person } from "~/domain/people/person";
import type { Licence } from "~/domain/site/licence";

/** What the server hands to every loader and action. Routes know of nothing else behind it. */
export interface NewsroomContext {
  cspNonce: string;
  /** Where the public reaches this site, without a trailing slash. */
  publicUrl: string;
  /** On what terms readers may use what is published; without it all rights are reserved. */
  licence?: Licence | null;
  person: Person | null;
  /** Keeps a page that is the same for everybody, so that it need not be drawn while nothing changes. */
  keepPage?: (page: { body: string; headers: Readonly<Record<string, string>> }) => void;
  /** True when it could not be found out who this is, because storage did not answer. */
  outage: boolean;
  /** Whether jobs run, which read feeds, look at articles and capture sources. */
  hasJobs: boolean;
  ports: Ports;
  session: {
    /** False when the address or the password is wrong. */
    signIn(email: string, password: string): Promise<boolean>;
    signOut(): Promise<void>;
  };
}

declare module "@remix-run/node" {
  interface AppLoadContext extends NewsroomContext {}
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends NewsroomContext {}
}
