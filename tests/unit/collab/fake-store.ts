import type { LoggedEdit } from "~/domain/review/logged-edit";
import type {
  RefusedWrite,
  ReviewDocumentStore,
  ReviewLook,
  ReviewRow,
  RowOutcome,
  RowRefusal,
  StoredDocument,
  StoredRow,
} from "~/collab/store";

/** Storage in memory that a test can hold up, break, or make refuse. */
export class FakeStore implements ReviewDocumentStore {
  readonly rows = new Map<string, ReviewRow[]>();
  readonly snapshots = new Map<string, { upto: number; state: Uint8Array }>();
  readonly clients = new Map<string, Map<number, string>>();
  readonly refusals = new Map<string, RowRefusal>();
  readonly aside = new Map<string, string>();
  readonly refusedWrites: string[] = [];
  readonly looks: string[] = [];
  loads = 0;
  appends = 0;
  /** Set to make the next appends fail; `afterCommit` loses only the answer. */
  failure: null | "beforeCommit" | "afterCommit" = null;
  #gate: Promise<void> | null = null;
  #open: () => void = () => undefined;

  /** From now on nothing is answered until `resume`. */
  pause(): void {
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  resume(): void {
    this.#gate = null;
    this.#open();
  }

  async load(claimId: string, fromSnapshot = true): Promise<StoredDocument | null> {
    this.loads += 1;
    await this.#gate;
    if (claimId === "unknown") return null;
    const rows = this.rows.get(claimId) ?? [];
    const snapshot = fromSnapshot ? this.snapshots.get(claimId) : undefined;
    return {
      lineage: `lineage of ${claimId}`,
      head: rows.length,
      snapshot: snapshot?.state ?? null,
      updates: rows
        .map(({ update }, index) => ({ n: index + 1, update }))
        .filter(({ n }) => n > (snapshot?.upto ?? 0) && !this.aside.has(`${claimId} ${n}`)),
      clients: new Map(this.clients.get(claimId)),
    };
  }

  async rowsAfter(claimId: string, after: number): Promise<StoredRow[]> {
    await this.#gate;
    const rows = this.rows.get(claimId) ?? [];
    return rows.map(({ author, update }, i) => ({ n: i + 1, author, update })).slice(after);
  }

  async historyAfter(claimId: string, after: number): Promise<LoggedEdit[]> {
    await this.#gate;
    const rows = this.rows.get(claimId) ?? [];
    const at = (i: number) => new Date(i * 1000).toISOString();
    return rows
      .map(({ author, update, edits }, i) => ({ n: i + 1, author, update, edits, at: at(i) }))
      .slice(after);
  }

  async underWay(most: number): Promise<string[]> {
    await this.#gate;
    return [...this.rows.keys()].reverse().slice(0, most);
  }

  async heads(claimIds: readonly string[]): Promise<Map<string, number>> {
    await this.#gate;
    return new Map(claimIds.map((id) => [id, this.rows.get(id)?.length ?? 0]));
  }

  async setAside(claimId: string, n: number, why: string): Promise<void> {
    this.aside.set(`${claimId} ${n}`, why);
  }

  async append(rows: readonly ReviewRow[]): Promise<RowOutcome[]> {
    this.appends += 1;
    await this.#gate;
    if (this.failure === "beforeCommit") throw new Error("storage is away");
    const outcomes = rows.map((row) => this.#appendOne(row));
    if (this.failure === "afterCommit") throw new Error("the answer was lost");
    return outcomes;
  }

  async snapshot(claimId: string, upto: number, state: Uint8Array): Promise<void> {
    await this.#gate;
    this.snapshots.set(claimId, { upto, state });
  }

  async noteLooks(looks: readonly ReviewLook[]): Promise<void> {
    await this.#gate;
    if (this.failure !== null) throw new Error("storage is away");
    for (const { claimId, personId, first, n } of looks) {
      this.looks.push(`${personId} ${claimId} ${first}-${n}`);
    }
  }

  async recordRefusedWrite(claimId: string, personId: string, kind: RefusedWrite): Promise<void> {
    await this.#gate;
    this.refusedWrites.push(`${personId} ${claimId} ${kind}`);
  }

  #appendOne(row: ReviewRow): RowOutcome {
    const refused = this.refusals.get(row.author);
    if (refused) return { refused };
    const rows = this.rows.get(row.claimId) ?? [];
    rows.push(row);
    this.rows.set(row.claimId, rows);
    const clients = this.clients.get(row.claimId) ?? new Map<number, string>();
    for (const id of row.clientIds) clients.set(id, row.author);
    this.clients.set(row.claimId, clients);
    return { n: rows.length };
  }
}
