"""Jobs in slices: what is done once, what is done again, and which job in hand wins."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.live.jobs import Session, run_whole_job
from macros.rendering.calculators import example_columns_loader
from tests.live import flagged

load = example_columns_loader(Path(__file__).parents[2], flagged)
WEAK, GOOD = (name for name, _ in flagged.DATA["examples"])


@pytest.fixture
def session():
    flagged.begun.clear()
    return Session(flagged)


def start(session, **texts):
    job = {"texts": texts}
    for dataset in session.missing_datasets(job):
        session.put_columns(dataset, load(dataset))
    session.set_current_job(job)


def finished(session):
    shares = []
    answer = session.run_slice()
    while "progress" in answer:
        shares.append(answer["progress"])
        answer = session.run_slice()
    return shares, answer


def test_work_goes_in_slices_whose_share_grows_up_to_one(session):
    start(session)
    shares, answer = finished(session)
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] < 1
    assert answer["says"]["result"] == "**30** of 143 rows are flagged."


def test_the_rows_are_prepared_once(session):
    for t in ("0.5", "0.2"):
        start(session, t=t)
        finished(session)
    assert flagged.begun == [143]
    start(session, data=GOOD)
    finished(session)
    start(session)
    finished(session)
    assert flagged.begun == [143, 143]


def test_a_set_put_again_is_prepared_again(session):
    start(session)
    finished(session)
    session.put_columns(WEAK, {"y_true": [0, 1], "y_score": [0.9, 0.8]})
    start(session)
    assert finished(session)[1]["says"]["result"] == "**2** of 2 rows are flagged."


def test_the_newest_job_drops_the_one_in_hand(session):
    start(session)
    session.run_slice()
    start(session, data=GOOD, t="0.05")
    assert finished(session)[1]["says"]["result"] == "**64** of 143 rows are flagged."
    start(session)
    assert finished(session)[1]["says"]["result"] == "**30** of 143 rows are flagged."


def test_a_data_set_may_stand_beside_another(session):
    start(session, pin1=GOOD)
    assert finished(session)[1]["table"][2] == ["Beside", "143"]


def test_the_readers_own_file_can_be_chosen(session):
    session.put_columns("own1", {"y_true": [0, 1, 1], "y_score": [0.1, 0.8, 0.9]})
    job = {"texts": {"data": "own1"}, "own": ["own1"]}
    assert session.missing_datasets(job) == []
    session.set_current_job(job)
    assert finished(session)[1]["says"]["result"] == "**2** of 3 rows are flagged."


def test_a_set_that_is_not_there_is_lacking_and_one_of_no_name_is_refused(session):
    assert session.missing_datasets({"texts": {"pin1": GOOD}}) == [WEAK, GOOD]
    session.set_current_job({"texts": {"data": "own1"}})
    assert session.run_slice() == {"problems": {"data": "Predictions must be one of the options; you entered own1."}}


def simulated(begun):
    """A calculator of long work without data, which depends on n alone."""
    field = {"label": "N", "kind": "count", "range": (0, 9), "default": 3}
    return SimpleNamespace(
        FIGURES=(),
        FIELDS=({"name": "n"} | field, {"name": "shift"} | field),
        WORK=("n",),
        PRESETS=(),
        GOALS=(),
        begin=lambda values: begun.append(values["n"]) or [values["n"], 0],
        step=lambda state: ([state[0], state[1] + 1], (state[1] + 1) / 3),
        finish=lambda state: 10 * state[0],
        compute=lambda values, prepared=None, facts=None: prepared + values["shift"],
        view=lambda result: {"says": {"result": str(result)}, "table": [[]], "figures": {}, "tables": {}},
    )


def test_work_without_data_is_done_anew_only_for_what_it_depends_on():
    begun = []
    session = Session(simulated(begun))
    said = []
    for texts in ({"n": "4"}, {"n": "4", "shift": "5"}, {"n": "2"}):
        session.set_current_job({"texts": texts})
        said.append(finished(session)[1]["says"]["result"])
    assert said == ["43", "45", "23"]
    assert begun == [4, 2]


def test_run_does_it_all_at_once():
    assert run_whole_job(flagged, {"texts": {"t": "0"}}, load)["says"]["result"] == "**143** of 143 rows are flagged."
