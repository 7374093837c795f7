import { defineConfig } from "vite";

export default defineConfig({
  // Relative, so that the built folder can be put anywhere, or opened from any static server.
  base: "./",
  server: { fs: { allow: ["../.."] } },
  worker: { format: "es" },
  build: { target: "es2022", sourcemap: false, assetsInlineLimit: 0 },
});
