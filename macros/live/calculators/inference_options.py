"""Which SageMaker inference options remain for a workload, which limit rules out each other one, and which fits best.

The limits are ledger facts. A megabyte is 2**20 bytes, as in the service: its limit of 6 MB is 6,291,456 bytes.
"""

import math

from ..arithmetic import format_number
from ..fields import select_field_spec
from ..figures.limit_bars import limit_bars_on_log_axis

TITLE = "Inference option chooser"
PURPOSE = "Describe your requests to see which limit rules out an option, and which of the remaining options fits best."
LIST_ENTRY = ("Inference option chooser", "describe your requests, and see which SageMaker inference option fits.")

OPTIONS = (
    ("batch", "Batch transform"),
    ("async", "Asynchronous inference"),
    ("serverless", "Serverless inference"),
    ("realtime", "Real-time inference"),
)
# (option, quantity, fact with the limit)
LIMITS = (
    ("batch", "payload", "batch-max-mini-batch"),
    ("batch", "time", "batch-max-invocation"),
    ("async", "payload", "async-max-payload"),
    ("async", "time", "async-max-run"),
    ("serverless", "payload", "serverless-max-payload"),
    ("serverless", "time", "serverless-max-run"),
    ("serverless", "memory", "serverless-max-memory"),
    ("serverless", "concurrency", "serverless-max-concurrency"),
    ("realtime", "payload", "realtime-max-payload"),
    ("realtime", "time", "realtime-max-run"),
)
# (option, quantity, fact with the default that must be raised for larger values, what to raise)
DEFAULTS = (
    ("batch", "payload", "batch-default-mini-batch", "the mini-batch size (MaxPayloadInMB)"),
    ("batch", "time", "batch-default-invocation", "the timeout of an invocation"),
    ("async", "time", "async-default-run", "the timeout of a request"),
)
STREAMED, TESTED = "realtime-max-stream", "realtime-api-max-body"
FACTS = tuple([fact for _, _, fact in LIMITS] + [fact for _, _, fact, _ in DEFAULTS] + [STREAMED, TESTED])
# a fact's unit in megabytes, seconds or requests
UNITS = {"bytes": 1 / 1048576, "MB": 1, "GB": 1024, "s": 1, "min": 60, "h": 3600, "concurrent invocations": 1}
# quantity -> (its name in a sentence, its unit, the words of a limit)
QUANTITIES = {
    "payload": ("The payload of %s", "MB", "payload above %s"),
    "time": ("The processing time of %s", "seconds", "processing time above %s"),
    "memory": ("The memory of %s", "GB", "memory above %s"),
    "concurrency": ("About %s", "concurrent requests", "more than %s concurrent requests"),
}
# (quantity, ends of the axis of its figure, its ticks)
AXES = (
    ("payload", (0.001, 10000.0), ((0.001, "1 KB"), (1, "1 MB"), (1024, "1 GB"))),
    ("time", (0.01, 100000.0), ((0.01, "0.01 s"), (1, "1 s"), (60, "1 min"), (3600, "1 h"))),
)
# why a property of the workload rules out an option: in short, in a sentence, and what to change
REASONS = {
    "gpu": ("no GPU", "It has no GPU.", "run the model without a GPU"),
    "location": (
        "a user waits",
        "A user waits, and the response contains only an S3 location.",
        "have a process retrieve the response from S3 later",
    ),
    "job": (
        "a user waits",
        "A user waits, and a job has no endpoint that returns a response.",
        "collect all inputs in S3 and do not make anyone wait for the results",
    ),
    "arrival": (
        "requests arrive one at a time",
        "Requests arrive one at a time, and a job needs all inputs at the start.",
        "collect all inputs in S3 before the work starts",
    ),
}


def _number_field_spec(name: str, short: str, unit: str, most: float, default: float) -> dict:
    words = "%s (%s)" % (short, unit) if unit else short
    field: dict = {"name": name, "label": words, "short": short, "kind": "number"}
    field.update({"range": (0, most), "default": default})
    return field


