/** Counts what arrives of an engine's files, which the engine fetches by itself. */
/** @import { Progress } from "./types.js" */

const INTERVAL = 50; // ms between two reports

/**
 * Watches `fetch` until `end` is called. Streams give the bytes of a file as stored, while its header gives those that
 * were sent; so the share that has arrived is taken of the known size, and multiplied by the bytes sent.
 * @param {Record<string, [size: number, compressed: number]>} files
 * @param {(progress: Progress) => void} report
 */
export function countBytes(files, report) {
  const unwatched = globalThis.fetch;
  const arrived = new Map(Object.keys(files).map((name) => [name, 0]));
  const total = Object.values(files).reduce((sum, [, compressed]) => sum + compressed, 0);
  let lastReport = 0;

  /** @param {string} name @param {number} bytes as stored */
  function add(name, bytes) {
    const size = files[name]?.[0] ?? 0;
    arrived.set(name, Math.min((arrived.get(name) ?? 0) + bytes, size));
    if (performance.now() - lastReport < INTERVAL) return;
    lastReport = performance.now();
    report({ loaded: loaded(), total });
  }

  function loaded() {
    const parts = Object.entries(files).map(([name, [size, compressed]]) => ((arrived.get(name) ?? 0) / size) * compressed);
    return parts.reduce((sum, part) => sum + part, 0);
  }

  globalThis.fetch = async (...request) => {
    const response = await unwatched(...request);
    const name = new URL(response.url).pathname.split("/").at(-1) ?? "";
    if (!response.ok || !response.body || !files[name]) return response;
    const counting = new TransformStream({
      transform(chunk, controller) {
        add(name, chunk.length);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counting), response);
  };
  const end = () => {
    globalThis.fetch = unwatched;
    report({ loaded: total, total });
  };
  return { add, end };
}
