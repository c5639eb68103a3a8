import { noteReached } from "./connection";
import { ApiError, errorOf } from "./errors";
import type { AccessToken, SignedIn, User } from "./types";

// The session of this browser.
// The access token lives in memory only, the refresh token in a cookie that no script can read.
// All tabs share one sign-in: the Web Lock lets one of them renew at a time, and who holds it asks the others
// for a newer token first, so that many expired calls in many tabs are one refresh.

interface Token {
  accessToken: string;
  expiresAt: number;
  userId: string;
}

/** What a tab tells the others. */
type Message =
  | { kind: "signed_in"; token: Token; user: User }
  | { kind: "signed_out" }
  /** Whether another tab has a token that is newer than mine. */
  | { kind: "newer?" }
  | { kind: "token"; token: Token | null };

export type SessionEvent =
  | { kind: "user"; user: User }
  | { kind: "signed_out" }
  | { kind: "ended"; userId: string }
  | { kind: "closed" };

const LOCK = "trajectory-refresh";
// Every tab holds it, so that the number of tabs is known.
const TAB = "trajectory-tab";
// How long to wait for a tab that does not answer, for example because the browser has frozen it.
const ANSWER_MS = 1_000;
// An access token is renewed a little before it expires, so that a slow call still carries a live one.
const RENEW_BEFORE_MS = 20_000;

let token: Token | null = null;
let waiting: Promise<Token> | null = null;
let listener: (event: SessionEvent) => void = () => undefined;
let answered: () => void = () => undefined;

void navigator.locks.request(TAB, { mode: "shared" }, () => new Promise(() => undefined));
const channel = new BroadcastChannel("trajectory-session");
channel.onmessage = ({ data }: MessageEvent<Message>) => {
  switch (data.kind) {
    case "signed_in":
      if (token !== null && token.userId !== data.user.id) {
        // Somebody else signed in in another tab: nothing of the former person may stay here.
        location.reload();
        return;
      }
      keep(data.token, data.user);
      break;
    case "signed_out":
      if (token !== null) {
        token = null;
        listener({ kind: "signed_out" });
      }
      break;
    case "newer?":
      tell({ kind: "token", token });
      break;
    case "token":
      if (token?.userId === data.token?.userId && isNewer(data.token, token)) {
        token = data.token;
      }
      answered();
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
export function signedIn({ user, ...answer }: SignedIn): Token {
  const fresh = tokenOf(answer, user.id);
  keep(fresh, user);
  tell({ kind: "signed_in", token: fresh, user });
  return fresh;
}

/** Asks for a new token, for example when the person has just got a family. */
export async function refresh(): Promise<void> {
  await renew(token?.accessToken ?? null);
}

/** Takes over a new access token for the session that goes on. */
export function accessRenewed(answer: AccessToken): void {
  if (token !== null) {
    token = tokenOf(answer, token.userId);
    tell({ kind: "token", token });
  }
}

/** Forgets the session of an account that is no more. */
export function accountClosed(): void {
  token = null;
  tell({ kind: "signed_out" });
  listener({ kind: "closed" });
}

/** Ends the session in all tabs; without a connection it fails, because the cookie would stay. */
export async function signOut(): Promise<void> {
  await post("/api/auth/logout");
  token = null;
  tell({ kind: "signed_out" });
  listener({ kind: "signed_out" });
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
      const { userId } = token;
      token = null;
      listener({ kind: "ended", userId });
    }
    throw error;
  }
}

/** One refresh for all who wait in this tab, and one at a time in all tabs. */
function renew(stale: string | null): Promise<Token> {
  waiting ??= navigator.locks
    .request(LOCK, async () => {
      if (stale !== null && token?.accessToken === stale) {
        // Another tab may have renewed while this one waited for the lock. What it says of that may still be
        // on its way, but not after its answer.
        await askOthers();
      }
      if (token !== null && token.accessToken !== stale) {
        return token;
      }
      const answer = await post("/api/auth/refresh");
      return signedIn((await answer.json()) as SignedIn);
    })
    .finally(() => {
      waiting = null;
    });
  return waiting;
}

/** Waits until every other tab has said which token it has; a newer one is then taken over. */
async function askOthers(): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  let silent = held.filter(({ name }) => name === TAB).length - 1;
  if (silent <= 0) {
    return;
  }
  const old = token;
  await new Promise<void>((done) => {
    const limit = setTimeout(done, ANSWER_MS);
    answered = () => {
      silent -= 1;
      if (token !== old || silent === 0) {
        clearTimeout(limit);
        done();
      }
    };
    tell({ kind: "newer?" });
  });
}

function tell(message: Message): void {
  channel.postMessage(message);
}

function tokenOf({ access_token, expires_in }: AccessToken, userId: string): Token {
  return { accessToken: access_token, expiresAt: Date.now() + expires_in * 1000, userId };
}

function isNewer(other: Token | null, mine: Token | null): boolean {
  return other !== null && other.expiresAt > (mine?.expiresAt ?? 0);
}

function keep(fresh: Token, user: User): void {
  token = fresh;
  listener({ kind: "user", user });
}

function send(request: Request, { accessToken }: Token): Promise<Response> {
  request.headers.set("Authorization", `Bearer ${accessToken}`);
  return reach(request);
}

/** A call that also tells whether the server can be reached. */
async function reach(...call: Parameters<typeof fetch>): Promise<Response> {
  try {
    const response = await fetch(...call);
    noteReached(true);
    return response;
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) {
      noteReached(false);
    }
    throw error;
  }
}

async function post(path: string): Promise<Response> {
  let response: Response;
  try {
    response = await reach(path, {
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
