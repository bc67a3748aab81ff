/**
 * The code editor of a lab: CodeMirror with Python, and the look of this site. `stage` bundles this file with CodeMirror
 * into generated/code/code-editor.js, which is what the browser loads.
 *
 * It lives in a shadow root, where CodeMirror can add its styles without a style element, which the policy refuses.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage, python } from "@codemirror/lang-python";
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  GutterMarker,
  gutterLineClass,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";

/** The site's code colors, by the kind of token. */
const COLORS = /** @type {const} */ ([
  [
    [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword, tags.self],
    "keyword",
  ],
  [[tags.string, tags.special(tags.string)], "string"],
  [[tags.number, tags.bool, tags.null], "number"],
  [
    [
      tags.function(tags.variableName),
      tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.className),
    ],
    "function",
  ],
  [[tags.comment], "comment"],
]);
const colorVariable = (/** @type {string} */ kind) => `var(--md-code-hl-${kind}-color)`;
const highlightStyle = HighlightStyle.define(
  COLORS.map(([tag, kind]) => ({ tag: [...tag], color: colorVariable(kind) })),
);
const classNames = tagHighlighter(COLORS.map(([tag, kind]) => ({ tag: [...tag], class: `code-${kind}` })));

const COVERED = { top: 80, bottom: 120 }; // px of the screen that the header and the Run button may cover

const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", fontSize: ".7rem" },
  "&.cm-focused": { outline: "none" }, // the page draws the ring around the host, where nothing covers it
  ".cm-scroller": { fontFamily: "var(--md-code-font-family)", lineHeight: "1.6", overflowX: "auto" },
  ".cm-content": { padding: ".5rem 0", caretColor: "var(--ink)" },
  ".cm-content, .cm-gutter": { minHeight: "13rem" },
  ".cm-line": { padding: "0 .6rem" },
  ".cm-gutters": {
    color: "var(--soft)",
    backgroundColor: "var(--wash)",
    border: "0",
    borderRight: ".05rem solid var(--rule)",
  },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "1.8rem", padding: "0 .4rem 0 .2rem" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent) 6%, transparent)" },
  ".cm-activeLineGutter": { color: "var(--ink)", backgroundColor: "transparent" },
  "&.cm-focused .cm-matchingBracket": { outline: ".05rem solid var(--edge)", backgroundColor: "transparent" },
  ".cm-marked.cm-line": { backgroundColor: "var(--wrong-wash)", boxShadow: "inset .2rem 0 var(--wrong)" },
  ".cm-marked.cm-gutterElement": { color: "var(--wrong)", fontWeight: "700", backgroundColor: "var(--wrong-wash)" },
  "@media (forced-colors: active)": {
    ".cm-marked.cm-line": { outline: ".1rem dashed Highlight", outlineOffset: "-.1rem" },
  },
});

/** Marks one line, or none. @type {import("@codemirror/state").StateEffectType<number | null>} */
const setMark = StateEffect.define();
const lineMark = Decoration.line({ class: "cm-marked" });
const gutterMark = new (class extends GutterMarker {
  /** @override */
  elementClass = "cm-marked";
})();

/** The start of the marked line; an edit of that line removes the mark. @type {StateField<number | null>} */
const markedLine = StateField.define({
  create: () => /** @type {number | null} */ (null),
  update(markedPosition, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMark)) return effect.value;
    if (markedPosition === null || !transaction.docChanged) return markedPosition;
    const { to } = transaction.startState.doc.lineAt(markedPosition);
    return transaction.changes.touchesRange(markedPosition, to) ? null : transaction.changes.mapPos(markedPosition);
  },
  provide: (field) => [
    EditorView.decorations.from(field, (position) =>
      position === null ? Decoration.none : Decoration.set(lineMark.range(position)),
    ),
    gutterLineClass.from(field, (position) =>
      position === null ? RangeSet.empty : RangeSet.of(gutterMark.range(position)),
    ),
  ],
});

