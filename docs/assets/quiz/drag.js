/**
 * Dragging with a mouse or a finger, in addition to selects and buttons. Loaded with the first drag. A drop changes the
 * row's select and sends its input event, as if the reader had used the select.
 */

const PRESS_TOLERANCE = 5; // px that a finger moves while it only presses

/**
 * Follows the pointer that came down until it goes up, or until the drag is canceled.
 * @param {PointerEvent} pointerDown
 * @param {(event: PointerEvent) => void} onMove
 * @param {(dropped: PointerEvent | undefined) => void} onEnd undefined: canceled
 */
function followPointer(pointerDown, onMove, onEnd) {
  const ended = new AbortController();
  /** @param {PointerEvent} [dropEvent] none: canceled */
  const endDrag = (dropEvent) => {
    ended.abort();
    onEnd(dropEvent);
  };
  /** Passes a move on, and ends the drag by a drop or a cancel. @param {any} event */
  const onEventWhileDragging = (event) => {
    if (event.type === "keydown") return event.key === "Escape" ? endDrag() : undefined;
    if (event.type === "blur") return endDrag();
    if (event.pointerId !== pointerDown.pointerId) return undefined;
    if (event.type === "pointermove" && event.buttons) return onMove(event);
    return endDrag(event.type === "pointerup" ? event : undefined);
  };
  for (const type of ["pointermove", "pointerup", "pointercancel", "keydown", "blur"])
    addEventListener(type, onEventWhileDragging, { signal: ended.signal });
}

/** @param {HTMLSelectElement} select */
const dispatchInputEvent = (select) => select.dispatchEvent(new Event("input", { bubbles: true }));

/**
 * Rows change places under the pointer. A drop sets the row's position; a canceled drag puts the rows back.
 * @param {PointerEvent} pointerDown
 * @param {HTMLElement} row
 * @param {HTMLSelectElement} positionSelect
 * @param {() => HTMLElement[]} currentRows in their current order
 * @param {(rows: HTMLElement[]) => void} previewOrder
 */
export function dragRowToPosition(pointerDown, row, positionSelect, currentRows, previewOrder) {
  const before = currentRows();
  row.dataset.dragged = "";
  followPointer(
    pointerDown,
    ({ clientY }) => {
      const others = currentRows().filter((each) => each !== row);
      const place = others.filter((each) => clientY > verticalMiddleOf(each)).length;
      if (currentRows()[place] !== row) previewOrder(others.toSpliced(place, 0, row));
    },
    (dropped) => {
      const place = currentRows().indexOf(row);
      row.removeAttribute("data-dragged");
      previewOrder(before);
      if (!dropped || before[place] === row) return;
      positionSelect.selectedIndex = place;
      dispatchInputEvent(positionSelect);
    },
  );
}

/** @param {HTMLElement} row */
function verticalMiddleOf(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

/** @typedef {{ row: HTMLElement, select: HTMLSelectElement }} DropTarget */

/**
 * Shows the tray with all partners, or removes it. Its button says which of the two it does next.
 * @param {HTMLFormElement} form
 * @param {HTMLOptionElement[]} partnerOptions
 */
export function toggleDragTray(form, partnerOptions) {
  const button = /** @type {HTMLElement} */ (form.querySelector("[data-do=drag]"));
  const shown = /** @type {HTMLElement | null} */ (form.querySelector(".tray"));
  const label = shown?.dataset.openLabel ?? "Hide the tray";
  if (shown) shown.remove();
  else appendTray(form, partnerOptions, button.textContent ?? "");
  button.textContent = label;
  button.ariaExpanded = String(!shown);
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLOptionElement[]} partnerOptions
 * @param {string} openLabel of the button once the tray is hidden
 */
function appendTray(form, partnerOptions, openLabel) {
  const tray = document.createElement("div");
  tray.className = "tray";
  tray.ariaHidden = "true"; // the selects offer the same
  tray.dataset.openLabel = openLabel;
  const instructions = document.createElement("p");
  instructions.className = "instructions";
  instructions.textContent = "Drag an answer to its row, or press an answer and then its row.";
  tray.append(instructions, ...partnerOptions.map(createPartnerChip));
  tray.addEventListener("pointerdown", (event) => {
    const chip = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest(".chip"));
    if (!chip) return;
    event.preventDefault(); // or the pointer would select text
    dragOrPickChip(event, chip, dropTargetsOf(form));
  });
  const fieldset = form.querySelector("fieldset");
  fieldset?.append(tray);
  fieldset?.addEventListener("click", choosePickedPartnerInPressedRow); // the same function is added only once
}

