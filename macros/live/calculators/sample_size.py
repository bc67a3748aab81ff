"""How many users an A/B test needs: the number grows with the inverse square of the smallest difference to detect."""

import math

from ..arithmetic import format_fixed, format_number
from ..fields import select_field_spec
from ..figures.plot import axes, current_point_ring, horizontal_scale, label, plot, polyline, vertical_scale

TITLE = "Sample size of an A/B test"
PURPOSE = (
    "Each version gets half of the users. To see how many users you need, choose the smallest increase that you want "
    "to detect."
)
LIST_ENTRY = (
    "Sample size calculator",
    "change the increase to detect, and see how many users and days an A/B test needs.",
)
# the normal distribution: this many standard deviations leave so much beyond them (on both sides; on one side)
LEVEL_Z = {"0.05": 1.959963984540054, "0.01": 2.5758293035489004, "0.10": 1.6448536269514722}
POWER_Z = {"0.80": 0.8416212335729143, "0.90": 1.2815515655446004, "0.95": 1.6448536269514722}


def _number_field_spec(name: str, label: str, kind: str, least: float, most: float, default: float) -> dict:
    return {"name": name, "label": label, "kind": kind, "range": (least, most), "default": default}


FIELDS = (
    _number_field_spec("now", "Current conversion rate", "share", 0, 1, 0.1),
    _number_field_spec("gain", "Smallest increase to detect", "share", 0, 1, 0.02),
    select_field_spec("level", "Significance level", (("0.05", "5%"), ("0.01", "1%"), ("0.10", "10%"))),
    select_field_spec("power", "Power", (("0.80", "80%"), ("0.90", "90%"), ("0.95", "95%"))),
    _number_field_spec("daily", "Users per day, both versions combined", "count", 1, 10**7, 500),
)


def compute(values: dict, prepared=None, facts=None) -> dict:
    """Users for each version, by the usual two-sided test of two shares, and days; None where no number is enough."""
    result: dict = {"n": None, "days": None, "missing": ""}
    result.update(values)
    result["z"] = LEVEL_Z[values["level"]] + POWER_Z[values["power"]]
    if values["gain"] == 0:
        result["missing"] = "no number of users is enough to detect an increase of 0"
    elif values["now"] + values["gain"] > 1:
        result["missing"] = "the conversion rate would be above 1"
    else:
        result["n"] = users_per_version(values["now"], values["gain"], values["level"], values["power"])
        result["days"] = int(math.ceil(2 * result["n"] / values["daily"]))
    return result


def users_per_version(now: float, gain: float, level: str, power: str) -> int:
    """Users that each version needs.

    now, now + gain: shares in [0, 1], gain > 0. level, power: keys of LEVEL_Z and POWER_Z.
    """
    then, middle = now + gain, now + gain / 2
    null_term = LEVEL_Z[level] * math.sqrt(2 * middle * (1 - middle))
    alternative_term = POWER_Z[power] * math.sqrt(now * (1 - now) + then * (1 - then))
    return max(1, int(math.ceil(((null_term + alternative_term) / gain) ** 2 - 1e-9)))


def view(result: dict) -> dict:
    """Sentence, table and the curve of users against the increase."""
    return {
        "says": {"result": _users_and_days_sentence(result)},
        "table": [["Quantity", "Value"]] + _sample_size_rows(result),
        "figures": {"users": _users_by_increase_plot(result) if result["n"] else None},
        "tables": {"users": [["Increase to detect", "Users for each version"]] + _users_by_increase_rows(result)},
    }


def _users_and_days_sentence(result: dict) -> str:
    if not result["n"]:
        return "Undefined: %s." % result["missing"]
    words = "Each version needs **%s** users, for a total of **%s**. This takes %s with %s users per day."
    days = "one day" if result["days"] == 1 else "**%s** days" % format_number(result["days"])
    return words % (format_number(result["n"]), format_number(2 * result["n"]), days, format_number(result["daily"]))


