/** Brings the module that drags while a pointer is down. */

/**
 * @param {Event} start
 * @returns {Promise<typeof import("./drag.js") | undefined>} undefined: the pointer went up meanwhile
 */
export async function dragging(start) {
  let held = true;
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => void (held = false), { once: true });
  const module = await import("./drag.js");
  return held || start.type === "click" ? module : undefined;
}
