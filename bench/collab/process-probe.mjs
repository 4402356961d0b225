// Loaded with --import into every server that is measured, so that all are asked the same questions in the same way.
import { monitorEventLoopDelay, performance } from "node:perf_hooks";

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let utilization = performance.eventLoopUtilization();
let cpu = process.cpuUsage();

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
};

process.on("message", ({ id, ask }) => process.send?.({ id, answer: answers[ask]?.() ?? null }));
process.channel?.unref();
