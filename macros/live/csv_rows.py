"""Rows of a CSV file as columns, read in pieces: the reader's own file in the browser, an example file in the build.

The rules for headers, marks and numbers stand in `docs/contributing/metrics.md`, the words for what is refused here.
A row that cannot be read is counted and named by its line; whether it may be left out is for the reader to say.
So it is with four questions that the file leaves open: which columns are meant, which of two labels is positive, what a
comma in a number means, and whether scores are percentages. Each answer is one of `choices`, with which the file is
read again.
"""

from .arithmetic import LEAST, are_all_equal, format_count, format_number, shorten_for_message, sort_ascending
from .cell_values import (
    LABELS,
    LARGEST,
    Unreadable,
    comma_meaning,
    parse_float_up_to_1e15_or_raise,
    parse_label_or_raise,
    parse_score_or_raise,
    split_row,
)
from .headers import find_unique_column_or_minus_1, has_only_numbers_or_labels, shorten_column_list

MOST = 2000000  # rows; more would not fit into a phone's memory
LONGEST = 100000  # letters in a line: a file without line ends would fill the memory as one
HOPELESS = 10000  # bad rows, if there is no good one among them
NAMED = 20  # bad rows that are shown with their lines
PREVIEW = 3  # rows that show what is in a column
COLUMN_CHOICES = 50  # columns among which a reader can choose
NO_TEXT = "This is not a text file. Save the table as a CSV file, and choose that file."


