import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

const binary = path.resolve(process.env.TRAJECTORY_LOCAL ?? "../target/debug/trajectory-local");

/** The whole system on loopback, with a data folder of its own. */
export class Stack {
  readonly #data: string;
  readonly #demo: boolean;
  readonly #web: string;
  #process: ChildProcess | null = null;
  /** Where the app is; the same after a restart. */
  url = "";
  /** Where the files are: the other origin that the app may talk to. */
  filesOrigin = "";
  /** Who signs in to the demo family, as the stack prints it. */
  demoUser = { email: "", password: "" };

  private constructor(data: string, demo: boolean, web: string) {
    this.#data = data;
    this.#demo = demo;
    this.#web = web;
  }

  static async start({ demo = false, web = "dist" } = {}): Promise<Stack> {
    const data = await mkdtemp(path.join(tmpdir(), "trajectory-web-"));
    const stack = new Stack(data, demo, web);
    await stack.#run("0");
    return stack;
  }

  /** Stops the process and starts it again on the same data and port. */
  async restart(): Promise<void> {
    const { port } = new URL(this.url);
    await this.#end();
    await this.#run(port);
  }

  async stop(): Promise<void> {
    await this.#end();
    await rm(this.#data, { recursive: true, force: true });
  }

  async #run(port: string): Promise<void> {
    const args = ["--port", port, "--data", this.#data, "--web", this.#web];
    const child = spawn(binary, this.#demo ? [...args, "--demo"] : args, {
      stdio: ["ignore", "pipe", "ignore"],
    });
    this.#process = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const user = /Sign in as (\S+) with the password: (\S+)/.exec(line);
      if (user?.[1] !== undefined && user[2] !== undefined) {
        this.demoUser = { email: user[1], password: user[2] };
      }
      const ready = /Trajectory runs at (http:\/\/127\.0\.0\.1:\d+)/.exec(line);
      if (ready?.[1] !== undefined) {
        this.url = ready[1];
        const policy = (await fetch(this.url)).headers.get("content-security-policy") ?? "";
        this.filesOrigin = /connect-src 'self' (\S+?);/.exec(policy)?.[1] ?? this.url;
        // Read on, so that the pipe never fills.
        child.stdout.resume();
        return;
      }
    }
    throw new Error(`${binary} ended before it was ready.`);
  }

  async #end(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child !== null && child.exitCode === null) {
      const exit = once(child, "exit");
      child.kill("SIGINT");
      await exit;
    }
  }
}
