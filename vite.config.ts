import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * Bundles server/main.ts together with the Remix routes, so that the HTTP server, the collaboration rooms and the
 * loaders share one module graph. Remix's own plugin sets the SSR entry; this one must come after it. The thread that
 * reads strangers' pages is a file of its own beside it.
 */
function serverEntry(): Plugin {
  let isServerBuild = false;
  return {
    name: "server-entry",
    configResolved({ command, build }) {
      isServerBuild = command === "build" && Boolean(build.ssr);
    },
    buildStart() {
      if (!isServerBuild) return;
      const id = "./server/intake/worker/thread.ts";
      this.emitFile({ type: "chunk", id, fileName: "reading-thread.js" });
    },
    config: (_, { command, isSsrBuild }) =>
      command === "build" && isSsrBuild
        ? { build: { target: "es2022", rollupOptions: { input: "./server/main.ts" } } }
        : null,
  };
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        // Off: with it on, one long URL to /__manifest holds the event loop for seconds
        // (CVE-2026-55685, never fixed in Remix 2), and co-editing with it.
        v3_lazyRouteDiscovery: false,
        unstable_optimizeDeps: true,
      },
    }),
    serverEntry(),
    tsconfigPaths(),
  ],
  // One for pages and server, so that both name the same script.
  build: { target: "es2022" },
  // The script of a page that has no other.
  worker: { format: "es", plugins: () => [tsconfigPaths()] },
  // Draws pictures on the server, and is no JavaScript that could be bundled for pages.
  optimizeDeps: { exclude: ["@napi-rs/canvas"] },
  server: { watch: { ignored: ["**/.data/**", "**/test-results/**"] } },
});
