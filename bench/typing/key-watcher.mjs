/* Runs in the page. Notes for each key how long it takes from the event, by the time that the browser gives it, until a
   task after the next frame: then the frame with the letter in it has been drawn. */
const typed = { painted: [], events: [] };
globalThis.typed = typed;

globalThis.addEventListener(
  "keydown",
  (event) => {
    if (event.key.length !== 1) return;
    globalThis.requestAnimationFrame(() => {
      const channel = new globalThis.MessageChannel();
      channel.port1.onmessage = () => typed.painted.push(performance.now() - event.timeStamp);
      channel.port2.postMessage(0);
    });
  },
  true,
);

new globalThis.PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.name === "keydown") typed.events.push(entry.duration);
  }
}).observe({ type: "event", durationThreshold: 16 });
