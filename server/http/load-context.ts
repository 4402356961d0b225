import type { AppLoadContext } from "@remix-run/node";
import type { Request, Response } from "express";

import type { Newsroom } from "../newsroom";
import { isForReaders, keepPage } from "./readers";
import { nonceOf } from "./security-headers";
import { openSession, publicClient } from "./session";

/** The site's address, without a slash at the end. */
export const siteOf = ({ config }: Newsroom, req: Request): string =>
  config.publicUrl ?? `${req.protocol}://${req.headers.host ?? "localhost"}`;

/** Opens the request's session and hands its ports to the pages. What is for readers is read as one of them. */
export async function loadContext(
  newsroom: Newsroom,
  req: Request,
  res: Response,
): Promise<AppLoadContext> {
  const { supabase, person, outage } = isForReaders(req.path)
    ? { supabase: publicClient(newsroom.platform), person: null, outage: false }
    : await openSession(newsroom.platform, req, res, {
        secure: newsroom.config.publicUrl?.startsWith("https:") ?? false,
      });
  return {
    cspNonce: nonceOf(res),
    publicUrl: siteOf(newsroom, req),
    licence: newsroom.config.licence,
    keepPage: (page) => keepPage(res, page),
    person,
    outage,
    hasJobs: newsroom.platform.databaseUrl !== null,
    ports: newsroom.portsFor(supabase),
    session: {
      async signIn(email, password) {
        const { data, error } = await supabase.auth.signInWithPassword({ email, password });
        if (error && (error.status === undefined || error.status >= 500)) throw error;
        if (error) return false;
        if (await newsroom.platform.signedIn(data.session.access_token)) return true;
        // The password is right and the account disabled: a session of it would stand for nobody.
        await supabase.auth.signOut({ scope: "local" });
        return false;
      },
      async signOut() {
        const { error } = await supabase.auth.signOut({ scope: "local" });
        if (error && (error.status === undefined || error.status >= 500)) throw error;
        newsroom.collab.rightsChanged();
      },
    },
  };
}
