/** The marks beside a verdict: lines on a grid of 24, hidden from screen readers, as the word stands beside them. */

const SVG = "http://www.w3.org/2000/svg";
const LINES = {
  correct: "M4 13l5 5L20 6",
  wrong: "M5 5l14 14M19 5L5 19",
  partly: "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18v18M10 4v16M8 5v14M6 6v12M4 9v6",
  revealed: "M7 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8M11 12h10v4M17 12v3",
  invalid: "M12 3L2 20h20zM12 10v4M12 17v.1",
  tried: "M5 12h14",
};

/** @param {keyof typeof LINES} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", LINES[name]);
  svg.append(path);
  return svg;
}
