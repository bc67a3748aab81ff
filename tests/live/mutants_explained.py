"""Planted faults that no test can notice, because they are none: the line as `tests.live.mutants` prints it -> why."""

IN_MICROPYTHON = "CPython refuses or rounds by itself what this guards MicroPython from; test_runtimes.py asks there"
EVEN = "9e15 is even, so it is no tie either way"
QUICKER = "three digits are one group; not to group them is only quicker"
TRUTH = "only whether it is anything is asked"
EXPLAINED: dict[str, str] = {
    'arithmetic.x_float_or_inf_or_none: - digits = [letter for letter in text.lower().partition("e")[0] if letter in DIGITS] + digits = [letter for letter in text.upper().partition("e")[0] if letter in DIGITS]': IN_MICROPYTHON,
    'arithmetic.x_float_or_inf_or_none: - digits = [letter for letter in text.lower().partition("e")[0] if letter in DIGITS] + digits = [letter for letter in text.lower().partition("XXeXX")[0] if letter in DIGITS]': IN_MICROPYTHON,
    'arithmetic.x_float_or_inf_or_none: - digits = [letter for letter in text.lower().partition("e")[0] if letter in DIGITS] + digits = [letter for letter in text.lower().partition("E")[0] if letter in DIGITS]': IN_MICROPYTHON,
    'arithmetic.x_float_or_inf_or_none: - if not digits or [letter for letter in text if letter not in DIGITS + ".-+eE"]: + if not digits or [letter for letter in text if letter not in DIGITS + "XX.-+eEXX"]:': "float() refuses a text with an X",
    "arithmetic.x_total: - if abs(sum_so_far) >= abs(value): + if abs(sum_so_far) > abs(value):": "of two equally large numbers either may stand first: nothing is lost, or the same",
    "arithmetic.x_sort_ascending: - if direction < 0: + if direction <= 0:": "what is mixed is scattered and sorted whichever end comes first",
    "arithmetic.x_sort_ascending: - if direction < 0: + if direction < 1:": "what is mixed is scattered and sorted whichever end comes first",
    "arithmetic.x_sort_direction: - up = down = 0 + up = down = None": TRUTH,
    "arithmetic.x_sort_direction: - down = 1 + down = 2": TRUTH,
    "arithmetic.x_sort_direction: - up = 1 + up = 2": TRUTH,
    'arithmetic.x_format_fixed: - return format_tie_to_even(x, digits) if y % 2 == 1 and abs(y) < 9e15 else "%.*f" % (digits, x) '
    '+ return format_tie_to_even(x, digits) if y % 2 == 1 and abs(y) <= 9e15 else "%.*f" % (digits, x)': EVEN,
    'arithmetic.x_format_fixed: - return format_tie_to_even(x, digits) if y % 2 == 1 and abs(y) < 9e15 else "%.*f" % (digits, x) '
    '+ return format_tie_to_even(x, digits) if y % 2 == 1 and abs(y) < 9000000000000001.0 else "%.*f" % (digits, x)': EVEN,
    'arithmetic.x_format_tie_to_even: - whole = ("-" if tie < 0 else "") + str(n // scale) '
    '+ whole = ("-" if tie <= 0 else "") + str(n // scale)': "0 is no tie, so it does not come here",
    "arithmetic.x_format_number: - return sign + (whole if len(whole) <= 3 else _group_thousands(whole)) + point + tail "
    "+ return sign + (whole if (len(whole) <= 3) and False else _group_thousands(whole)) + point + tail": QUICKER,
    "arithmetic.x_format_number: - return sign + (whole if len(whole) <= 3 else _group_thousands(whole)) + point + tail "
    "+ return sign + (whole if len(whole) < 3 else _group_thousands(whole)) + point + tail": QUICKER,
    'arithmetic.x_format_number: - sign = "\\u2212" if x < 0 and text.strip("0.") else "" '
    '+ sign = "\\u2212" if x <= 0 and text.strip("0.") else ""': "nothing is left of the text of 0, so it gets no sign",
    'arithmetic.x_format_number: - sign = "\\u2212" if x < 0 and text.strip("0.") else "" '
    '+ sign = "\\u2212" if x < 0 and text.strip("XX0.XX") else ""': "the text of a number holds no X",
    'x___getattr__: - return getattr(__import__(__name__ + ".names", None, None, ["METRICS"]), name) '
    '+ return getattr(__import__(__name__ + ".names", None, None, ["XXMETRICSXX"]), name)': "any name makes "
    "__import__ give the file itself; it need not be there",
    'x___getattr__: - return getattr(__import__(__name__ + ".names", None, None, ["METRICS"]), name) '
    '+ return getattr(__import__(__name__ + ".names", None, None, ["metrics"]), name)': "as above",
    "ranking.x_rank_next_distinct_scores: - score = p if p > n else n + score = p if p >= n else n": "of two equals either will do",
    'averaging.x__average_by_label: - return _weighted_nanmean(shares, [tally[2] if average == "weighted" else 1 for tally in tallies]) '
    '+ return _weighted_nanmean(shares, [tally[2] if average == "weighted" else 2 for tally in tallies])': "equal weights are "
    "equal weights",
    "curves.x__area_up_to: - while fpr[k] <= max_fpr: + while fpr[k] < max_fpr:": "a point at the limit ends the last whole "
    "part, or a cut part as wide as the whole",
    'macros.bank.scoring.x_parse_typed_number: - typed = typed_text.strip(SPACE) if len(typed_text) <= LONGEST else "x" + typed = typed_text.strip(SPACE) if len(typed_text) <= LONGEST else "XXxXX"': "no number either way",
    'macros.bank.scoring.x_parse_typed_number: - typed = typed_text.strip(SPACE) if len(typed_text) <= LONGEST else "x" + typed = typed_text.strip(SPACE) if len(typed_text) <= LONGEST else "X"': "no number either way",
    'macros.bank.scoring.x_parse_typed_number: - after = found[4] if found else "" + after = found[4] if found else "XXXX"': "used only if a number was found",
    'macros.bank.scoring.x__float_of_parts: - if size == float("inf"): + if size == float("INF"):': "the same number",
    'macros.bank.scoring.x__normalize_text: - return " ".join(unicodedata.normalize("NFKC", text).lower().split()) + return "XX XX".join(unicodedata.normalize("NFKC", text).lower().split())': "the key and the response are joined alike",
    "macros.bank.scoring.x__score_share_of_ordered_pairs: - right = [bool(response.index(first) < response.index(second)) for first, second in pairs] + right = [bool(response.index(first) <= response.index(second)) for first, second in pairs]": "two ids are never in one place",
    'arithmetic.x_divide_by_100_exactly: - return number / 100 if "e" in number_text.lower() else float(number_text + "e-2") + return number / 100 if "e" in number_text.lower() else float(number_text + "E-2")': "the same number",
    "arithmetic.x_metric_against_minimum_text: - while digits < 17 and format_fixed(value, digits) == format_fixed(minimum, digits): "
    "+ while digits <= 17 and format_fixed(value, digits) == format_fixed(minimum, digits):": "17 digits tell any two shares of at least 0.1 apart",
    "arithmetic.x_metric_against_minimum_text: - while digits < 17 and format_fixed(value, digits) == format_fixed(minimum, digits): "
    "+ while digits < 18 and format_fixed(value, digits) == format_fixed(minimum, digits):": "17 digits tell any two shares of at least 0.1 apart",
    "arithmetic.x_format_count: ": "another default, which mutmut plants where no call meets it",
}
