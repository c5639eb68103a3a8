import { ApiError, errorOf } from "./errors";
import type { AccessToken, SignedIn, User } from "./types";

// The session of this browser.
// The access token lives in memory only, the refresh token in a cookie that no script can read.
// All tabs share one sign-in: the Web Lock lets one of them refresh at a time, and the channel
// hands the result to the tabs that wait, so that many expired calls are one refresh.

interface Token {
  accessToken: string;
  expiresAt: number;
  user: User;
}

/** What a tab tells the others. */
type Message = { kind: "signed_in"; signedIn: SignedIn } | { kind: "signed_out" };

export type SessionEvent =
  { kind: "user"; user: User } | { kind: "signed_out" } | { kind: "ended" } | { kind: "closed" };

const LOCK = "trajectory-refresh";
// An access token is renewed a little before it expires, so that a slow call still carries a live one.
const RENEW_BEFORE_MS = 20_000;

let token: Token | null = null;
let waiting: Promise<Token> | null = null;
let listener: (event: SessionEvent) => void = () => undefined;

const channel = new BroadcastChannel("trajectory-session");
channel.onmessage = ({ data }: MessageEvent<Message>) => {
  if (data.kind === "signed_in") {
    if (token !== null && token.user.id !== data.signedIn.user.id) {
      // Somebody else signed in in another tab: nothing of the former person may stay here.
      location.reload();
      return;
    }
    keep(data.signedIn);
  } else if (token !== null) {
    token = null;
    listener({ kind: "signed_out" });
  }
};

/** Hears about the person signing in and out, here or in another tab. */
export function onSessionEvent(hear: (event: SessionEvent) => void): void {
  listener = hear;
}

/** Whether somebody is signed in; asks the server once when the page has just been opened. */
export async function isSignedIn(): Promise<boolean> {
  if (token !== null) {
    return true;
  }
  try {
    await renew(null);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      return false;
    }
    throw error;
  }
}

/** Takes over the answer to a sign-up or sign-in. */
export function signedIn(answer: SignedIn): void {
  keep(answer);
  channel.postMessage({ kind: "signed_in", signedIn: answer } satisfies Message);
}

/** Asks for a new token, for example when the person has just got a family. */
export async function refresh(): Promise<void> {
  await renew(token?.accessToken ?? null);
}

/** Takes over a new access token for the session that goes on. */
export function accessRenewed(answer: AccessToken): void {
  if (token !== null) {
    signedIn({ ...answer, user: token.user });
  }
}

/** Forgets a session that the server has ended already, in all tabs. */
export function sessionGone(): void {
  token = null;
  channel.postMessage({ kind: "signed_out" } satisfies Message);
  listener({ kind: "signed_out" });
}

/** Forgets the session of an account that is no more. */
export function accountClosed(): void {
  token = null;
  channel.postMessage({ kind: "signed_out" } satisfies Message);
  listener({ kind: "closed" });
}

/** Ends the session in all tabs; without a connection it fails, because the cookie would stay. */
export async function signOut(): Promise<void> {
  await post("/api/auth/logout");
  sessionGone();
}

/** Sends a request with the access token; an expired token is renewed and the request repeated. */
export async function authorisedFetch(request: Request): Promise<Response> {
  const current = await liveToken();
  const again = request.clone();
  const response = await send(request, current);
  if (response.status !== 401) {
    return response;
  }
  return send(again, await renewOrEnd(current.accessToken));
}

async function liveToken(): Promise<Token> {
  if (token !== null && token.expiresAt - RENEW_BEFORE_MS > Date.now()) {
    return token;
  }
  return renewOrEnd(token?.accessToken ?? null);
}

async function renewOrEnd(stale: string | null): Promise<Token> {
  try {
    return await renew(stale);
  } catch (error) {
    // Somebody who was never signed in has no session that could end.
    if (error instanceof ApiError && error.status === 401 && token !== null) {
      token = null;
      listener({ kind: "ended" });
    }
    throw error;
  }
}

/** One refresh for all who wait in this tab, and one at a time in all tabs. */
function renew(stale: string | null): Promise<Token> {
  waiting ??= navigator.locks
    .request(LOCK, async () => {
      // Another tab may have renewed while this one waited for the lock.
      if (token !== null && token.accessToken !== stale) {
        return token;
      }
      const answer = await post("/api/auth/refresh");
      const fresh = (await answer.json()) as SignedIn;
      signedIn(fresh);
      // The lock is kept until the other tabs have heard of it; the next to hold it would otherwise renew once more.
      await new Promise((heard) => {
        setTimeout(heard, 50);
      });
      return keep(fresh);
    })
    .finally(() => {
      waiting = null;
    });
  return waiting;
}

function keep(answer: SignedIn): Token {
  token = {
    accessToken: answer.access_token,
    expiresAt: Date.now() + answer.expires_in * 1000,
    user: answer.user,
  };
  listener({ kind: "user", user: answer.user });
  return token;
}

function send(request: Request, { accessToken }: Token): Promise<Response> {
  request.headers.set("Authorization", `Bearer ${accessToken}`);
  return fetch(request);
}

async function post(path: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    });
  } catch (cause) {
    throw new ApiError(0, "unreachable", String(cause));
  }
  if (!response.ok) {
    throw errorOf(response.status, await response.json().catch(() => null));
  }
  return response;
}
