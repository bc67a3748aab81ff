/** Lets a pointer move a slider by dragging in a picture whose width is the slider's range. Keys move the slider itself. */

/**
 * @param {HTMLElement} picture
 * @param {HTMLInputElement} slider
 * @param {AbortSignal} signal ends it
 */
export function moveSliderByPicture(picture, slider, signal) {
  /** @param {PointerEvent} event */
  const move = ({ clientX }) => {
    const { left, width } = picture.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientX - left) / width));
    slider.valueAsNumber = Number(slider.min) + share * (Number(slider.max) - Number(slider.min));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
  picture.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      event.preventDefault(); // selects no text
      picture.setPointerCapture(event.pointerId);
      move(event);
    },
    { signal },
  );
  picture.addEventListener("pointermove", (event) => picture.hasPointerCapture(event.pointerId) && move(event), {
    signal,
  });
}
