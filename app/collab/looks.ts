import type { ReviewLook, ReviewDocumentStore } from "./store";

/**
 * How far people have seen reviews, gathered until the next `flush`, so that many who leave at once, or one who comes
 * and goes all the time, cost one statement. What a process that is killed had not written yet is only told again.
 */
export class GatheredLooks {
  #waiting = new Map<string, ReviewLook>();

  note(look: ReviewLook): void {
    const key = `${look.claimId} ${look.personId}`;
    const known = this.#waiting.get(key);
    const first = Math.min(look.first, known?.first ?? look.first);
    this.#waiting.set(key, { ...look, first, n: Math.max(look.n, known?.n ?? 0) });
  }

  /** Keeps what was gathered for the next time when storage is away, and rejects. */
  async flush(store: Pick<ReviewDocumentStore, "noteLooks">): Promise<void> {
    const looks = [...this.#waiting.values()];
    if (looks.length === 0) return;
    this.#waiting = new Map();
    try {
      await store.noteLooks(looks);
    } catch (error) {
      for (const look of looks) this.note(look);
      throw error;
    }
  }
}
