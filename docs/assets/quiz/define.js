/**
 * Starts the questions of a page once one comes near, is touched, or was answered before: only then the elements are
 * loaded, with the interactions that the page uses. What a reader does to a question meanwhile is repeated afterwards.
 */
import { registerBeforeOfflineLoader } from "../page/before-offline.js";
import { storedRowsMayExist } from "../record/stored-rows.js";
import { importInteraction } from "./import-interaction.js";

const items = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("quiz-item"))];
const WATCHED_EVENTS = ["pointerover", "focusin", "click", "submit", "input"];
/** What the reader did before the elements were there. @type {(() => void)[]} */
const earlyActions = [];
/** @type {Promise<void> | undefined} */
let started;

/** The style sheet of answered items. Resolves even if it does not arrive. */
const loadStatesStylesheet = () =>
  new Promise((resolve) => {
    const href = new URL("states.css", import.meta.url);
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    Object.assign(link, { onload: resolve, onerror: resolve });
    document.head.append(link);
  });

/** Lets the page's interactions load beside the session, which imports them again and handles one that does not arrive. */
const preloadInteractions = () =>
  Promise.allSettled(items.map(({ dataset }) => importInteraction(dataset.interaction ?? "")));

/** Resolves once the questions are ready and early actions are repeated, however often it is called. */
const startSessionOnce = () => (started ??= loadModulesAndStartSession().then(repeatEarlyActions));

async function loadModulesAndStartSession() {
  nearItems.disconnect();
  try {
    const session = import("./session/page-session.js");
    const [{ PageSession }] = await Promise.all([session, preloadInteractions(), loadStatesStylesheet()]);
    await new PageSession().start(importInteraction, earlyActions.length > 0);
  } catch {
    for (const item of items) item.removeAttribute("data-state"); // they stay as without scripts
    earlyActions.length = 0;
  }
}

function repeatEarlyActions() {
  for (const type of WATCHED_EVENTS) document.removeEventListener(type, startSessionAndQueueAction, true);
  for (const repeat of earlyActions) repeat();
}

/** Starts the session, and queues what the reader did to a question; a submit waits until then. @param {Event} event */
function startSessionAndQueueAction(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (!target.closest?.("quiz-item")) return;
  startSessionOnce();
  const button = target.closest("button");
  if (event.type === "submit") {
    event.preventDefault();
    earlyActions.push(() => /** @type {HTMLFormElement} */ (target).requestSubmit());
  } else if (event.type === "click" && button?.type === "button") earlyActions.push(() => button.click());
  else if (event.type === "input") earlyActions.push(() => target.dispatchEvent(new Event("input", { bubbles: true })));
}

/** Opens the details elements around the target of the address, and scrolls to it. */
function openDetailsAroundTarget() {
  const target = document.querySelector(":target");
  const closedDetails = [...document.querySelectorAll("details:not([open])")].filter(
    (details) => target !== details && details.contains(target),
  );
  for (const details of closedDetails) details.setAttribute("open", "");
  if (closedDetails.length) target?.scrollIntoView();
}

/** Loads the modules that the session would load only when an item needs them. @returns {Promise<any>[]} */
const preloadLazyModules = () => [
  import("./drag.js"),
  import("./session/page-end.js"),
  import("./session/persistence-offer.js"),
];

const nearItems = new IntersectionObserver(
  (entries) => void (entries.some((each) => each.isIntersecting) && startSessionOnce()),
);
for (const item of items) {
  item.dataset.state = ""; // the layout as it will be with scripts
  nearItems.observe(item);
}
for (const type of WATCHED_EVENTS) document.addEventListener(type, startSessionAndQueueAction, true);
addEventListener("hashchange", openDetailsAroundTarget);
if (items.length) registerBeforeOfflineLoader(() => [startSessionOnce(), ...preloadLazyModules()]);
openDetailsAroundTarget();

storedRowsMayExist().then((mayExist) => void (mayExist && startSessionOnce()));
