import { expect, type Browser, type Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import type { Stack } from "./stack";

// What tests with several people need: their browsers, their letters, and the API beside the pages.

export const PASSWORD = "correct horse battery";

/** A browser of another person. */
export async function otherBrowser(browser: Browser, stack: Stack, page: Page): Promise<Page> {
  const context = await browser.newContext({
    baseURL: stack.url,
    viewport: page.viewportSize(),
    locale: "en-GB",
  });
  return context.newPage();
}

/** Fills in the form of signing up and sends it. */
export async function signUp(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The link of the newest letter to somebody that leads to a page; letters take a moment. */
export async function letterTo(
  page: Page,
  stack: Stack,
  email: string,
  to: string,
): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const outbox = await (await page.request.get(`${stack.url}/outbox`)).text();
        link = outbox
          .split("<article>")
          .filter((letter) => letter.includes(email))
          .map((letter) => new RegExp(`href="([^"]*${to}#[^"]+)"`).exec(letter)?.[1])
          .find((found) => found !== undefined);
        return link;
      },
      { timeout: 15_000, message: `a letter to ${email} with a link to ${to}` },
    )
    .toBeDefined();
  return link ?? "";
}

interface Kept {
  id: string;
  rev: number;
}

/** The API as a person uses it, for what a test needs to be there. */
export class Api {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** A new person with a family of that name. */
  static async newFamily({ url }: Pick<Stack, "url">, name: string, email: string): Promise<Api> {
    const answer = await fetch(`${url}/api/auth/register`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: "Alex Rivera", email, password: PASSWORD, session: "token" }),
    });
    const { access_token } = (await answer.json()) as { access_token: string };
    const api = new Api(url, access_token);
    await api.call("POST", "/families", { name });
    return Api.as({ url }, email);
  }

  static async as({ url }: Pick<Stack, "url">, email: string, password = PASSWORD): Promise<Api> {
    const answer = await fetch(`${url}/api/auth/login`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ email, password, session: "token" }),
    });
    const { access_token } = (await answer.json()) as { access_token: string };
    return new Api(url, access_token);
  }

  async call<T = Kept>(
    method: string,
    path: string,
    body?: unknown,
    over?: { rev: number },
  ): Promise<T> {
    const answer = await fetch(`${this.#url}/api${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.#token}`,
        "Content-Type": "application/json",
        ...(over === undefined ? {} : { "If-Match": `"${String(over.rev)}"` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.text();
    expect(answer.ok, `${method} ${path}: ${text}`).toBe(true);
    return (text === "" ? null : JSON.parse(text)) as T;
  }

  /** The first family, and its children by name. */
  async family(): Promise<{ id: string; child: (name: string) => string }> {
    const families = await this.call<{ items: Kept[] }>("GET", "/families");
    const children = await this.call<{ items: (Kept & { name: string })[] }>("GET", "/children");
    return {
      id: families.items[0]?.id ?? "",
      child: (name) => children.items.find((each) => each.name === name)?.id ?? "",
    };
  }
}

/** A word that stands nowhere else. */
export function unique(): string {
  return randomUUID().slice(0, 8);
}
