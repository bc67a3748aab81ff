"""Rows of a CSV file as columns, read in pieces: the reader's own file in the browser, an example file in the build.

The rules for heads, marks and numbers stand in `docs/contributing/metrics.md`, the words for what is refused here.
A row that cannot be read is counted and named by its line; whether it may be left out is for the reader to say.
"""

from .arithmetic import LEAST, format_number
from .cell_values import LARGEST, Unreadable, parse_amount, parse_label, parse_score, split_row
from .headers import find_column, is_data_row, list_columns

MOST = 2000000  # rows; more would not fit into a phone's memory
LONGEST = 100000  # letters in a line: a file without line ends would fill the memory as one
HOPELESS = 10000  # bad rows, if there is no good one among them
NAMED = 20  # bad rows that are shown with their lines
NO_TEXT = "This is not a text file. Save the table as a CSV file, and choose that file."


class Reader:
    """Reads a file piece by piece: `feed` its text in order, then `end`.

    wanted: names of the two columns, "y_true" with "y_score" (labels 0 or 1, scores in [0, 1]) or with "y_pred"
    (amounts, see `cells`). lines: about how many the file has, for `words`.
    made: makes a column from its kind, "b" for labels and "d" for floats, and a list: a million floats in an array take
    a third of the room.
    `columns` holds what was read: {"y_true": column of n, the other: column of n}.
    """

    def __init__(self, wanted: tuple, lines: int = 0, made=lambda kind, values: values):
        self.wanted = wanted
        self.lines = lines
        self.made = made
        self.scores = "y_score" in wanted
        self.kinds = ("b" if self.scores else "d", "d")
        self.columns: dict = {wanted[k]: made(self.kinds[k], []) for k in (0, 1)}
        self.batch: tuple = ([], [])  # rows that are being read
        self.readers = (parse_label, parse_score) if self.scores else (parse_amount, parse_amount)
        self.rest = ""
        self.line = self.bad = self.outside = self.width = 0
        self.named: list = []  # [line number, what is wrong with it]
        self.head: list = []
        self.ignored: list = []
        self.places: tuple = ()
        self.mark = ","
        self.refused = ""

    def feed(self, text: str) -> None:
        """The next piece of the file; it may end within a row."""
        if not self.places and "\x00" in text:
            self.refused = NO_TEXT
        text = self.rest + text
        held = text[-1:] == "\r"  # the other half of its line end may follow
        if held:
            text = text[:-1]
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.rest = lines.pop() + ("\r" if held else "")
        if len(self.rest) > LONGEST:
            self.refused = _why_line_too_long(self.line + len(lines) + 1)
        while lines and not self.places and not self.refused:
            self._read_first_line(lines.pop(0))
        for at in range(0, len(lines), HOPELESS):
            if not self.refused:
                self._read_rows(lines[at : at + HOPELESS])
                self._check_limits()

    def progress_text(self) -> str:
        """How far the reading is."""
        return "Reading rows: %s of %s" % (format_number(min(self.line, self.lines)), format_number(self.lines))

    def end(self) -> dict:
        """What came of it: how many "rows" were read and how many are "bad"; whether the file is "refused"; and in
        words what it "says", the "lines" that are bad, and what to "ask" the reader.
        """
        if self.rest:
            self.feed("\n")
        good = len(self.columns[self.wanted[0]])
        self.refused = self.refused or self._why_refused(good)
        return {
            "rows": good,
            "bad": self.bad,
            "refused": bool(self.refused),
            "says": [self.refused] if self.refused else self._summary(good),
            "lines": [] if self.refused else [_bad_line_text(named) for named in self.named],
            "ask": "Skip %s and continue" % _count_rows(self.bad),
        }

    def _summary(self, good: int) -> list:
        says = ["%s read." % _count_rows(good)]
        if self.ignored:
            says.append("Unused columns: %s." % list_columns(self.ignored))
        if self.bad:
            says.append("%s cannot be read." % _count_rows(self.bad))
        if self.bad > len(self.named):
            says.append("The first %d:" % len(self.named))
        return says

    def add(self, one, other) -> None:
        """Rows that were read elsewhere and are good: two columns."""
        self.columns[self.wanted[0]].extend(one)
        self.columns[self.wanted[1]].extend(other)
        self.line += len(other)
        self._check_limits()

    def _check_limits(self) -> None:
        good = len(self.columns[self.wanted[0]])
        if self.bad > HOPELESS and not good:
            self.refused = self._why_refused(good)
        if good + self.bad > MOST:
            self.refused = "The file has more than %s rows, which is the limit." % format_number(MOST)

    def _read_rows(self, lines: list) -> None:
        """Read rows after the header: usual ones here, unusual ones with `_read_unusual_row`."""
        one, other = self.batch = ([], [])
        (i, j), width, mark, scores = self.places, self.width, self.mark, self.scores
        at = self.line
        for text in lines:
            at += 1
            cells = text.split(mark)
            try:
                a, b = float(cells[i]), float(cells[j])
            except (ValueError, IndexError):
                self._read_unusual_row(text, at)
                continue
            if scores:
                usual = (a == 1 or cells[i] == "0") and LEAST <= b <= 1
            else:
                usual = LEAST <= abs(a) <= LARGEST and LEAST <= abs(b) <= LARGEST
            if not usual or len(cells) != width or "_" in text:
                self._read_unusual_row(text, at)
                continue
            one.append(int(a) if scores else a)
            other.append(b)
        self.line = at
        for k in (0, 1):
            self.columns[self.wanted[k]].extend(self.made(self.kinds[k], self.batch[k]))

    def _read_unusual_row(self, text: str, at: int) -> None:
        """A row with quotes, decimal commas, zeros, words for labels; or a bad one, or an empty line."""
        if not text.strip():
            return
        if len(text) > LONGEST:
            self.refused = self.refused or _why_line_too_long(at)
            return
        cells = split_row(text, self.mark)
        try:
            if len(cells) != self.width:
                raise Unreadable("it has %d cells, but the first line has %d" % (len(cells), self.width))
            found = [self.readers[k](cells[self.places[k]], self.mark) for k in (0, 1)]
        except Unreadable as problem:
            self._note_bad_row(at, problem)
            return
        for k in (0, 1):
            self.batch[k].append(found[k])

    def _note_bad_row(self, at: int, problem: Unreadable) -> None:
        self.bad += 1
        self.outside += 1 if problem.outside else 0
        if len(self.named) < NAMED:
            self.named.append([at, str(problem)])

    def _read_first_line(self, text: str) -> None:
        """The first line with anything in it: a head, or already a row."""
        self.line += 1
        text = text.replace("\ufeff", "")
        if not text.strip():
            return
        if len(text) > LONGEST:
            self.refused = _why_line_too_long(self.line)
            return
        self.mark = ";" if ";" in text else "\t" if "\t" in text else ","
        cells = split_row(text, self.mark)
        self.width = len(cells)
        if is_data_row(cells, self.mark):
            self._take_two_columns(text)
        else:
            self._find_columns(cells)

    def _take_two_columns(self, text: str) -> None:
        if self.width != 2:
            words = "The file has no column names and %d columns. Without names, it must have exactly two columns: %s."
            self.refused = words % (self.width, " and ".join(self.wanted))
            return
        self.places = (0, 1)
        self.line -= 1
        self._read_rows([text])

    def _find_columns(self, cells: list) -> None:
        places = []
        for name in self.wanted:
            place, self.refused = find_column(name, cells)
            if self.refused:
                return
            places.append(place)
        self.places = tuple(places)
        self.ignored = [cells[k] for k in range(len(cells)) if k not in places]

    def _why_refused(self, good: int) -> str:
        """Why the file as a whole cannot be used, or nothing."""
        if self.outside * 2 > good + self.bad:
            return (
                "%s of %s scores are not between 0 and 1. They look like decision values. Save probabilities instead."
                % (format_number(self.outside), format_number(good + self.bad))
            )
        if not good:
            words = (
                "No row could be read. %s" % _bad_line_text(self.named[0]) if self.named else "The file has no rows."
            )
            return words
        if self.scores:
            labels = self.columns[self.wanted[0]]
            if _are_all_equal(labels):
                words = "All %s rows have the label %d. The file must have rows of both classes."
                return words % (format_number(good), labels[0])
        return ""


def _are_all_equal(values) -> bool:
    first = values[0]
    for value in values:
        if value != first:
            return False
    return True


def _why_line_too_long(at: int) -> str:
    words = "Line %s is longer than %s characters, which is the limit. Save only the two columns."
    return words % (format_number(at), format_number(LONGEST))


def _bad_line_text(named: list) -> str:
    return "Line %s: %s." % (format_number(named[0]), named[1])


def _count_rows(count: int) -> str:
    return "%s row%s" % (format_number(count), "" if count == 1 else "s")
