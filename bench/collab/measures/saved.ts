import { openTogether, type Typist } from "../clients/typist";
import { pause, quantile } from "../statistics";
import { alternate, rowOf, type Bench, type Measure } from "./measure";

/** From the last keystroke of a sitting to the word that all of it is saved. */
export const saved: Measure = {
  name: "saved",
  title: "“Saved” after the last keystroke, on the wire",
  async run(bench) {
    const acknowledging = bench.contenders.filter(({ acknowledges }) => acknowledges);
    const results = await alternate(bench, acknowledging, bench.runs, async (contender) => {
      const [room] = await contender.newRooms(1);
      const [typist, other] = await openTogether(contender, room ?? "", 2);
      const times = typist ? await sittings(bench, typist) : [];
      for (const one of [typist, other]) one?.close();
      return times;
    });
    return [
      rowOf("p50", "ms", results, (all) => quantile(all.flat(), 0.5)),
      rowOf("p99", "ms", results, (all) => quantile(all.flat(), 0.99)),
      rowOf("means that it is", "", results, () => null),
    ].map((row) =>
      row.unit === ""
        ? { ...row, values: { countersign: "committed", "hocuspocus+sqlite": "in memory" } }
        : row,
    );
  },
};

async function sittings(bench: Bench, typist: Typist): Promise<number[]> {
  const times: number[] = [];
  for (let sitting = 0; sitting < (bench.short ? 8 : 40); sitting++) {
    for (let key = 0; key < 10; key++) {
      typist.type();
      await pause(60 + Math.random() * 60);
    }
    const last = performance.now();
    typist.type();
    await typist.client.until(() => typist.client.isSaved);
    times.push(performance.now() - last);
  }
  return times;
}
