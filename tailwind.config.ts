import type { Config } from "tailwindcss";

/** The palette and scales live in app/styles/app.css as custom properties, so that dark mode is one switch. */
export default {
  content: ["./app/**/*.{ts,tsx}"],
} satisfies Config;
