import { expect, it } from "vitest";

import { readNotifications } from "~/commands/read-notifications";
import type { Notification } from "~/domain/notification/notification";

import { claim } from "../../support/claims";
import { memoryPorts } from "../../support/memory-ports";

const notification = (seq: number): Notification => ({
  id: `n${seq}`,
  seq,
  kind: "returned",
  claimId: "c",
  by: seq === 1 ? "gone" : "ana",
  commentId: null,
  dueOn: null,
  note: null,
  at: "2026-11-27T10:00:00.000Z",
  readAt: seq === 1 ? "2026-11-27T11:00:00.000Z" : null,
});

async function pageOf(count: number, before: number | null = null) {
  const { ports } = memoryPorts([claim({ id: "c", statement: "It rained." })]);
  const all = Array.from({ length: count }, (_, n) => notification(count - n));
  ports.notifications.page = async (most, older) =>
    all.filter(({ seq }) => older === null || seq < older).slice(0, most);
  ports.people.names = async () => new Map([["ana", "Ana Ferri"]]);
  return readNotifications(ports, before);
}

it("is empty for whoever was told nothing", async () => {
  expect(await pageOf(0)).toEqual({ notifications: [], newest: null, older: null });
});

it("says what, on which claim, and by whom, also when that person is gone", async () => {
  const { notifications, newest, older } = await pageOf(2);
  expect({ newest, older }).toEqual({ newest: 2, older: null });
  expect(notifications).toMatchObject([
    { what: "Ana Ferri returned the review to you.", statement: "It rained.", isRead: false },
    { what: "A colleague returned the review to you.", isRead: true, to: "/desk/claims/c" },
  ]);
});

it("goes on where the page before ended", async () => {
  const first = await pageOf(45);
  expect(first.notifications).toHaveLength(30);
  const rest = await pageOf(45, first.older);
  expect(rest.notifications.map(({ id }) => id)).toEqual(
    Array.from({ length: 15 }, (_, n) => `n${15 - n}`),
  );
  expect(rest.older).toBeNull();
});
