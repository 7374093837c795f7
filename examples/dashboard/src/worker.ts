// The other side of `asking`. Messages may come while the engine is still being loaded, so this listens first and loads then.

import type { Message, Reply } from "./asking";

const loaded = import("./answers");

self.addEventListener("message", ({ data }: MessageEvent<Message>) => {
  const reply = (reply: Reply): void => self.postMessage(reply);
  // Each waits for the same promise, so they are handled in the order they came.
  void loaded.then(({ handle }) => {
    try {
      const answer = handle(data);
      if ("id" in data) reply({ id: data.id, answer });
    } catch (error) {
      if (!("id" in data)) throw error;
      reply({ id: data.id, error: error instanceof Error ? error.message : String(error) });
    }
  });
});
