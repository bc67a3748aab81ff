/**
 * Dragging with a mouse or a finger, in addition to selects and buttons. Loaded with the first drag. A drop changes the
 * row's select and sends its input event, as if the reader had used the select.
 */

/**
 * Follows the pointer that came down until it goes up, or until the drag is canceled.
 * @param {PointerEvent} pointerDown
 * @param {(event: PointerEvent) => void} onMove
 * @param {(dropped: PointerEvent | undefined) => void} onEnd undefined: canceled
 */
function followPointer(pointerDown, onMove, onEnd) {
  const ended = new AbortController();
  /** @param {PointerEvent} [drop] none: canceled */
  const finishOrCancelDrag = (drop) => {
    ended.abort();
    onEnd(drop);
  };
  /** Passes a move on, and ends the drag by a drop or a cancel. @param {any} event */
  const onEventWhileDragging = (event) => {
    if (event.type === "keydown") return event.key === "Escape" ? finishOrCancelDrag() : undefined;
    if (event.type === "blur") return finishOrCancelDrag();
    if (event.pointerId !== pointerDown.pointerId) return undefined;
    if (event.type === "pointermove" && event.buttons) return onMove(event);
    return finishOrCancelDrag(event.type === "pointerup" ? event : undefined);
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

/** @typedef {{ row: HTMLElement, select: HTMLSelectElement }} Target */

/**
 * Shows the tray with all partners, or removes it.
 * @param {HTMLFormElement} form
 * @param {HTMLOptionElement[]} allPartners
 */
export function toggleDragTray(form, allPartners) {
  const shown = form.querySelector(".tray");
  if (shown) return shown.remove();
  const tray = document.createElement("div");
  tray.className = "tray";
  tray.ariaHidden = "true"; // the selects offer the same
  for (const { value, text } of allPartners) {
    const chip = document.createElement("span");
    chip.className = "chip";
    chip.dataset.partner = value;
    chip.textContent = text;
    tray.append(chip);
  }
  return form.querySelector("fieldset")?.append(tray);
}

/**
 * Moves a partner with the pointer, and chooses it in the row on which it is dropped. The row has `data-dropped` only
 * while its input event is handled.
 * @param {PointerEvent} pointerDown
 * @param {HTMLElement} chip
 * @param {Target[]} rowsWithSelects
 */
export function dragChipToSelect(pointerDown, chip, rowsWithSelects) {
  /** @param {PointerEvent} event */
  const targetUnder = ({ clientX, clientY }) =>
    rowsWithSelects.find(({ row }) => document.elementsFromPoint(clientX, clientY).includes(row));
  /** @param {Target} [marked] */
  const markTarget = (marked) =>
    rowsWithSelects.forEach((target) => target.row.toggleAttribute("data-drop-target", target === marked));
  chip.dataset.dragged = "";
  followPointer(
    pointerDown,
    (event) => {
      chip.style.translate = `${event.clientX - pointerDown.clientX}px ${event.clientY - pointerDown.clientY}px`;
      markTarget(targetUnder(event));
    },
    (dropped) => {
      chip.style.translate = "";
      chip.removeAttribute("data-dragged");
      markTarget();
      const target = dropped && targetUnder(dropped);
      const wanted = [...(target?.select.options ?? [])].find((option) => option.value === chip.dataset.partner);
      if (!target || !wanted || wanted.disabled || target.select.disabled) return;
      target.select.value = wanted.value;
      target.row.dataset.dropped = "";
      dispatchInputEvent(target.select);
      target.row.removeAttribute("data-dropped");
    },
  );
}
