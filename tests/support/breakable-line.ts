import { once } from "node:events";
import {
  createConnection,
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from "node:net";

/** How a network fails: nothing arrives any more and nobody says so, or every connection is reset and none is taken. */
export type Cut = "silence" | "reset";

/** A TCP line to a port of this machine, which can be cut and mended. */
export class BreakableLine {
  readonly #pairs = new Set<{ near: Socket; far: Socket }>();
  #cut: Cut | null = null;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on("connection", (near) => this.#take(near));
  }

  static async to(target: number): Promise<BreakableLine> {
    const line = new BreakableLine(createServer({ pauseOnConnect: true }), target);
    line.server.listen(0, "127.0.0.1");
    await once(line.server, "listening");
    return line;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  cut(how: Cut): void {
    this.#cut = how;
    for (const pair of this.#pairs) this.#apply(pair);
  }

  /** What was under way in a silence arrives now, as it would. */
  mend(): void {
    this.#cut = null;
    for (const pair of this.#pairs) this.#apply(pair);
  }

  async close(): Promise<void> {
    this.cut("reset");
    this.server.close();
    await once(this.server, "close");
  }

  #take(near: Socket): void {
    const far = createConnection(this.target, "127.0.0.1").pause();
    const pair = { near, far };
    this.#pairs.add(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.setNoDelay(true);
      from.on("data", (bytes) => void to.write(bytes));
      // Both ends are told by the close that follows.
      from.on("error", () => undefined);
      from.on("close", () => {
        this.#pairs.delete(pair);
        to.destroy();
      });
    }
    this.#apply(pair);
  }

  #apply({ near, far }: { near: Socket; far: Socket }): void {
    for (const socket of [near, far]) {
      if (this.#cut === null) socket.resume();
      else if (this.#cut === "silence") socket.pause();
      else socket.resetAndDestroy();
    }
  }
}
