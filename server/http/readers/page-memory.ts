import { promisify } from "node:util";
import zlib from "node:zlib";

/** A page as it is answered. */
export interface KeptPage {
  body: string;
  /** The body as gzip has it, as soon as that is made. */
  packed?: Buffer | undefined;
  headers: Readonly<Record<string, string>>;
}

interface Kept {
  page: KeptPage;
  stamp: string;
  /** Milliseconds since the epoch after which it is drawn anew all the same. */
  until: number;
}

const gzip = promisify(zlib.gzip);

/** Once for everybody, and for nobody to wait for. */
async function pack(page: KeptPage): Promise<void> {
  page.packed = await gzip(page.body).catch(() => undefined);
}

export interface MemoryLimits {
  /** Characters of all pages together. */
  most: number;
  /** Milliseconds. */
  keepFor: number;
}

/**
 * Pages that were drawn, by address, as long as their stamp is the one that was read before they were drawn. The pages
 * that nobody asked for longest make room.
 */
export class PageMemory {
  readonly #kept = new Map<string, Kept>();
  readonly #limits: MemoryLimits;
  readonly #now: () => number;
  #size = 0;

  constructor(limits: MemoryLimits, now: () => number = Date.now) {
    this.#limits = limits;
    this.#now = now;
  }

  find(address: string, stamp: string): KeptPage | null {
    const kept = this.#kept.get(address);
    if (!kept) return null;
    this.#drop(address);
    if (kept.stamp !== stamp || kept.until <= this.#now()) return null;
    this.#put(address, kept);
    return kept.page;
  }

  keep(address: string, stamp: string, page: KeptPage): void {
    this.#drop(address);
    void pack(page);
    this.#put(address, { page, stamp, until: this.#now() + this.#limits.keepFor });
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#limits.most) break;
      this.#drop(oldest);
    }
  }

  #put(address: string, kept: Kept): void {
    this.#kept.set(address, kept);
    this.#size += address.length + kept.page.body.length;
  }

  #drop(address: string): void {
    const kept = this.#kept.get(address);
    if (!kept) return;
    this.#kept.delete(address);
    this.#size -= address.length + kept.page.body.length;
  }
}
