import fc from "fast-check";

import { comments, edits, type Edit } from "./edits";
import type { Fault, Way } from "./wire";
import type { World } from "./world";

export type Step = (world: World) => Promise<void> | void;

const who = fc.nat(5);
const way = fc.constantFrom<Way>("up", "down");
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** A step that a failed run names by its words. */
function named(name: string, step: Step): Step {
  return Object.assign((world: World) => step(world), { [fc.toStringMethod]: () => name });
}

const editing = fc.tuple(who, edits, comments).map(([index, edit, comment]) => {
  const chosen: Edit = index === 5 ? comment : edit;
  return named(`${index} ${fc.stringify(chosen)}`, (world) => {
    const tab = world.tabs[index];
    if (!tab) return;
    const { person, undo } = tab;
    chosen({ doc: tab.client.doc, undo, person, mark: world.newMark() });
  });
});

const delivering = fc
  .tuple(who, way, fc.integer({ min: 1, max: 4 }))
  .map(([index, to, most]) =>
    named(`deliver ${most} ${to} ${index}`, (world) => void world.tabs[index]?.deliver(to, most)),
  );

const spoiling = fc
  .tuple(who, way, fc.constantFrom<Fault>("lost", "twice", "early"), share)
  .map(([index, to, fault, place]) =>
    named(`${fault} ${to} ${index}`, ({ tabs }) => tabs[index]?.wire?.spoil(to, fault, place)),
  );

const leaving = fc.tuple(who, fc.constantFrom("cut", "close", "reload")).map(([index, how]) =>
  named(`${how} ${index}`, (world) => {
    const tab = world.tabs[index];
    if (!tab) return;
    if (how === "close") tab.deliver("up");
    if (how === "reload") world.reload(tab);
    else tab.cut();
  }),
);

const coming = fc.tuple(who, fc.nat(1), fc.boolean()).map(([index, at, isAlone]) =>
  named(isAlone ? `connect ${index} to ${at}` : "connect all", async (world) => {
    for (const [place, tab] of world.tabs.entries()) {
      if (!isAlone || place === index) await world.connect(tab, at + place);
    }
  }),
);

const serving: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(named("turn", (world) => world.turn())) },
  { weight: 3, arbitrary: fc.constant(named("settle", (world) => world.settle())) },
  { weight: 2, arbitrary: fc.constant(named("rest", (world) => world.rest())) },
  { weight: 2, arbitrary: fc.constant(named("hold", ({ storage }) => storage.hold())) },
  { weight: 2, arbitrary: fc.constant(named("release", ({ storage }) => storage.release())) },
  {
    weight: 1,
    arbitrary: fc
      .boolean()
      .map((loses) => named(`news lost: ${loses}`, (world) => void (world.losesNews = loses))),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("beforeCommit" as const, "afterCommit" as const).map((when) =>
      named(`fail ${when}`, async (world) => {
        world.storage.failure = when;
        await world.turn();
        world.storage.failure = null;
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(1), fc.boolean(), fc.boolean())
      .map(([at, isFlushed, withDatabase]) =>
        named(`kill ${at}${withDatabase ? " and database" : ""}`, (world) => {
          world.kill(at, isFlushed);
          if (withDatabase) world.storage.crash();
        }),
      ),
  },
);

/** What happens at a desk on a bad day, in any order. */
export const day: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: editing },
    { weight: 12, arbitrary: delivering },
    { weight: 8, arbitrary: serving },
    { weight: 4, arbitrary: coming },
    { weight: 2, arbitrary: leaving },
    { weight: 1, arbitrary: spoiling },
  ),
  { minLength: 20, maxLength: 120, size: "max" },
);
