"""The inference option chooser: what every workload has in common, and that its limits are the ledger's."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.live.calculators import inference_options as chooser
from macros.live.calculators.inference_options import LIMITS, OPTIONS, PRESETS, REASONS, UNITS, compute, view
from tests.live.ledger_facts import facts_of

FACTS = facts_of(chooser)
NAMES = [option for option, _ in OPTIONS]
UPWARD = ("payload", "time", "memory", "rate")
# an amount near a limit, or anywhere
AMOUNTS = st.sampled_from(
    [0, 4, 4.000001, 6, 25, 25.000001, 60, 60.000001, 100, 101, 200, 1024, 3600, 3601]
) | st.floats(0, 1e5, allow_subnormal=False)
WORKLOADS = st.fixed_dictionaries(
    {
        "who": st.sampled_from([name for name, _ in chooser.WAITING]),
        "traffic": st.sampled_from([name for name, _ in chooser.TRAFFIC]),
        "gpu": st.sampled_from(["no", "yes"]),
        **dict.fromkeys(UPWARD, AMOUNTS),
    }
)


def limit(fact):
    return float(FACTS[fact]["value"]) * UNITS[FACTS[fact]["unit"]]


def computed(values, facts=FACTS):
    return compute(values, facts=facts)


def row(result, option):
    return view(result)["table"][1 + NAMES.index(option)]


@given(WORKLOADS)
def test_exactly_the_options_with_no_reason_against_them_remain(values):
    result = computed(values)
    assert result["remaining"] == [name for name in NAMES if not result["against"][name]]
    for name in NAMES:
        words = row(result, name)["cells"][1]["lines"][0]
        assert words.startswith("**Ruled out.**") == (name not in result["remaining"])


@given(WORKLOADS)
def test_the_best_option_remains_and_there_is_one_if_any_remains(values):
    result = computed(values)
    assert (result["best"] is None) == (not result["remaining"] or result["idle"])
    assert result["best"] is None or result["best"] in result["remaining"]
    marked = [name for name in NAMES if row(result, name)["mark"] == "goal"]
    assert marked == [name for name in NAMES if name == result["best"]]


@given(WORKLOADS, st.sampled_from(UPWARD), AMOUNTS)
def test_a_larger_number_never_allows_an_option(values, quantity, more):
    larger = computed({**values, quantity: values[quantity] + more})
    assert set(larger["remaining"]) <= set(computed(values)["remaining"])


@given(WORKLOADS)
def test_a_gpu_rules_out_serverless_inference_alone(values):
    without, needed = (computed({**values, "gpu": gpu})["remaining"] for gpu in ("no", "yes"))
    assert needed == [name for name in without if name != "serverless"]


@given(WORKLOADS)
def test_a_waiting_user_leaves_only_endpoints_that_respond(values):
    assert set(computed({**values, "who": "user"})["remaining"]) <= {"serverless", "realtime"}


@given(WORKLOADS, WORKLOADS)
def test_traffic_rules_out_nothing_if_all_data_is_in_s3(values, other):
    here = {**values, "who": "nobody"}
    there = {**here, "traffic": other["traffic"], "rate": other["rate"]}
    assert computed(here)["against"] == computed(there)["against"]


@given(WORKLOADS, st.sampled_from(LIMITS))
def test_a_limit_is_allowed_and_more_is_not(values, row):
    option, quantity, fact = row
    assume(quantity != "concurrency")
    here = limit(fact) / (UNITS["GB"] if quantity == "memory" else 1)
    assert (quantity, fact) not in computed({**values, quantity: here})["against"][option]
    assert (quantity, fact) in computed({**values, quantity: here + 0.00001})["against"][option]


CHANGES = {
    "gpu": {"gpu": "no"},
    "location": {"who": "process"},
    "job": {"who": "nobody"},
    "arrival": {"traffic": "together"},
}


@given(WORKLOADS)
def test_the_changes_that_it_names_make_the_option_remain(values):
    result = computed(values)
    for name in NAMES:
        changed = dict(values)
        for reason, fact in result["against"][name]:
            if not fact:
                changed.update(CHANGES[reason])
            elif reason == "concurrency":
                changed["rate"] = 0
            else:
                changed[reason] = limit(fact) / (UNITS["GB"] if reason == "memory" else 1)
        assert name in computed(changed)["remaining"]


@given(WORKLOADS)
def test_where_nothing_remains_the_options_with_the_fewest_changes_are_named(values):
    result = computed(values)
    assume(not result["remaining"] and not result["idle"])
    said = view(result)["says"]["result"]
    fewest = min(len(reasons) for reasons in result["against"].values())
    for option, label in OPTIONS:
        named = f"To use {label[0].lower()}{label[1:]}, " in said
        assert named == (len(result["against"][option]) == fewest)


@pytest.mark.parametrize("fact", [fact for _, _, fact in LIMITS])
def test_a_limit_comes_from_the_ledger(fact):
    """With half of a limit in the ledger, a workload at today's limit is ruled out by it."""
    ((option, quantity, _),) = [row for row in LIMITS if row[2] == fact]
    values = {"who": "process", "traffic": "together", "gpu": "no", "payload": 0, "time": 0.001, "memory": 0, "rate": 0}
    values["rate" if quantity == "concurrency" else quantity] = {
        "concurrency": 1000 * limit(fact),
        "memory": limit(fact) / UNITS["GB"],
    }.get(quantity, limit(fact))
    halved = {**FACTS, fact: {**FACTS[fact], "value": str(float(FACTS[fact]["value"]) / 2), "text": "the new limit"}}
    assert (quantity, fact) not in computed(values)["against"][option]
    result = computed(values, halved)
    assert (quantity, fact) in result["against"][option]
    assert "above the limit of the new limit" in row(result, option)["cells"][1]["lines"][0]