def _sample_size_rows(result: dict) -> list:
    if not result["n"]:
        return [["Users for each version", "**undefined: %s**" % result["missing"]]]
    return [
        ["Users for each version", format_number(result["n"])],
        ["Users in total", format_number(2 * result["n"])],
        ["Days", format_number(result["days"])],
        ["Sum of the two z-values", format_fixed(result["z"], 2)],
    ]


def _gains_with_users_per_version(result: dict, gain_factors: tuple) -> list:
    """(gain, users for each version) for the chosen gain times each factor, where the share stays at 1 or below."""
    gains = [result["gain"] * each for each in gain_factors if result["now"] + result["gain"] * each <= 1]
    return [(gain, users_per_version(result["now"], gain, result["level"], result["power"])) for gain in gains]


def _users_by_increase_rows(result: dict) -> list:
    if not result["n"]:
        return [["-", result["missing"]]]
    return [
        [format_fixed(gain, 4), format_number(n)]
        for gain, n in _gains_with_users_per_version(result, (0.5, 0.6, 0.75, 1.0, 1.25, 1.5, 2.0))
    ]


def _users_by_increase_plot(result: dict) -> list:
    points = _gains_with_users_per_version(result, tuple([0.5 + k / 20 for k in range(31)]))
    here = (result["gain"], result["n"])
    most = points[0][1]
    x, y = horizontal_scale(points[0][0], points[-1][0] if len(points) > 1 else 1), vertical_scale(0, most)
    ticks = [(gain, format_fixed(gain, 3)) for gain, _ in (points[0], points[-1])]
    parts = axes(x, y, ticks, [(0, "0"), (most, format_number(most))], ("increase", "Users for each version"))
    parts += [
        polyline(x, y, points, "one"),
        current_point_ring(x, y, here),
        label(x, y, here, format_number(here[1]), (8, -8), "start"),
    ]
    return plot("Users for each version against the increase to detect. The table below has the numbers.", parts)


def _preset_values(**changed) -> dict:
    values = {"now": 0.1, "gain": 0.02, "level": "0.05", "power": "0.80", "daily": 500}
    values.update(changed)
    return values


PRESETS = (
    {
        "name": "button",
        "label": "A button",
        "about": "Made-up example: one user in ten clicks a button.",
        "values": _preset_values(),
    },
    {
        "name": "rare",
        "label": "A rare purchase",
        "about": "Made-up example: one user in a hundred makes a purchase, and 20% more purchases would pay for the "
        "change.",
        "values": _preset_values(now=0.01, gain=0.002),
    },
)
_FEEDBACK = (
    "The sum of the two z-values is still 2.80. The formula divides it by the increase and squares the "
    "result, so the required number of users rises from 3,841 to 14,751."
)
PREDICT = {
    "question": "To detect an increase from 0.10 to 0.12, each version needs 3,841 users. How many users does each "
    "version need to detect half of that increase, from 0.10 to 0.11?",
    "choices": (
        ("same", "About the same", _FEEDBACK),
        ("twice", "About twice as many", _FEEDBACK),
        ("four", "About four times as many", _FEEDBACK),
    ),
    "key": "four",
    "then": _preset_values(gain=0.01),
}
GOALS = (
    {
        "text": "finish within 7 days with a significance level of 5% or lower.",
        "reached": lambda values, result: (
            bool(result["n"]) and result["days"] <= 7 and values["level"] != "0.10",
            "%s days." % format_number(result["days"]) if result["n"] else result["missing"] + ".",
        ),
    },
)
TAKEAWAY = (
    "Before the test starts, choose the smallest increase to detect. Detecting half of that increase requires about "
    "four times as many users."
)
FACTS = ()
FIGURES = (
    {
        "name": "users",
        "caption": "The number of users grows with the inverse square of the increase to detect.",
        "twin": "Users for other increases",
    },
)
EXAMPLES = (
    (_preset_values(), "Each version needs 3,841 users"),
    (_preset_values(), "16 days with 500 users per day"),
    (_preset_values(gain=0), "undefined: no number of users is enough to detect an increase of 0"),
    (_preset_values(now=0.99), "undefined: the conversion rate would be above 1"),
)
