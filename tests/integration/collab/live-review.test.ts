import { createHash, randomUUID } from "node:crypto";

import type { SupabaseClient } from "@supabase/supabase-js";
import { describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";

import { submitReview } from "~/commands/submit-review";
import { readHistory } from "~/collab/history/read-history";
import { versionsAt } from "~/collab/history/versions";
import { closeCode, syncFrame, syncType } from "~/collab/protocol";
import { writeDraft } from "~/collab/review-document";
import { reviewDocumentStore } from "~/data/review-documents.server";

import { serviceClient } from "../../../server/supabase";
import { LiveClient, socketAs, startCollab, type TestCollab } from "../../support/collab";
import { value, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { withLiveReviews, type LiveReviews } from "../../support/live-reviews";
import { bringTo, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let direct: LiveReviews["direct"];
let collab: TestCollab;
let clients: LiveClient[];
withLiveReviews((live) => ({ desk, people, direct, collab, clients } = live));

async function claimInReview(): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  return claim.id;
}

function join(claimId: string, personId: string, at = collab): LiveClient {
  const client = new LiveClient(at.port, claimId, personId);
  clients.push(client);
  return client;
}

/** The status of a refused handshake. */
function handshake(path: string, personId: string, origin?: string): Promise<number | "open"> {
  const socket = new (socketAs(personId, collab.port, origin))(
    `ws://127.0.0.1:${collab.port}${path}`,
  );
  return new Promise((resolve, reject) => {
    socket.on("unexpected-response", (_req, res) => resolve(res.statusCode ?? 0));
    socket.on("open", () => {
      socket.close();
      resolve("open");
    });
    socket.on("error", reject);
  });
}

describe("two people in one review", () => {
  it("see each other's edits, which are committed rows by then", async () => {
    const claimId = await claimInReview();
    const [ann, ed] = await Promise.all([
      join(claimId, people.lead.person.id).open(),
      join(claimId, people.editor.person.id).open(),
    ]);
    ann.doc.getText("summary").insert(0, "It did not happen.");
    await ed.until(() => ed.summary !== "");
    expect(ed.summary).toBe("It did not happen.");
    const rows = await desk.sql`
      select author, n, edits from public.review_updates where claim_id = ${claimId}`;
    expect(rows).toMatchObject([{ author: people.lead.person.id, n: "1" }]);
    await ann.until(() => ann.isSaved);

    ed.doc.getText("summary").insert(0, "Checked: ");
    await ann.until(() => ann.summary.startsWith("Checked"));
    expect((await collab.server.currentReview(claimId)).draft.summary).toBe(ann.summary);
    expect((await collab.server.currentReview(claimId)).head).toBe(2);
  });

  it("leave a history that tells who wrote what, over either connection", async () => {
    const claimId = await claimInReview();
    const ann = await join(claimId, people.lead.person.id).open();
    ann.doc.getText("summary").insert(0, "It did not happen.");
    await ann.until(() => ann.isSaved);
    const ed = await join(claimId, people.editor.person.id).open();
    await ed.until(() => ed.summary !== "");
    ed.doc.getText("summary").insert(18, " Not at all.");
    await ed.until(() => ed.isSaved);

    const rows = await readHistory(direct, claimId);
    expect(await readHistory(reviewDocumentStore(serviceClient(desk.platform)), claimId)).toEqual(
      rows,
    );
    const versions = versionsAt(rows, [1, rows.length]);
    expect(versions.get(1)?.draft.summary).toBe("It did not happen.");
    expect(versions.get(rows.length)?.authorship[0]?.sentences).toMatchObject([
      { text: "It did not happen.", authors: [{ id: people.lead.person.id, share: 1 }] },
      { text: "Not at all.", authors: [{ id: people.editor.person.id, share: 1 }] },
    ]);
    expect(await readHistory(direct, randomUUID())).toEqual([]);
    for (const { supabase } of [people.lead, people.editor]) {
      const { error } = await supabase.rpc("review_history", { p_claim: claimId, p_after: 0 });
      expect(error?.code).toBe("42501");
    }
  });

  it("leave a chain of rows that anybody can verify and replay", async () => {
    const claimId = await claimInReview();
    const ann = await join(claimId, people.lead.person.id).open();
    for (const word of ["one ", "two ", "three "]) {
      ann.doc.getText("summary").insert(0, word);
      await ann.until(() => ann.isSaved);
    }
    const rows = await desk.sql<
      { n: string; author: string; update: Buffer; prev_hash: Buffer; hash: Buffer }[]
    >`select n, author, update, prev_hash, hash from public.review_updates
      where claim_id = ${claimId} order by n`;
    const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
    let before = createHash("sha256").update(bytesOf(claimId)).digest();
    const replayed = new Y.Doc();
    for (const row of rows) {
      const number = Buffer.alloc(8);
      number.writeBigInt64BE(BigInt(row.n));
      expect(row.prev_hash.equals(before)).toBe(true);
      before = createHash("sha256")
        .update(before)
        .update(number)
        .update(bytesOf(row.author))
        .update(row.update)
        .digest();
      expect(row.hash.equals(before)).toBe(true);
      Y.applyUpdate(replayed, row.update);
    }
    expect(rows.length).toBeGreaterThan(0);
    expect(replayed.getText("summary").toJSON()).toBe("three two one ");
    const changed = desk.sql`update public.review_updates set edits = 9 where claim_id = ${claimId}`;
    await expect(changed).rejects.toThrow(/append-only/);
  });

  it("can work through supabase-js as well, on the same rows", async () => {
    const claimId = await claimInReview();
    const other = await startCollab(desk, reviewDocumentStore(serviceClient(desk.platform)));
    const ann = await join(claimId, people.lead.person.id, other).open();
    ann.doc.getText("summary").insert(0, "Over HTTP.");
    await ann.until(() => ann.isSaved);
    await other.stop();
    const ed = await join(claimId, people.editor.person.id).open();
    expect(ed.summary).toBe("Over HTTP.");
  });
});

describe("the handshake", () => {
  it("lets in who may see the review, from this site only", async () => {
    const claimId = await claimInReview();
    const path = `/collab/review:${claimId}`;
    const { lead, second } = people;
    const reader = await desk.join("reader");
    expect(await handshake(path, lead.person.id)).toBe("open");
    expect(await handshake(path.replace(":", "%3A"), lead.person.id)).toBe("open");
    expect(await handshake(path, lead.person.id, "https://evil.example")).toBe(403);
    expect(await handshake(path, "")).toBe(401);
    expect(await handshake(path, second.person.id)).toBe(403);
    expect(await handshake(path, reader.person.id)).toBe(403);
    expect(await handshake(`/collab/review:${crypto.randomUUID()}`, lead.person.id)).toBe(404);
    expect(await handshake("/collab/anything", lead.person.id)).toBe(404);
    expect(await handshake("/collab/review:..%2f..", lead.person.id)).toBe(404);
  });

  it("counts the windows of one person", async () => {
    const claimId = await claimInReview();
    const many = Array.from({ length: 20 }, () => join(claimId, people.lead.person.id));
    await Promise.all(many.map((client) => client.open()));
    expect(await handshake(`/collab/review:${claimId}`, people.lead.person.id)).toBe(429);
    expect(await handshake(`/collab/review:${claimId}`, people.editor.person.id)).toBe("open");
  });
});

describe("a right that ends", () => {
  it("closes the socket by itself when the role is taken away", async () => {
    const claimId = await claimInReview();
    const helper = await desk.join("reviewer");
    const client = await join(claimId, helper.person.id).open();
    await desk.sql`update app_private.user_roles set role = 'reader' where user_id = ${helper.person.id}`;
    // Nobody tells the server; the test's own limit is far above the 5 seconds that are promised.
    await client.until(() => client.closed !== null);
    expect(client.closed).toEqual({ code: closeCode.noRight, reason: "none" });
  });

  it("is refused inside the database, even before anybody noticed", async () => {
    const claimId = await claimInReview();
    const helper = await desk.join("reviewer");
    const client = await join(claimId, helper.person.id).open();
    await desk.sql`update app_private.user_roles set role = 'reader' where user_id = ${helper.person.id}`;
    client.doc.getText("summary").insert(0, "too late");
    await client.until(() => client.closed !== null);
    const rows = await desk.sql`select 1 from public.review_updates where claim_id = ${claimId}`;
    expect(rows).toHaveLength(0);
    expect((await collab.server.currentReview(claimId)).draft.summary).toBe("");
  });

  it("closes the socket at sign-out", async () => {
    const claimId = await claimInReview();
    const helper = await desk.join("reviewer");
    const client = await join(claimId, helper.person.id).open();
    collab.signOut(helper.person.id);
    await collab.server.rightsChanged({ claimId });
    await client.until(() => client.closed !== null);
    expect(client.closed).toEqual({ code: closeCode.noRight, reason: "ended" });
  });

  it("is kept through a step that takes nothing from them, of which they are told", async () => {
    const [claimId, other] = [await claimInReview(), await claimInReview()];
    const reader = await join(claimId, people.editor.person.id).open();
    const elsewhere = await join(other, people.editor.person.id).open();
    await collab.server.rightsChanged({ claimId });
    await reader.until(() => reader.moves === 1);
    expect([reader.closeCodes, reader.right]).toEqual([[], "write"]);
    await collab.server.rightsChanged({ personId: people.editor.person.id });
    await collab.server.rightsChanged();
    expect([reader.moves, elsewhere.moves]).toEqual([1, 0]);
  });

  it("leaves people reading when the review is submitted", async () => {
    const claimId = await claimInReview();
    const { lead, editor } = people;
    const client = await join(claimId, editor.person.id).open();
    writeDraft(client.doc, completeDraft());
    await client.until(() => client.isSaved);
    const ports = {
      ...lead.ports,
      documents: {
        read: (id: string) => collab.server.currentReview(id),
        history: (id: string) => readHistory(direct, id),
        present: (ids: readonly string[]) => collab.server.peopleIn(ids),
        rightsChanged: (id: string) => void collab.server.rightsChanged({ claimId: id }),
      },
    };
    const { version } = await reread(lead, claimId);
    value(await submitReview(ports, lead.person, { claimId, version }));
    await client.until(() => client.right === "read" && client.provider.synced);
    expect(client.closeCodes).toEqual([closeCode.rightsReduced]);
    client.doc.getText("summary").insert(0, "afterwards ");
    await client.until(() => client.closed !== null);
    expect(client.closed?.code).toBe(closeCode.noRight);
    expect((await collab.server.currentReview(claimId)).draft.summary).not.toContain("afterwards");
  });
});

describe("hostile traffic", () => {
  const rawSocket = async (claimId: string, personId: string) => {
    const socket = new (socketAs(personId, collab.port))(
      `ws://127.0.0.1:${collab.port}/collab/review:${claimId}`,
    );
    await new Promise((resolve, reject) => {
      socket.on("open", resolve);
      socket.on("error", reject);
    });
    const closed = new Promise<number>((resolve) => {
      socket.on("error", () => undefined);
      socket.on("close", resolve);
    });
    return { socket, closed };
  };

  it("costs its sender the connection, and nobody else anything", async () => {
    const claimId = await claimInReview();
    const ann = await join(claimId, people.lead.person.id).open();
    ann.doc.getText("summary").insert(0, "Kept.");
    await ann.until(() => ann.isSaved);

    const attacks: [string, (socket: WebSocket) => void, number][] = [
      ["text", (socket) => socket.send("hello"), closeCode.badMessage],
      ["nothing", (socket) => socket.send(new Uint8Array()), closeCode.badMessage],
      [
        "noise",
        (socket) => socket.send(new Uint8Array([0, 2, 3, 255, 255, 255])),
        closeCode.badMessage,
      ],
      ["two MiB", (socket) => socket.send(new Uint8Array(2 * 1024 * 1024)), 1009],
      // Reserved bits, which make the frame itself invalid.
      [
        "a broken frame",
        (socket) =>
          void (socket as unknown as { _socket: { write(b: Buffer): void } })._socket.write(
            Buffer.from([0xf2, 0x80, 0, 0, 0, 0]),
          ),
        1002,
      ],
      [
        "a forged client id",
        (socket) => {
          const forged = new Y.Doc();
          forged.clientID = ann.doc.clientID;
          forged.getText("summary").insert(0, "x".repeat(50));
          socket.send(syncFrame(syncType.update, Y.encodeStateAsUpdate(forged)));
        },
        closeCode.badMessage,
      ],
    ];
    for (const [, attack, code] of attacks) {
      const { socket, closed } = await rawSocket(claimId, people.editor.person.id);
      attack(socket);
      expect(await closed).toBe(code);
    }
    ann.doc.getText("summary").insert(0, "Still here. ");
    await ann.until(() => ann.isSaved);
    expect((await collab.server.currentReview(claimId)).draft.summary).toBe("Still here. Kept.");
    expect(ann.closeCodes).toEqual([]);
    // Only what somebody tried in another's name is for the trail, and its second reviewer does not read of it.
    const trail = () =>
      desk.sql`select actor, payload from public.audit_events
        where action = 'review.write_refused' and entity_id = ${claimId}`;
    await vi.waitFor(async () => expect(await trail()).toHaveLength(1), 10_000);
    expect(await trail()).toMatchObject([
      { actor: people.editor.person.id, payload: { kind: "foreign_client" } },
    ]);
    const seenBy = async ({ supabase }: { supabase: SupabaseClient }) =>
      (
        await supabase
          .from("audit_events")
          .select("seq")
          .eq("action", "review.write_refused")
          .eq("entity_id", claimId)
      ).data;
    expect(await seenBy(people.lead)).toHaveLength(1);
    expect(await seenBy(people.second)).toEqual([]);
    const authors = await desk.sql`
      select distinct author from public.review_updates where claim_id = ${claimId}`;
    expect(authors).toMatchObject([{ author: people.lead.person.id }]);
  });

  it("does not make the server remember what a reader does not read", async () => {
    const claimId = await claimInReview();
    const ann = await join(claimId, people.lead.person.id).open();
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("x".repeat(150_000))]);
    ann.doc.getXmlFragment("rationale").insert(0, [paragraph]);
    await ann.until(() => ann.isSaved);

    const { socket, closed } = await rawSocket(claimId, people.editor.person.id);
    const before = collab.server.health().sockets;
    socket.pause();
    // Fewer questions than would end it, with answers of 150 kB each.
    for (let i = 0; i < 58; i++) socket.send(syncFrame(syncType.step1, new Uint8Array([0])));
    await vi.waitFor(() => expect(collab.server.health().sockets).toBe(before - 1), 10_000);
    socket.resume();
    expect(await closed).toBe(1006);
    ann.doc.getText("summary").insert(0, "Still here.");
    await ann.until(() => ann.isSaved);
  });
});
