/**
 * What elements, interactions and the modules that are loaded later have in common. They import it from here, so that
 * packing puts it into one file, and not into one for each set of two or three modules.
 */
export { isWithinTolerance, parseNumberOrThrow } from "../scoring/number.js";
export { scoreFraction, normalizeText } from "../scoring/score.js";
export {
  copyFeedbackNodes,
  createElement,
  createIcon,
  copyAsBoldLeadIn,
  fillLiveRegion,
  setFieldVerdict,
  setAttributeOrRemoveIfEmpty,
  setRowVerdict,
} from "./dom.js";
export {
  interactionIfLoaded,
  loadDragModuleOrUndefined,
  loadDragModuleWhilePointerDown,
  loadInteractions,
} from "./interaction.js";
export { actionPerButton, isFormClosed, phaseAfterCheck, viewOf } from "./item/item-view.js";
export { shuffle } from "./item/shuffle.js";
export { capitalize, nthTry, numberInWords, noteIfOverSaveLimit } from "./wording.js";