/** The rows on which a partner can be dropped. @param {HTMLFormElement} form @returns {DropTarget[]} */
const dropTargetsOf = (form) =>
  [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-row]"))].map((row) => ({
    row,
    select: /** @type {HTMLSelectElement} */ (row.querySelector("select")),
  }));

/** @param {HTMLOptionElement} partner */
function createPartnerChip({ value, text }) {
  const chip = document.createElement("span");
  chip.className = "chip";
  chip.dataset.partner = value;
  chip.textContent = text;
  return chip;
}

/** @param {Event} click */
function choosePickedPartnerInPressedRow({ target, currentTarget }) {
  const fieldset = /** @type {HTMLElement} */ (currentTarget);
  const chip = /** @type {HTMLElement | null} */ (fieldset.querySelector(".chip[data-picked]"));
  const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-row]"));
  const select = row?.querySelector("select");
  if (chip && row && select) choosePartnerOfChip(chip, { row, select });
}

/** Picks a chip for the row that is pressed next, or puts it back. @param {HTMLElement} chip */
function pickOrPutBack(chip) {
  for (const other of chip.parentElement?.querySelectorAll("[data-picked]") ?? [])
    if (other !== chip) other.removeAttribute("data-picked");
  chip.toggleAttribute("data-picked");
}

/**
 * Chooses the partner of a chip in the select of a row that does not exclude it. The row has `data-dropped` only while
 * its input event is handled.
 * @param {HTMLElement} chip
 * @param {DropTarget} target
 */
function choosePartnerOfChip(chip, { row, select }) {
  const wanted = [...select.options].find((option) => option.value === chip.dataset.partner);
  if (!wanted || wanted.disabled || select.disabled) return;
  chip.removeAttribute("data-picked");
  select.value = wanted.value;
  row.dataset.dropped = "";
  dispatchInputEvent(select);
  row.removeAttribute("data-dropped");
}

/**
 * Moves a partner with the pointer, and chooses it in the row on which it is dropped. A press without a move picks it.
 * @param {PointerEvent} pointerDown
 * @param {HTMLElement} chip
 * @param {DropTarget[]} targets
 */
function dragOrPickChip(pointerDown, chip, targets) {
  let isMoved = false;
  /** The row under the pointer; the tray can cover rows. @param {PointerEvent} event @returns {DropTarget | undefined} */
  const dropTargetUnder = ({ clientX, clientY }) => {
    const under = document.elementsFromPoint(clientX, clientY);
    if (under.some((element) => element.matches(".tray"))) return undefined;
    return targets.find(({ row }) => under.includes(row));
  };
  /** @param {DropTarget} [marked] */
  const markDropTarget = (marked) =>
    targets.forEach((target) => target.row.toggleAttribute("data-drop-target", target === marked));
  chip.dataset.dragged = "";
  followPointer(
    pointerDown,
    (event) => {
      const [x, y] = [event.clientX - pointerDown.clientX, event.clientY - pointerDown.clientY];
      isMoved ||= Math.hypot(x, y) > PRESS_TOLERANCE;
      chip.style.translate = `${x}px ${y}px`;
      markDropTarget(dropTargetUnder(event));
    },
    (dropped) => {
      chip.style.translate = "";
      chip.removeAttribute("data-dragged");
      markDropTarget();
      if (!dropped) return;
      const target = dropTargetUnder(dropped);
      if (!isMoved) pickOrPutBack(chip);
      else if (target) choosePartnerOfChip(chip, target);
    },
  );
}
