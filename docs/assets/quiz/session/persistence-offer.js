/** Offers to ask the browser to keep what is stored: one sentence after the end of the quiz. Loaded after an answer. */
/** @import { Store } from "../../record/store.js" */
import { isStoragePersistent, requestPersistence } from "../../record/archive.js";
import { openDatabase, openStoresForReading, resultOf } from "../../record/database.js";
import { SETTINGS, settingEventFacts } from "../../record/settings.js";
import { createElement } from "../shared.js";

const MIN_EVENTS = 3;
const WHY = "This browser may delete your answers when storage space runs out. ";
/** What came of the offer, in words that end with the name of a page. */
const RESULTS = {
  granted: "This browser has agreed to keep your answers. You can see what it stores on the page ",
  refused:
    "This browser did not agree, so it may still delete your answers when storage space runs out. You can export them on the page ",
  "not-now": "You will not be asked again. You can still ask the browser on the page ",
};

/**
 * Whether something was answered, the browser can be asked, has not promised it, and the reader was not asked before.
 * @returns {Promise<boolean>}
 */
export async function isPersistenceOfferDue() {
  if (!navigator.storage?.persist || (await isStoragePersistent()) !== false || (await isPermissionDenied()))
    return false;
  const db = await openDatabase();
  try {
    const [events] = openStoresForReading(db);
    const requests = [events.count(), events.index("item").count(SETTINGS.persistentStorage)];
    const [count = 0, asked = 0] = await Promise.all(requests.map(resultOf));
    return count >= MIN_EVENTS && !asked;
  } finally {
    db.close();
  }
}

/** Whether the reader has told the browser never to ask. Some browsers do not know this permission. */
async function isPermissionDenied() {
  try {
    return (await navigator.permissions.query({ name: "persistent-storage" })).state === "denied";
  } catch {
    return false;
  }
}

/**
 * Shows the offer if it is due, once.
 * @param {Document | HTMLElement} page
 * @param {Store} store remembers what came of it
 */
export async function offerPersistence(page, store) {
  if (page.querySelector(".persistence-offer") || !(await isPersistenceOfferDue())) return;
  if (page.querySelector(".persistence-offer")) return; // a second answer was quicker
  const offer = createElement("div", "persistence-offer");
  const result = createElement("p", "");
  result.role = "status";
  const showResultAndStoreAnswer = (/** @type {keyof typeof RESULTS} */ answer) => {
    question.remove();
    result.append(RESULTS[answer], createStoredAnswersLinkOrText(page), ".");
    result.tabIndex = -1;
    result.focus({ preventScroll: true }); // the button that had it is gone
    store.append(settingEventFacts(SETTINGS.persistentStorage, answer));
  };
  const question = createElement(
    "p",
    "",
    WHY,
    createButton("Ask the browser to keep my answers", "button", async () =>
      showResultAndStoreAnswer((await requestPersistence()) ? "granted" : "refused"),
    ),
    " ",
    createButton("Not now", "button link", () => showResultAndStoreAnswer("not-now")),
  );
  offer.append(question, result);
  const lastQuiz = [...page.querySelectorAll("quiz-set")].at(-1);
  (page.querySelector(".quiz-end") ?? lastQuiz)?.after(offer);
}

/** @param {string} text @param {string} className @param {() => void} onFirstClick */
function createButton(text, className, onFirstClick) {
  const button = Object.assign(createElement("button", className, text), { type: "button" });
  button.addEventListener("click", onFirstClick, { once: true });
  return button;
}

/** A new link like the one at the end of the quiz, or its text where there is none. @param {Document | HTMLElement} page */
function createStoredAnswersLinkOrText(page) {
  const link = (page.ownerDocument ?? page).querySelector('a[href$="your-answers/"]');
  const text = "Stored answers";
  return link
    ? Object.assign(createElement("a", "", text), { href: /** @type {HTMLAnchorElement} */ (link).href })
    : text;
}
