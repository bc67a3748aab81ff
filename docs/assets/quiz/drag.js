/**
 * Dragging, with a mouse or a finger: an extra for what selects and buttons do too. It comes with the first drag.
 * What was dropped is told as an input of the row's select, so that one path leads on from there.
 */

/**
 * Follows the pointer that came down until it goes up, or until that is called off.
 * @param {PointerEvent} start
 * @param {(event: PointerEvent) => void} move
 * @param {(dropped: PointerEvent | undefined) => void} end undefined: called off
 */
function follow(start, move, end) {
  const over = new AbortController();
  /** @param {PointerEvent} [event] */
  const stop = (event) => {
    over.abort();
    end(event);
  };
  /** @param {any} event */
  const heard = (event) => {
    if (event.type === "keydown") return event.key === "Escape" ? stop() : undefined;
    if (event.type === "blur") return stop();
    if (event.pointerId !== start.pointerId) return undefined;
    if (event.type === "pointermove" && event.buttons) return move(event);
    return stop(event.type === "pointerup" ? event : undefined);
  };
  for (const type of ["pointermove", "pointerup", "pointercancel", "keydown", "blur"])
    addEventListener(type, heard, { signal: over.signal });
}

/** @param {HTMLSelectElement} select */
const tell = (select) => select.dispatchEvent(new Event("input", { bubbles: true }));

/**
 * Rows change places under the pointer; where they end is told, where it is called off they go back.
 * @param {PointerEvent} start
 * @param {HTMLElement} row
 * @param {HTMLSelectElement} select of its position
 * @param {() => HTMLElement[]} rows as they stand
 * @param {(rows: HTMLElement[]) => void} arrange
 */
export function dragRow(start, row, select, rows, arrange) {
  const before = rows();
  row.dataset.dragged = "";
  follow(
    start,
    ({ clientY }) => {
      const others = rows().filter((each) => each !== row);
      const place = others.filter((each) => clientY > middleOf(each)).length;
      if (rows()[place] !== row) arrange(others.toSpliced(place, 0, row));
    },
    (dropped) => {
      const place = rows().indexOf(row);
      row.removeAttribute("data-dragged");
      arrange(before);
      if (!dropped || before[place] === row) return;
      select.selectedIndex = place;
      tell(select);
    },
  );
}

/** @param {HTMLElement} row */
function middleOf(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

/** @typedef {{ row: HTMLElement, select: HTMLSelectElement }} Line */

/**
 * Brings out all partners, or puts them away.
 * @param {HTMLFormElement} form
 * @param {Line[]} lines
 */
export function toggleTray(form, lines) {
  const there = form.querySelector(".tray");
  if (there) return there.remove();
  const tray = document.createElement("div");
  tray.className = "tray";
  tray.ariaHidden = "true"; // the selects offer the same
  for (const { value, text } of [...(lines[0]?.select.options ?? [])].slice(1)) {
    const chip = document.createElement("span");
    chip.className = "chip";
    chip.dataset.partner = value;
    chip.textContent = text;
    tray.append(chip);
  }
  return form.querySelector("fieldset")?.append(tray);
}

/**
 * A partner goes along with the pointer, and to the row it is dropped on.
 * @param {PointerEvent} start
 * @param {HTMLElement} chip
 * @param {Line[]} lines
 */
export function dragChip(start, chip, lines) {
  /** @param {PointerEvent} event */
  const under = ({ clientX, clientY }) =>
    lines.find(({ row }) => document.elementsFromPoint(clientX, clientY).includes(row));
  /** @param {Line} [over] */
  const mark = (over) => lines.forEach((line) => line.row.toggleAttribute("data-over", line === over));
  chip.dataset.dragged = "";
  follow(
    start,
    (event) => {
      chip.style.translate = `${event.clientX - start.clientX}px ${event.clientY - start.clientY}px`;
      mark(under(event));
    },
    (dropped) => {
      chip.style.translate = "";
      chip.removeAttribute("data-dragged");
      mark();
      const line = dropped && under(dropped);
      const wanted = [...(line?.select.options ?? [])].find((option) => option.value === chip.dataset.partner);
      if (!line || !wanted || wanted.disabled || line.select.disabled) return;
      line.select.value = wanted.value;
      line.row.dataset.dropped = "";
      tell(line.select);
    },
  );
}