WAITING = (("user", "a user"), ("process", "a process, later"), ("nobody", "no one: data in S3"))
TRAFFIC = (("steady", "steady"), ("intermittent", "intermittent"), ("together", "all at a set time"))
FIELDS = (
    select_field_spec("who", "Who waits?", WAITING, "nobody"),
    _number_field_spec("payload", "Payload", "MB", 10**6, 8),
    _number_field_spec("time", "Processing time", "s", 10**6, 5),
    select_field_spec("gpu", "GPU needed?", (("no", "no"), ("yes", "yes")), "no"),
    _number_field_spec("memory", "Model memory", "GB", 10**4, 3),
    select_field_spec("traffic", "Traffic", TRAFFIC, "together"),
    _number_field_spec("rate", "Requests per second", "", 10**6, 2),
)


def compute(values: dict, prepared=None, facts=None) -> dict:
    """Reasons against each option, the options that remain, and the best of them (or None).

    values: payload in MB, time in seconds, memory in GB, rate in requests per second, and the names of who, gpu and
    traffic. facts: the ledger's entries for FACTS, each {"text", "value", "unit", "seen"};
    "seen" is a date as readers see it.
    """
    result: dict = dict(values)
    result["facts"] = facts
    result["concurrency"] = values["rate"] * values["time"]
    result["against"] = {}
    for option, _ in OPTIONS:
        result["against"][option] = _exceeded_quantity_fact_pairs(option, result)
        other_reason = _workload_reason_key_or_empty(option, values)
        if other_reason:
            result["against"][option].append((other_reason, ""))
    result["remaining"] = [option for option, _ in OPTIONS if not result["against"][option]]
    result["idle"] = values["who"] != "nobody" and values["rate"] == 0
    ranked = [option for option in _options_by_preference(values) if option in result["remaining"]]
    result["best"] = ranked[0] if ranked and not result["idle"] else None
    return result


def _exceeded_quantity_fact_pairs(option: str, result: dict) -> list:
    """(quantity, id of the fact with its limit) of each limit of the option that the workload exceeds."""
    own = [(quantity, fact) for limited, quantity, fact in LIMITS if limited == option]
    if result["who"] == "nobody":  # the sender of the data chooses the rate
        own = [(quantity, fact) for quantity, fact in own if quantity != "concurrency"]
    return [(quantity, fact) for quantity, fact in own if _is_above_limit(result, quantity, fact)]


def _is_above_limit(result: dict, quantity: str, limit_fact_id: str) -> bool:
    """Whether the reader's value is above the limit, by a difference that the page shows."""
    return result[quantity] - limit_value_in_field_unit(result["facts"][limit_fact_id], quantity) >= 1e-6


def limit_value_in_field_unit(limit_fact: dict, quantity: str) -> float:
    """The value of a limit as a float in the unit of the quantity's field."""
    value = float(limit_fact["value"]) * UNITS[limit_fact["unit"]]
    return value / UNITS["GB"] if quantity == "memory" else value


def _workload_reason_key_or_empty(option: str, values: dict) -> str:
    """The key in REASONS of what rules the option out: the GPU, who waits or the traffic; empty if none does."""
    if option == "serverless" and values["gpu"] == "yes":
        return "gpu"
    if values["who"] == "user":
        return {"async": "location", "batch": "job"}.get(option, "")
    if option == "batch" and values["who"] == "process" and values["traffic"] != "together":
        return "arrival"
    return ""


def _options_by_preference(values: dict) -> tuple:
    """The names of all options, best first, as if no limit ruled out any of them."""
    endpoints = ("realtime", "serverless") if values["traffic"] == "steady" else ("serverless", "realtime")
    if values["who"] == "user":
        return endpoints + ("async", "batch")
    return ("batch", "async") + endpoints