/**
 * Escape gives Tab back to the page, any other key but Tab and Shift gives it to the editor.
 * @param {KeyboardEvent} event
 * @param {EditorView} view
 */
function releaseTabAfterEscape(event, view) {
  if (event.key === "Escape") view.setTabFocusMode(true);
  else if (event.key !== "Tab" && event.key !== "Shift") view.setTabFocusMode(false);
}

/** Escape gives Tab back to the page until the reader types again or leaves. */
const releaseTab = EditorView.domEventHandlers({
  keydown: (event, view) => void releaseTabAfterEscape(event, view),
  focus: (_, view) => void view.setTabFocusMode(false),
});

/**
 * Replaces the selection with the typed text: the browser would copy styles into it, which the policy reports.
 * @param {InputEvent} inputEvent @param {EditorView} view @returns {boolean} whether the browser has nothing left to do
 */
function replaceSelectionWithTypedText(inputEvent, view) {
  if (
    inputEvent.inputType !== "insertText" ||
    inputEvent.data === null ||
    view.state.selection.main.empty ||
    view.composing
  )
    return false;
  view.dispatch(view.state.replaceSelection(inputEvent.data), { userEvent: "input.type", scrollIntoView: true });
  return true;
}

/**
 * @param {object} options
 * @param {ShadowRoot} options.parent
 * @param {string} options.text
 * @param {string} options.label its name for assistive technology
 * @param {(text: string) => void} options.onChange called with each change of the reader's and of `setText`
 * @param {() => void} options.onRun called when the reader presses Control or Command and Enter
 */
export function createEditor({ parent, text, label, onChange, onRun }) {
  const runAndConsumeKey = () => (onRun(), true);
  const extensions = [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    history(),
    indentUnit.of("    "),
    indentOnInput(),
    bracketMatching(),
    python(),
    syntaxHighlighting(highlightStyle),
    theme,
    markedLine,
    releaseTab,
    EditorView.domEventHandlers({ beforeinput: replaceSelectionWithTypedText }),
    keymap.of([{ key: "Mod-Enter", run: runAndConsumeKey }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorState.tabSize.of(4),
    EditorView.scrollMargins.of(() => COVERED),
    EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", tabindex: "0" }),
    EditorView.updateListener.of((update) => void (update.docChanged && onChange(update.state.doc.toString()))),
  ];
  const view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent, root: parent });
  const lineStartOffset = (/** @type {number} */ line) =>
    view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines)).from;
  return {
    get text() {
      return view.state.doc.toString();
    },
    /** Replaces all of the code, as one step that the reader can undo. @param {string} insert */
    setText(insert) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert }, effects: setMark.of(null) });
    },
    /** Marks a line, counted from 1; null removes the mark. @param {number | null} line */
    markLine(line) {
      view.dispatch({ effects: setMark.of(line === null ? null : lineStartOffset(line)) });
    },
    /** Puts the cursor at the start of a line, in view. @param {number} line */
    goToLine(line) {
      view.dispatch({
        selection: { anchor: lineStartOffset(line) },
        effects: EditorView.scrollIntoView(lineStartOffset(line), { y: "center" }),
      });
      view.focus();
    },
  };
}

/**
 * Lines of Python, each as nodes with the classes code-keyword, code-string and so on.
 * @param {string} pythonCode
 * @returns {Node[][]}
 */
export function highlightLines(pythonCode) {
  /** @type {Node[][]} */
  const lines = [[]];
  const addToken = (/** @type {string} */ text, /** @type {string} */ classes) => {
    const node = classes
      ? Object.assign(document.createElement("span"), { className: classes, textContent: text })
      : document.createTextNode(text);
    lines.at(-1)?.push(node);
  };
  highlightCode(pythonCode, pythonLanguage.parser.parse(pythonCode), classNames, addToken, () => lines.push([]));
  return lines;
}
