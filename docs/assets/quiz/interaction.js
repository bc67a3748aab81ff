/** Interactions by name: each is the file interactions/<name>.js, completed with the defaults of its members. */
/** @import { DefaultMembers, Interaction, InteractionModule } from "./types.js" */
import { actionPerButton } from "./item/item-view.js";

/** @type {DefaultMembers} */
const DEFAULTS = {
  responseForRetry: (_declaration, response) => response,
  resetForm: (form) => form.reset(),
  progressText: () => "",
  announcement: () => "",
  showVerdictsAndRevealedKey: () => {},
  countRightAndAllParts: () => [0, 0],
  actionPerButton,
  moveRow: () => true,
  startDrag: () => {},
  toggleDragTray: () => {},
  idsToShuffle: () => [],
  applyOrder: () => {},
  countFaults: () => 0,
  verdicts: { correct: "Correct", partly: "Partly right", wrong: "Not right", revealed: "Answer shown" },
  partsName: "",
  otherLinesTitle: "",
  repeatsKeyLines: false,
};

/** @type {Map<string, Interaction>} */
const loaded = new Map();

/**
 * Loads interactions. One that does not arrive is left out, and its items stay as without scripts.
 * @param {Iterable<string>} names
 * @param {(name: string) => Promise<{interaction: InteractionModule}>} importModule imports interactions/<name>.js; packing
 *   needs this import in the script that starts a page, so that interactions load beside the elements and not after them
 */
export async function loadInteractions(names, importModule) {
  const loadAndRegister = async (/** @type {string} */ name) => {
    const { interaction } = await importModule(name);
    loaded.set(name, { ...DEFAULTS, ...interaction });
  };
  await Promise.allSettled([...new Set(names)].map(loadAndRegister));
}

/** @param {string} name @returns {Interaction | undefined} undefined: not loaded */
export const interactionIfLoaded = (name) => loaded.get(name);

/** Loads the drag module; undefined if it does not load: the selects and buttons do the same. */
export const loadDragModuleOrUndefined = () => import("./drag.js").catch(() => undefined);

/** Loads the drag module; undefined if the pointer goes up meanwhile or the module does not load. */
export async function loadDragModuleWhilePointerDown() {
  const released = new AbortController();
  for (const type of ["pointerup", "pointercancel"])
    addEventListener(type, () => released.abort(), { signal: released.signal });
  const module = await loadDragModuleOrUndefined();
  return released.signal.aborted ? undefined : module;
}