def view(result: dict) -> dict:
    """Sentence, a row with reasons for each option, and two figures of limits with their tables."""
    says, figures, tables = {"result": _best_and_ruled_out_options_text(result)}, {}, {}
    for quantity, ends, ticks in AXES:
        says[quantity] = _options_with_exceeded_limit_sentence(result, quantity)
        reader_value = (_reader_value_text(result, quantity), result[quantity])
        figures[quantity] = limit_bars_on_log_axis(
            _option_limits_and_whether_exceeded(result, quantity), reader_value, ends, ticks
        )
        tables[quantity] = _limit_and_reader_value_table_rows(result, quantity)
    rows = [_option_verdict_row(option, label, result) for option, label in OPTIONS]
    return {"says": says, "table": [["Option", "Result"]] + rows, "figures": figures, "tables": tables}


def _option_limits_and_whether_exceeded(result: dict, quantity: str) -> list:
    """(words, limit, whether the reader's value is above it) of each option; a phone has room for a short name."""
    return [
        (
            "%s: %s" % (label.replace(" inference", ""), result["facts"][fact]["text"]),
            limit_value_in_field_unit(result["facts"][fact], quantity),
            _is_above_limit(result, quantity, fact),
        )
        for _, label, fact in _option_label_fact_triples(quantity)
    ]


def _reader_value_text(result: dict, quantity: str) -> str:
    """What the reader entered for the quantity, with its unit."""
    return "%s %s" % (_format_up_to_6_decimals(result[quantity]), QUANTITIES[quantity][1])


def _best_and_ruled_out_options_text(result: dict) -> str:
    """What fits best and why, or what to change; and what rules out the others."""
    if result["idle"]:
        return "Undefined: there are no requests, so you do not need an endpoint. Enter a number of requests above 0."
    against = [(option, label) for option, label in OPTIONS if result["against"][option]]
    ruled_out = [
        "%s (%s)" % (_lowercase_first_letter(label), _why_ruled_out(result, option)) for option, label in against
    ]
    if not result["best"]:
        return "**No option remains.** %s" % _fewest_changes_sentences(result)
    text = "**%s** fits best. %s" % (dict(OPTIONS)[result["best"]], _why_best(result))
    return text + " Ruled out: %s." % "; ".join(ruled_out) if ruled_out else text + " No limit is exceeded."


def _lowercase_first_letter(label: str) -> str:
    return label[:1].lower() + label[1:]


def _join_with_and(words: list) -> str:
    """Words as an enumeration: a, b, and c."""
    if len(words) < 3:
        return " and ".join(words)
    return "%s, and %s" % (", ".join(words[:-1]), words[-1])


def _why_ruled_out(result: dict, option: str) -> str:
    """What rules out an option, as a phrase without the reader's numbers."""
    phrases = []
    for reason, fact in result["against"][option]:
        phrases.append(QUANTITIES[reason][2] % result["facts"][fact]["text"] if fact else REASONS[reason][0])
        if (option, reason) == ("batch", "payload"):
            phrases[-1] += " without chunked encoding"
    return _join_with_and(phrases)


def _why_best(result: dict) -> str:
    """Why the best option is better than the others that remain."""
    best, who, traffic = result["best"], result["who"], result["traffic"]
    if best == "batch" and who == "nobody":
        return "All data is in S3, so traffic does not matter: one job processes it and then releases its instances."
    if best == "batch":
        return "All requests are available at the set time, so one job processes them and then releases its instances."
    if best == "async" and who == "nobody":
        return (
            "No one waits, and its limits allow larger requests than a batch transform job. Send one request per file."
        )
    if best == "async":
        return "The response can wait, so a queue holds the requests, and the endpoint can scale to zero."
    if best == "serverless":
        return "It costs nothing in idle periods."
    if who == "user" and traffic == "steady":
        return "A user waits, and steady traffic keeps its instances busy."
    if who == "user":
        return "A user waits, and serverless inference is ruled out. You also pay for the instances in idle periods."
    return "The other options are ruled out."


def _fewest_changes_sentences(result: dict) -> str:
    """Sentences on what to change: one for each option that needs the fewest changes to be allowed."""
    fewest = min([len(result["against"][option]) for option, _ in OPTIONS])
    sentences = []
    for option, label in OPTIONS:
        if len(result["against"][option]) == fewest:
            changes = [
                _how_to_remove_reason_against_option(result, reason, fact) for reason, fact in result["against"][option]
            ]
            sentences.append("To use %s, %s." % (_lowercase_first_letter(label), _join_with_and(changes)))
    if fewest > 1:
        sentences = ["Every option needs %s changes or more." % format_number(fewest)] + sentences
    elif len(sentences) > 1:
        sentences = ["Change one thing."] + sentences
    return " ".join(sentences)