class CsvReader:
    """Reads a file piece by piece: `feed` its text in order until `is_done`, then `finish_and_summarize`.

    wanted: names of the two columns, "y_true" with "y_score" (two labels, scores in [0, 1]) or with "y_pred"
    (amounts, see `cell_values`). lines: about how many the file has, for `progress_text`.
    made: makes a column from its kind, "b" for labels and "d" for floats, and a list: a million floats in an array take
    a third of the room.
    choices: answers to questions about this file: "places" [of the two columns], "labels" {word in small letters:
    class}, "comma" ("decimal" or "thousands"), "scores" ("percentages" or "other").
    `columns` holds what was read: {"y_true": column of n, the other: column of n}.
    """

    def __init__(self, wanted: tuple, lines: int = 0, made=lambda kind, values: values, choices=None):
        self.wanted = wanted
        self.lines = lines
        self.made = made
        self.choices = choices or {}
        self.scores = "y_score" in wanted
        self.labels = self.choices.get("labels", LABELS)
        self.kinds = ("b" if self.scores else "d", "d")
        self.columns: dict = {wanted[k]: made(self.kinds[k], []) for k in (0, 1)}
        self.batch: tuple = ([], [])  # rows that are being read
        self.rest = ""
        self.divisor = 100 if self.scores and self.choices.get("scores") == "percentages" else 1  # of scores
        self.line = self.bad = self.outside = self.width = 0
        self.least_outside = self.most_outside = 0.0  # of the scores outside 0 to 1
        self.named: list = []  # [line number, what is wrong with it]
        self.headers: list = []
        self.places: tuple = ()
        self.preview: list = []  # the first rows, where the columns must be chosen
        self.words: dict = {}  # class -> the first word for it
        self.other_labels: dict = {}  # up to three words that are no label -> how they were written
        self.commas: dict = {}  # meaning of commas -> the first number with such commas
        self.separator = ","  # of columns; where it is another, a comma may be a decimal mark
        self.refused = ""
        self.is_done = False  # whether what follows in the file no longer matters

    def feed(self, text: str) -> None:
        """The next piece of the file; it may end within a row."""
        if not self.places and "\x00" in text:
            self.refused = NO_TEXT
            self.is_done = True
        text = self.rest + text
        held = text[-1:] == "\r"  # the other half of its line end may follow
        if held:
            text = text[:-1]
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.rest = lines.pop() + ("\r" if held else "")
        if len(self.rest) > LONGEST:
            self.refused = _why_line_too_long(self.line + len(lines) + 1)
        while lines and not self.places and not self.is_done:
            if self.headers:
                self._read_preview_line(lines.pop(0))
            else:
                self._read_first_line(lines.pop(0))
            self.is_done = self.is_done or bool(self.refused)
        for at in range(0, len(lines), HOPELESS):
            if not self.is_done:
                self._read_rows_and_note_bad_ones(lines[at : at + HOPELESS])
                self._stop_at_row_limits()
        self.is_done = self.is_done or bool(self.refused)

    def progress_text(self) -> str:
        """How far the reading is."""
        return "Reading rows: %s of %s" % (format_number(min(self.line, self.lines)), format_number(self.lines))

    def finish_and_summarize(self) -> dict:
        """Read what is left, and return what came of the file.

        How many "rows" were read ("size" in words) and how many are "bad"; whether the file is "refused"; and in words
        what it "says", the "lines" that are bad, what to "ask" the reader, and what is "used" if the reader agrees.

        "question" is {} or what must be answered first: {"text", "columns": [text of each column], "places": [two, or
        -1 where none is known]}, or {"text", "answers": [[choices, text]]}.
        """
        if self.rest:
            self.feed("\n")
        good = len(self.columns[self.wanted[0]])
        question = {} if self.refused else self._question_or_empty()
        if not question:
            self.refused = self.refused or self._refusal_reason_or_empty(good)
        is_read = not self.refused and not question
        return {
            "rows": good,
            "size": _format_row_count(good),
            "bad": self.bad,
            "refused": bool(self.refused),
            "says": self._row_counts_and_columns_sentences(good) if is_read else [self.refused] if self.refused else [],
            "lines": [_bad_line_sentence(line, problem) for line, problem in self.named] if is_read else [],
            "ask": "Skip %s and continue" % _format_row_count(self.bad),
            "used": self._column_uses_and_skipped_lines_text(good),
            "question": question,
        }

    def _row_counts_and_columns_sentences(self, good_rows: int) -> list:
        """How many rows were read and how many cannot be, and which columns were used."""
        says = ["%s read." % _format_row_count(good_rows)] + self._column_use_sentences()
        if self.bad:
            says.append("%s cannot be read." % _format_row_count(self.bad))
        if self.bad > len(self.named):
            says.append("The first %d:" % len(self.named))
        return says

    def _column_use_sentences(self) -> list:
        """Sentences on which columns were read as what, and which were not."""
        says = []
        if self.headers and self.places and self.headers[self.places[0]].lower()[:6] != "y_true":
            one, other = [shorten_for_message(self.headers[place]) for place in self.places]
            what = ("Labels", "scores") if self.scores else ("Actual values", "predictions")
            says.append("%s are in column %s, %s in %s." % (what[0], one, what[1], other))
        positive = self.words.get(1, "1")
        if self.scores and positive not in ("1", "1.0"):
            says.append("Positive: %s." % shorten_for_message(positive))
        ignored = [self.headers[k] for k in range(len(self.headers)) if k not in self.places]
        if ignored:
            says.append("Unused columns: %s." % shorten_column_list(ignored))
        return says

    def _column_uses_and_skipped_lines_text(self, good_rows: int) -> str:
        """How many rows were read, which columns were used as what, and which lines are left out."""
        says = ["%s read." % _format_row_count(good_rows)] + self._column_use_sentences()
        if self.bad:
            lines = ", ".join([format_number(line) for line, _ in self.named])
            words = "%s left out: line%s %s." if self.bad == len(self.named) else "%s left out, the first in line%s %s."
            says.append(words % (_format_row_count(self.bad), "" if self.bad == 1 else "s", lines))
        return " ".join(says)

    def _question_or_empty(self) -> dict:
        """What the reader must say before the file can be read, or {}."""
        if self.width > 1 and self.preview and not self.places:
            return self._build_columns_question()
        if self._must_ask_positive_label():
            return self._build_positive_label_question()
        if self._must_ask_score_scale():
            return _build_score_scale_question(self.most_outside)
        grouped = self.commas.get("thousands") or self.commas.get("either")
        if grouped and not self.commas.get("decimal") and not self.choices.get("comma"):
            return _build_comma_question(grouped)
        return {}

    def _build_columns_question(self) -> dict:
        columns = []
        for k in range(min(len(self.headers), COLUMN_CHOICES)):
            cells = [shorten_for_message(cells[k]) for cells in self.preview if k < len(cells)]
            columns.append("%s: %s" % (shorten_for_message(self.headers[k]), ", ".join(cells)))
        places = [find_unique_column_or_minus_1(name, self.headers) for name in self.wanted]
        return {"text": "Which columns hold your predictions?", "columns": columns, "places": places}

    def _must_ask_positive_label(self) -> bool:
        """Whether the labels are two words, of which at least one does not say whether it is positive."""
        return bool(self.other_labels) and len(self.words) + len(self.other_labels) == 2 and self.labels is LABELS

    def _must_ask_score_scale(self) -> bool:
        """Whether most scores are outside 0 to 1, and all that are could be percentages."""
        are_most = self.outside * 2 > len(self.columns[self.wanted[0]]) + self.bad
        return are_most and self.least_outside >= 0 and self.most_outside <= 100 and not self.choices.get("scores")

    def _build_positive_label_question(self) -> dict:
        words = list(self.words.values()) + list(self.other_labels.values())
        words = sort_ascending(words)  # MicroPython's dicts have no order
        answers: list = []
        for positive, negative in (words, (words[1], words[0])):
            answers.append([{"labels": {positive.lower(): 1, negative.lower(): 0}}, shorten_for_message(positive)])
        return {"text": "Which label is positive?", "answers": answers}

    def add_parsed_rows(self, first_values, second_values) -> None:
        """Add good rows, parsed and checked elsewhere: their values in the two columns, in the order of `wanted`."""
        self.columns[self.wanted[0]].extend(first_values)
        self.columns[self.wanted[1]].extend(second_values)
        self.line += len(second_values)
        self._stop_at_row_limits()

    def _stop_at_row_limits(self) -> None:
        """At many bad rows, stop if a question must be answered, or refuse if none is good. Refuse too many rows."""
        good = len(self.columns[self.wanted[0]])
        if self.bad > HOPELESS and (self._must_ask_positive_label() or self._must_ask_score_scale()):
            self.is_done = True
        elif self.bad > HOPELESS and not good:
            self.refused = self._refusal_reason_or_empty(good)
        if good + self.bad > MOST:
            self.refused = "The file has more than %s rows, which is the limit." % format_number(MOST)

    def _read_rows_and_note_bad_ones(self, lines: list) -> None:
        """Read rows after the header: usual ones here, unusual ones with `_add_unusual_row_or_note_bad`."""
        one, other = self.batch = ([], [])
        (i, j), width, separator, scores = self.places, self.width, self.separator, self.scores
        at, labels, words = self.line, self.labels, self.words
        exponent = "e-2" if self.divisor == 100 else ""  # 46.3 / 100 is not the nearest float to 0.463
        for text in lines:
            at += 1
            cells = text.split(separator)
            try:
                a, b = labels.get(cells[i]) if scores else float(cells[i]), float(cells[j] + exponent)
            except (ValueError, IndexError):
                self._add_unusual_row_or_note_bad(text, at)
                continue
            if scores:
                usual = a is not None and LEAST <= b <= 1
            else:
                usual = LEAST <= abs(a) <= LARGEST and LEAST <= abs(b) <= LARGEST
            if not usual or len(cells) != width or "_" in text:
                self._add_unusual_row_or_note_bad(text, at)
                continue
            if scores and a not in words:
                words[a] = cells[i]
            one.append(a)
            other.append(b)
        self.line = at
        for k in (0, 1):
            self.columns[self.wanted[k]].extend(self.made(self.kinds[k], self.batch[k]))

    def _add_unusual_row_or_note_bad(self, row: str, line_number: int) -> None:
        """Add a row with quotes, decimal commas, zeros or capital letters to the batch, or note that it is bad."""
        if not row.strip():
            return
        if len(row) > LONGEST:
            self.refused = self.refused or _why_line_too_long(line_number)
            return
        cells = split_row(row, self.separator)
        try:
            if len(cells) != self.width:
                raise Unreadable(
                    "it has %s, but the first line has %d" % (format_count(len(cells), "cell"), self.width)
                )
            first_cell, second_cell = cells[self.places[0]], cells[self.places[1]]
            if self.scores:
                label = parse_label_or_raise(first_cell, self.separator != ",", self.labels, self.words)
                self.words.setdefault(label, first_cell.strip())
                found = [label, parse_score_or_raise(second_cell, self.divisor)]
            else:
                found = []
                for cell in (first_cell, second_cell):
                    self._keep_first_number_by_comma_meaning(cell)
                    found.append(self._parse_number_or_raise(cell))
        except Unreadable as problem:
            self._note_bad_row(line_number, problem)
            return
        for k in (0, 1):
            self.batch[k].append(found[k])

    def _parse_number_or_raise(self, cell: str) -> float:
        """The number in a cell, with commas read as the reader has said; raises Unreadable where it has none."""
        if self.separator == ",":
            return parse_float_up_to_1e15_or_raise(cell, allow_decimal_comma=False)
        return parse_float_up_to_1e15_or_raise(self._remove_thousands_commas_if_chosen(cell), allow_decimal_comma=True)

    def _keep_first_number_by_comma_meaning(self, cell: str) -> None:
        """Keep the first number whose commas have a given meaning, unless commas separate the columns."""
        meaning = "" if self.separator == "," else comma_meaning(cell)
        if meaning and meaning not in self.commas:
            self.commas[meaning] = cell.strip()

    def _remove_thousands_commas_if_chosen(self, cell: str) -> str:
        """The cell, without its commas if the reader has said that these separate thousands.

        Raises Unreadable if they cannot.
        """
        if self.choices.get("comma") != "thousands":
            return cell
        if comma_meaning(cell) == "decimal":
            raise Unreadable("the comma in %s does not separate thousands" % shorten_for_message(cell))
        return cell.replace(",", "")

    def _note_bad_row(self, line_number: int, problem: Unreadable) -> None:
        self.bad += 1
        if problem.outside is not None:
            self.outside += 1
            self.least_outside = min(self.least_outside, problem.outside)
            self.most_outside = max(self.most_outside, problem.outside)
        if problem.label and len(self.other_labels) < 3 and problem.label.lower() not in self.other_labels:
            self.other_labels[problem.label.lower()] = problem.label
        if len(self.named) < NAMED:
            self.named.append([line_number, str(problem)])

    def _read_first_line(self, line: str) -> None:
        """The first line with anything in it: a header, or already a row."""
        self.line += 1
        line = line.replace("\ufeff", "")
        if not line.strip():
            return
        if len(line) > LONGEST:
            self.refused = _why_line_too_long(self.line)
            return
        self.separator = ";" if ";" in line else "\t" if "\t" in line else ","
        cells = split_row(line, self.separator)
        self.width = len(cells)
        places = self.choices.get("places")
        if not has_only_numbers_or_labels(cells, self.separator != ","):
            self.headers = cells
            places = places or [find_unique_column_or_minus_1(name, cells) for name in self.wanted]
            if places[0] != places[1] and min(places) >= 0:
                self.places = tuple(places)
        elif places or self.width == 2:
            self.places = tuple(places or (0, 1))
            self.line -= 1
            self._read_rows_and_note_bad_ones([line])
        else:
            self.headers = ["column %d" % (k + 1) for k in range(self.width)]
            self._read_preview_line(line)

    def _read_preview_line(self, line: str) -> None:
        """Keep a line for the preview of the columns; stop after the last. Refuse the file if a line is too long."""
        if len(line) > LONGEST:
            self.refused = _why_line_too_long(self.line + len(self.preview) + 1)
        elif line.strip():
            self.preview.append(split_row(line, self.separator))
        self.is_done = len(self.preview) >= PREVIEW

    def _refusal_reason_or_empty(self, good_rows: int) -> str:
        """Why the file as a whole cannot be used; an empty string if it can."""
        if self.outside * 2 > good_rows + self.bad:
            return (
                "%s of %s scores are not between 0 and 1. They look like decision values. Save probabilities instead."
                % (format_number(self.outside), format_number(good_rows + self.bad))
            )
        if self.width == 1:
            return "The file has only one column. It must have two: %s." % " and ".join(self.wanted)
        if not good_rows:
            return (
                "No row could be read. %s" % _bad_line_sentence(*self.named[0])
                if self.named
                else "The file has no rows."
            )
        if self.scores:
            labels = self.columns[self.wanted[0]]
            if are_all_equal(labels):
                label = self.words.get(labels[0], str(labels[0]))
                head = "All %s have" % _format_row_count(good_rows) if good_rows > 1 else "The only row has"
                return "%s the label %s. The file must have rows of both classes." % (head, shorten_for_message(label))
        return ""


def _why_line_too_long(line_number: int) -> str:
    words = "Line %s is longer than %s characters, which is the limit. Save only the two columns."
    return words % (format_number(line_number), format_number(LONGEST))


def _bad_line_sentence(line: int, problem: str) -> str:
    return "Line %s: %s." % (format_number(line), problem)


def _build_comma_question(number: str) -> dict:
    """number: one with a comma, as in 1,234."""
    grouped, point = number.replace(",", ""), number.replace(",", ".", 1)
    texts = [("thousands", "A separator of thousands: %s is %s" % (number, grouped))]
    if number.count(",") == 1 and "." not in number:
        texts.append(("decimal", "A decimal comma: %s is %s" % (number, point)))
    return {"text": "What is the comma in %s?" % number, "answers": [[{"comma": name}, text] for name, text in texts]}


def _build_score_scale_question(highest: float) -> dict:
    text = "Your scores go up to %s. Are they percentages?" % ("%.6g" % highest)
    answers = [[{"scores": "percentages"}, "Yes, divide by 100"], [{"scores": "other"}, "No"]]
    return {"text": text, "answers": answers}


def _format_row_count(count: int) -> str:
    return format_count(count, "row")
