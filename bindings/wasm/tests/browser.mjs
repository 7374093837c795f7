// A static server and a headless Chromium, for the tests and benches that need a page.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** Serves a folder, opens a page of it, and gives what the page leaves in `globalThis.result`; an error of the page is thrown. */
export async function visit(folder, page, { types = TYPES, timeout = 120_000 } = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  try {
    const tab = await browser.newPage();
    const failed = new Promise((_, reject) => {
      tab.on("pageerror", reject);
      tab.on("response", (response) => {
        if (!response.ok() && !response.url().endsWith("/favicon.ico")) reject(new Error(`${response.status()} ${response.url()}`));
      });
    });
    failed.catch(() => {});
    await tab.goto(`http://127.0.0.1:${server.address().port}/${page}`);
    const done = tab.waitForFunction(() => "result" in globalThis, undefined, { timeout });
    await Promise.race([done, failed]);
    return await tab.evaluate(() => globalThis.result);
  } finally {
    await browser.close();
    server.close();
  }
}