def _how_to_remove_reason_against_option(result: dict, reason_key: str, limit_fact_id_or_empty: str) -> str:
    """The change that removes a reason against an option, as in "reduce the payload to 4 MB or less"."""
    if not limit_fact_id_or_empty:
        return REASONS[reason_key][2]
    nouns = {"payload": "the payload", "time": "the processing time", "memory": "the memory"}
    limit = result["facts"][limit_fact_id_or_empty]["text"]
    if reason_key == "concurrency":
        return "send at most %s concurrent requests" % limit
    return "reduce %s to %s or less" % (nouns[reason_key], limit)


def _option_verdict_row(option: str, label: str, result: dict) -> dict:
    """An option with its result: each reason against it in a sentence, or how to set it up if it is used."""
    lines = [
        _reason_against_sentence(result, reason, fact) + _limit_exception_sentence_or_empty(result, option, reason)
        for reason, fact in result["against"][option]
    ]
    if lines:
        lines[0] = "**Ruled out.** " + lines[0]
    else:
        verdict = "Fits best." if option == result["best"] else "Possible."
        advice = _setup_advice_sentences(result, option) or ["No limit is exceeded."]
        lines = ["**%s** %s" % (verdict, " ".join(advice))]
    return {"cells": [label, {"lines": lines, "span": 1}], "mark": "goal" if option == result["best"] else ""}


def _reason_against_sentence(result: dict, reason_key: str, limit_fact_id_or_empty: str) -> str:
    """One reason against an option: the reader's value and the limit that it exceeds, or what the option lacks."""
    if not limit_fact_id_or_empty:
        return REASONS[reason_key][1]
    mine = QUANTITIES[reason_key][0] % _reader_value_text(result, reason_key)
    verb = "are" if reason_key == "concurrency" else "is"
    limit = _option_limit_text(result["facts"][limit_fact_id_or_empty], reason_key)
    return "%s %s above the limit of %s." % (mine, verb, limit)


def _option_limit_text(limit_fact: dict, quantity: str) -> str:
    """The text of a limit, with its value in the unit of the field if that differs."""
    value = _format_up_to_6_decimals(limit_value_in_field_unit(limit_fact, quantity))
    same = value == _format_up_to_6_decimals(float(limit_fact["value"]))
    return limit_fact["text"] if same else "%s (%s %s)" % (limit_fact["text"], value, QUANTITIES[quantity][1])


def _limit_exception_sentence_or_empty(result: dict, option: str, exceeded_quantity: str) -> str:
    """After a space, that an exceeded limit does not hold for streaming or chunked encoding; or an empty string."""
    streamed = result["facts"][STREAMED]["text"]
    if option == "realtime" and exceeded_quantity == "time" and not _is_above_limit(result, "time", STREAMED):
        return " A streamed response can take up to %s." % streamed
    if option == "batch" and exceeded_quantity == "payload":
        return " Only a container that supports HTTP chunked encoding can receive larger records."
    return ""


def _setup_advice_sentences(result: dict, option: str) -> list:
    """What to set or to test if the option is used; none if its defaults are enough."""
    facts, sentences = result["facts"], []
    for limited, quantity, fact, what in DEFAULTS:
        if limited == option and _is_above_limit(result, quantity, fact):
            sentences.append("Raise %s above its default of %s." % (what, facts[fact]["text"]))
    if option == "realtime" and _is_above_limit(result, "payload", TESTED):
        sentences.append("Test this payload: the API reference gives a limit of %s." % facts[TESTED]["text"])
    if option == "serverless" and result["who"] != "nobody":
        most = max(1, int(math.ceil(result["concurrency"] - 1e-6)))
        sentences.append("Set the maximum concurrency to at least %s." % format_number(most))
        if result["who"] == "user":
            sentences.append("The first request after an idle period has a cold start.")
    return sentences


