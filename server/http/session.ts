import {
  combineChunks,
  createServerClient,
  parseCookieHeader,
  serializeCookieHeader,
} from "@supabase/ssr";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { Request, Response } from "express";
import WebSocket from "ws";
import { z } from "zod";

import type { Person } from "~/domain/people/person";

import { isOutage, type SupabasePlatform } from "../supabase";
import { inBoundedTime, refreshOnce } from "./storage-fetch";

const cookieName = "countersign-session";

/** One request's session: a Supabase client that acts with the person's own token, or with the public's. */
export interface RequestSession {
  supabase: SupabaseClient;
  person: Person | null;
  /** Storage did not answer, so that nobody can say who this is. */
  outage: boolean;
}

/** One for each platform, because it remembers which tokens have just been refreshed. */
const fetches = new WeakMap<SupabasePlatform, typeof fetch>();

function withFetch(platform: SupabasePlatform): { fetch: typeof fetch } {
  const known = fetches.get(platform) ?? refreshOnce(inBoundedTime(platform.fetch ?? fetch));
  fetches.set(platform, known);
  return { fetch: known };
}

/** A client with nobody's rights but the public's. */
export function publicClient(platform: SupabasePlatform): SupabaseClient {
  return createClient(platform.url, platform.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: withFetch(platform),
    realtime: { transport: WebSocket as never },
  });
}

/**
 * Opens the session of a request, refreshing an expired token here and nowhere else: two refreshes of one token would
 * end the session. A session that is no longer good counts as nobody's.
 */
export async function openSession(
  platform: SupabasePlatform,
  req: Request,
  res: Response,
  options: { secure: boolean },
): Promise<RequestSession> {
  const cookies = parseCookieHeader(req.headers.cookie ?? "");
  const supabase = createServerClient(platform.url, platform.anonKey, {
    cookieOptions: {
      name: cookieName,
      httpOnly: true,
      sameSite: "lax",
      secure: req.secure || options.secure,
      path: "/",
    },
    cookies: {
      getAll: () => cookies.map(({ name, value }) => ({ name, value: value ?? "" })),
      setAll: (changed, headers) => {
        if (res.headersSent) return;
        for (const { name, value, options } of changed) {
          res.append("Set-Cookie", serializeCookieHeader(name, value, options));
        }
        for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value);
      },
    },
    global: withFetch(platform),
    realtime: { transport: WebSocket as never },
  });
  if (!cookies.some(({ name }) => name.startsWith(cookieName))) {
    return { supabase, person: null, outage: false };
  }
  try {
    const { data, error } = await supabase.auth.getSession();
    if (error && isOutage(error)) throw error;
    if (!data.session) return { supabase, person: null, outage: false };
    const signedIn = await platform.signedIn(data.session.access_token);
    // Asked for what it does when a session has ended: it takes the cookie back.
    if (!signedIn) await supabase.auth.getUser();
    return { supabase, person: signedIn?.person ?? null, outage: false };
  } catch {
    return { supabase, person: null, outage: true };
  }
}

const storedSession = z.object({ access_token: z.string() });

/** Who opened a socket, and by which session, so that it can be closed when that session ends. */
export interface SocketSession {
  personId: string;
  sessionId: string;
  person: Person;
}

/**
 * The person behind an upgrade request. Does not refresh: a socket has no response to carry a new cookie, so an
 * expired token counts as signed out until the page has been asked again. Rejects when storage does not answer.
 */
export async function socketSession(
  platform: SupabasePlatform,
  cookie: string,
): Promise<SocketSession | null> {
  const cookies = parseCookieHeader(cookie);
  const stored = await combineChunks(
    cookieName,
    (key) => cookies.find(({ name }) => name === key)?.value ?? null,
  );
  const token = accessToken(stored);
  if (token === null) return null;
  const signedIn = await platform.signedIn(token);
  return signedIn && { personId: signedIn.person.id, ...signedIn };
}

function accessToken(stored: string | null): string | null {
  if (!stored) return null;
  try {
    const json = stored.startsWith("base64-")
      ? Buffer.from(stored.slice("base64-".length), "base64url").toString("utf8")
      : stored;
    return storedSession.parse(JSON.parse(json)).access_token;
  } catch {
    return null;
  }
}
