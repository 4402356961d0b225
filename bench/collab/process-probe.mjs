// Loaded with --import into every server that is measured, so that all are asked the same questions in the same way.
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let utilization = performance.eventLoopUtilization();
let cpu = process.cpuUsage();
const inspector = new Session();

const answers = {
  memory() {
    for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
    return process.memoryUsage();
  },
  /** Since the last time: longest stall of the event loop, its utilization, and CPU time in milliseconds. */
  loop() {
    const answer = {
      stall: delay.count > 0 ? delay.max / 1e6 : 0,
      utilization: performance.eventLoopUtilization(utilization).utilization,
      cpu: (process.cpuUsage(cpu).user + process.cpuUsage(cpu).system) / 1000,
    };
    delay.reset();
    utilization = performance.eventLoopUtilization();
    cpu = process.cpuUsage();
    return answer;
  },
  async startProfile() {
    inspector.connect();
    await inspector.post("Profiler.enable");
    await inspector.post("Profiler.start");
  },
  async keepProfile(file) {
    const { profile } = await inspector.post("Profiler.stop");
    inspector.disconnect();
    writeFileSync(file, JSON.stringify(profile));
  },
};

process.on("message", async ({ id, ask, what }) => {
  process.send?.({ id, answer: (await answers[ask]?.(what)) ?? null });
});
process.channel?.unref();