def _format_up_to_6_decimals(x: float) -> str:
    """A number with up to six decimals, without zeros at its end."""
    text = format_number(x, 6).rstrip("0").rstrip(".")
    return "less than 0.000001" if text == "0" and x > 0 else text


def _options_with_exceeded_limit_sentence(result: dict, quantity: str) -> str:
    """A sentence on the reader's value and the options whose limit it exceeds."""
    names = [
        label for _, label, fact in _option_label_fact_triples(quantity) if _is_above_limit(result, quantity, fact)
    ]
    value_text = _reader_value_text(result, quantity)
    if not names:
        return value_text + " is within the limits of all options."
    if len(names) == len(OPTIONS):
        return value_text + " is above the limits of all options."
    options = _join_with_and([_lowercase_first_letter(label) for label in names])
    return "%s is above the limit of %s." % (value_text, options)


def _option_label_fact_triples(quantity: str) -> list:
    """(option, its label, id of the fact) for each option that has a limit on the quantity."""
    labels = dict(OPTIONS)
    return [(option, labels[option], fact) for option, limited, fact in LIMITS if limited == quantity]


def _limit_and_reader_value_table_rows(result: dict, quantity: str) -> list:
    """Head and rows of the table below a figure: each option's limit and the reader's value."""
    value_text = _reader_value_text(result, quantity)
    rows: list = [["Option", "Limit", "Your value", "Limit read on"]]
    for _, label, fact in _option_label_fact_triples(quantity):
        entry = result["facts"][fact]
        above = _is_above_limit(result, quantity, fact)
        rows.append([label, entry["text"], value_text + (", above" if above else ""), entry["seen"]])
    return rows


def _preset_values(who: str, payload: float, time: float, gpu: str, memory: float, traffic: str, rate: float) -> dict:
    return {
        "who": who,
        "payload": payload,
        "time": time,
        "gpu": gpu,
        "memory": memory,
        "traffic": traffic,
        "rate": rate,
    }


PALLETS = _preset_values("nobody", 8, 5, "no", 3, "together", 2)
RIDES = _preset_values("user", 0.01, 0.1, "no", 2, "steady", 60)
ROOMS = _preset_values("user", 3, 2, "no", 4, "intermittent", 0.5)
DRONES = _preset_values("process", 1800, 900, "yes", 8, "intermittent", 0.01)
PRESETS: tuple = (
    {
        "name": "pallets",
        "label": "Pallet photos",
        "about": "Made-up example: every night, a logistics company checks that day's pallet photos. All of them "
        "are in S3.",
        "values": PALLETS,
    },
    {
        "name": "rides",
        "label": "Arrival times",
        "about": "Made-up example: a taxi app predicts the arrival time of the car while the passenger waits.",
        "values": RIDES,
    },
    {
        "name": "rooms",
        "label": "Hotel photos",
        "about": "Made-up example: a travel site checks photos that hotels upload now and then, and the hotel's "
        "employee waits.",
        "values": ROOMS,
    },
    {
        "name": "drones",
        "label": "Drone videos",
        "about": "Made-up example: a utility uses drone videos to inspect power lines. Another program collects "
        "the results later.",
        "values": DRONES,
    },
)
_FEEDBACK = (
    "Of the two options that return the prediction in the response, serverless inference accepts payloads up to 4 MB, "
    "and real-time inference accepts payloads up to 25 MB. An asynchronous endpoint returns only an S3 location."
)
PREDICT = {
    "question": "All pallet photos are in S3 and no one waits, so batch transform fits best. The company now wants to "
    "check each photo of 8 MB when a truck arrives, which happens now and then, and the driver waits for the result. "
    "Which option fits best?",
    "choices": (
        ("serverless", "Serverless", _FEEDBACK),
        ("async", "Asynchronous", _FEEDBACK),
        ("realtime", "Real-time", _FEEDBACK),
    ),
    "key": "realtime",
    "then": _preset_values("user", 8, 5, "no", 3, "intermittent", 2),
}