def test_a_unit_of_the_ledger_is_known():
    assert {FACTS[fact]["unit"] for fact in chooser.FACTS} <= set(UNITS)


def test_the_dates_of_the_limits_are_shown():
    rows = view(computed(PRESETS[0]["values"]))["tables"]["payload"]
    assert [cells[3] for cells in rows[1:]] == ["Nov 24, 2026"] * 4


def values_of(preset, **changed):
    (found,) = [each["values"] for each in PRESETS if each["name"] == preset]
    return {**found, **changed}


@pytest.mark.parametrize(
    ("values", "reached", "words"),
    [
        (values_of("pallets", payload=150), True, "you changed one number of the example Pallet photos."),
        (values_of("drones", payload=900), True, "you changed one number of the example Drone videos."),
        (values_of("drones", payload=900, time=800), False, "differ from each example in more than one number."),
        (values_of("pallets", who="process", traffic="steady"), False, "more than one number"),
        (values_of("rides", who="process"), False, "more than one number"),
        (values_of("rides", payload=30), False, "asynchronous inference does not suit a user who waits."),
        (values_of("drones"), False, "no option remains."),
        (values_of("drones", payload=900, rate=0), False, "there are no requests."),
    ],
)
def test_the_goal_needs_exactly_one_changed_number(values, reached, words):
    ((_, verdict),) = [(goal, goal["reached"](values, computed(values))) for goal in chooser.GOALS]
    assert verdict[0] == reached
    assert words in verdict[1]


def test_each_reason_has_words():
    for values in ({"who": "user", "gpu": "yes"}, {"who": "process", "gpu": "yes"}):
        result = computed(values_of("rooms", **values))
        for option in NAMES:
            assert all(fact or reason in REASONS for reason, fact in result["against"][option])


def bars(values, quantity):
    return [child for child in view(computed(values))["figures"][quantity][2] if child[0] == "rect"]


@given(WORKLOADS)
def test_a_bar_is_hatched_exactly_if_its_limit_is_exceeded(values):
    result = computed(values)
    for quantity in ("payload", "time"):
        drawn = [bar for bar in bars(values, quantity) if bar[1]["class"] != "track"]
        hatched = [option for option, bar in zip(NAMES, drawn, strict=True) if "fill" in bar[1]]
        assert hatched == [
            option for option in NAMES if any(reason == quantity for reason, _ in result["against"][option])
        ]


def test_a_payload_of_zero_is_at_the_left_end_and_a_huge_one_at_the_right():
    for payload, place in ((0, "0.00%"), (1e6, "100.00%")):
        figure = view(computed(values_of("pallets", payload=payload)))["figures"]["payload"]
        assert {child[1]["x"] for child in figure[2] if child[0] == "svg"} == {place}