def _async_goal_reached_and_text(values: dict, result: dict) -> tuple[bool, str]:
    """(whether the goal is reached, text): asynchronous fits best, and one number differs from an example."""
    if result["best"] != "async":
        return False, _best_option_instead_of_async_clause(result) + "."
    example = _preset_with_one_number_changed(values)
    if example:
        return True, "you changed one number of the example %s." % example["label"]
    return False, "asynchronous inference fits best, but these values differ from each example in more than one number."


def _preset_with_one_number_changed(values: dict) -> dict | None:
    """The preset from which the values differ in one number and nothing else; None if there is none."""
    numbers = [field["name"] for field in FIELDS if field["kind"] == "number"]
    for preset in PRESETS:
        changed = [field["name"] for field in FIELDS if values[field["name"]] != preset["values"][field["name"]]]
        if len(changed) == 1 and changed[0] in numbers:
            return preset
    return None


def _best_option_instead_of_async_clause(result: dict) -> str:
    """What fits best instead, as the start of a sentence without a period."""
    if result["idle"]:
        return "there are no requests"
    found = (
        "%s fits best" % _lowercase_first_letter(dict(OPTIONS)[result["best"]])
        if result["best"]
        else "no option remains"
    )
    if result["who"] == "user":
        found += ", and asynchronous inference does not suit a user who waits"
    return found


GOALS = (
    {
        "text": "choose an example and change one number so that asynchronous inference fits best.",
        "reached": _async_goal_reached_and_text,
    },
)
TAKEAWAY = (
    "First ask who waits for the response. Then compare the requests with the hard limits of each option: if the "
    "requests exceed even one limit, that option is ruled out."
)
FIGURES = (
    {
        "name": "payload",
        "caption": "Each bar ends at the largest payload of the option, which is one mini-batch for batch transform. A "
        "hatched bar ends before your payload.",
        "twin": "Payload limits",
    },
    {
        "name": "time",
        "caption": "Each bar ends at the longest processing time of one request. A hatched bar ends before yours.",
        "twin": "Time limits",
    },
)
EXAMPLES = (
    (PALLETS, "Batch transform fits best."),
    (PALLETS, "Ruled out: serverless inference (payload above 4 MB)."),
    (PALLETS, "Raise the mini-batch size (MaxPayloadInMB) above its default of 6 MB."),
    (PALLETS, "Test this payload: the API reference gives a limit of 6,291,456 bytes."),
    (dict(PALLETS, payload=101), "The payload of 101 MB is above the limit of 100 MB."),
    (dict(PALLETS, payload=101), "Asynchronous inference fits best. No one waits"),
    (dict(PALLETS, payload=101), "batch transform (payload above 100 MB without chunked encoding)"),
    (RIDES, "Real-time inference fits best. A user waits, and steady traffic"),
    (RIDES, "A user waits, and the response contains only an S3 location."),
    (dict(RIDES, rate=2001), "About 200.1 concurrent requests are above the limit of 200."),
    (dict(RIDES, rate=0), "Undefined: there are no requests"),
    (ROOMS, "Serverless inference fits best. It costs nothing in idle periods."),
    (dict(ROOMS, gpu="yes"), "It has no GPU."),
    (dict(ROOMS, memory=6.5), "The memory of 6.5 GB is above the limit of 6 GB."),
    (dict(ROOMS, time=61), "No option remains. Change one thing."),
    (dict(ROOMS, time=61), "A streamed response can take up to 8 minutes."),
    (DRONES, "The payload of 1,800 MB is above the limit of 1 GB (1,024 MB)."),
    (DRONES, "No option remains. To use asynchronous inference, reduce the payload to 1 GB or less."),
    (dict(DRONES, payload=1024), "Asynchronous inference fits best. The response can wait"),
    (dict(DRONES, payload=1024, time=3601), "3,601 seconds is above the limit of 60 minutes (3,600 seconds)."),
    (dict(DRONES, payload=90, traffic="together"), "Batch transform fits best. All requests are available"),
)
