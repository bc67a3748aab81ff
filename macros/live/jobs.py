"""A calculator's jobs: what is prepared from its data, the answer in slices, and what a page shows of it.

A job is {"texts": {field: text}, "shown": {field: text}, "facts": {id: fact}, "own": [names of the reader's data]}, all
but the first optional; `shown` holds the texts for which the page shows a result.

An answer holds texts, lists and booleans only (and how many columns a cell spans), so JSON loses and reformats nothing:
{"problems": {field: sentence}} or {"says": {region: text}, "table": rows, "figures": {name: tree or None},
"tables": {name: rows}, "captions": {name: text},
"offers": {name: [value, words]}, "goals": [[is reached, text]], "preset": name or ""}. There are no
goals where the data is the reader's own: they are about the examples.

A calculator's long work is begin(source) -> state, step(state) -> (state, share done), finish(state) -> prepared. The
source is the columns of a data set, or the values of the fields where there is no data. The work is done once for each
data set. Without data, it is done again only if a field named in WORK has changed.
"""

from .arithmetic import format_fixed
from .field_values import read_values_and_problems
from .fields import chosen_field_dataset_pairs, fields_with_data_selects, is_reader_dataset_chosen, matching_preset


class Session:
    """What a calculator has prepared, and its current job, on which `run_slice` works."""

    def __init__(self, calculator):
        self.calculator = calculator
        self.columns: dict = {}  # data set -> columns, until they are prepared
        self.prepared: dict = {}  # data set -> what the calculator made of it
        self.prepared_values: tuple = ()  # ({name: value} of the WORK fields, prepared) of a calculator without data
        self.job: dict = {}
        self.values: dict = {}
        self.problems: dict = {}
        self.tasks: list = []  # (data set or "", source) still to be prepared
        self.state: list = []  # the state of the first task, once it has begun

    def put_columns(self, dataset: str, columns: dict) -> None:
        """Add a data set, or replace it."""
        self.columns[dataset] = columns
        self.prepared.pop(dataset, None)

    def missing_datasets(self, job: dict) -> list:
        """Names of the data sets that the job needs and that were not put."""
        values, _ = read_values_and_problems(
            fields_with_data_selects(self.calculator, job.get("own", ())), job["texts"], {}
        )
        names = [dataset for _, dataset in chosen_field_dataset_pairs(self.calculator, values)]
        return [name for name in names if name not in self.columns and name not in self.prepared]

    def set_current_job(self, job: dict) -> None:
        """Make it the current job, in place of the one before; its data sets must have been put."""
        self.job = job
        fields = fields_with_data_selects(self.calculator, job.get("own", ()))
        self.values, self.problems = read_values_and_problems(fields, job["texts"], job.get("shown", {}))
        self.tasks, self.state = [] if self.problems else self._unprepared_dataset_source_pairs(), []

    def _unprepared_dataset_source_pairs(self) -> list:
        """[(data set or "", source)] of all that must be prepared before the answer."""
        datasets = chosen_field_dataset_pairs(self.calculator, self.values)
        if datasets:
            names = [dataset for _, dataset in datasets]
            return [(name, self.columns[name]) for name in names if name not in self.prepared]
        if not hasattr(self.calculator, "begin"):  # without long work
            return []
        is_known = self.prepared_values and self.prepared_values[0] == self._field_values_for_preparation()
        return [] if is_known else [("", self.values)]

    def run_slice(self) -> dict:
        """Work on the job for a slice: {"progress": share done, in [0, 1), "words"}, or the answer."""
        if self.problems:
            return {"problems": self.problems}
        if self.tasks:
            left = len(self.tasks)
            share = self._advance_preparation(*self.tasks[0])
            if share >= 1:
                self.state = []
                self.tasks.pop(0)
            return _progress_share_and_words(min(share, 1.0) / left)
        return compute_page_content(
            self.calculator, self.values, self._prepared_argument_for_compute(), self.job.get("facts")
        )

    def _advance_preparation(self, dataset: str, source: dict) -> float:
        """Do the next slice of the work; returns the share of it that is done, and at 1 stores what was prepared."""
        calculator = self.calculator
        if not self.state:
            self.state = [calculator.begin(source)]
            return 0.0
        self.state[0], share = calculator.step(self.state[0])
        if share < 1:
            return share
        prepared = calculator.finish(self.state[0])
        if dataset:
            self.prepared[dataset] = prepared
            self.columns.pop(dataset, None)
        else:
            self.prepared_values = (self._field_values_for_preparation(), prepared)
        return share

    def _field_values_for_preparation(self) -> dict:
        """{name: value} of the fields named in WORK, or of all: what long work without data depends on."""
        names = getattr(self.calculator, "WORK", [field["name"] for field in self.calculator.FIELDS])
        return {name: self.values.get(name) for name in names}

    def _prepared_argument_for_compute(self):
        """What `compute` gets as its argument `prepared`."""
        datasets = chosen_field_dataset_pairs(self.calculator, self.values)
        if not datasets:
            return self.prepared_values[1] if hasattr(self.calculator, "begin") else None
        if not self.calculator.DATA.get("pins"):
            return self.prepared[datasets[0][1]]
        by_field = {"pin%d" % (k + 1): None for k in range(self.calculator.DATA["pins"])}
        for field, dataset in datasets:
            by_field[field] = self.prepared[dataset]
        return by_field


def _progress_share_and_words(share: float) -> dict:
    """{"progress": the share done, below 1, "words": what the page shows of it}."""
    share = min(0.999, share)
    return {"progress": share, "words": "Computing: %s%%" % format_fixed(100 * share, 0)}


def run_whole_job(calculator, job: dict, load_dataset_columns=None) -> dict:
    """The answer to a job, all slices in one call, for the build and for tests.

    load_dataset_columns: name of a data set -> its columns.
    """
    session = Session(calculator)
    for dataset in session.missing_datasets(job):
        session.put_columns(dataset, load_dataset_columns(dataset))
    session.set_current_job(job)
    answer = session.run_slice()
    while "progress" in answer:
        answer = session.run_slice()
    return answer


def compute_page_content(calculator, valid_values: dict, prepared=None, facts=None) -> dict:
    """What a page shows for these values, which were checked before; prepared: what the calculator made of its data."""
    result = calculator.compute(valid_values, prepared, facts)
    view = calculator.view(result)
    preset = matching_preset(calculator, valid_values)
    says = dict(view["says"])
    is_own = is_reader_dataset_chosen(calculator, valid_values)
    says["about"] = preset["about"] if preset else "Your own predictions." if is_own else "Your own numbers."
    captions = {figure["name"]: figure["caption"] for figure in calculator.FIGURES}
    captions.update(view.get("captions", {}))
    return {
        "says": says,
        "table": view["table"],
        "figures": view["figures"],
        "tables": view["tables"],
        "captions": captions,
        "offers": view.get("offers", {}),
        "goals": []
        if is_own
        else [_goal_reached_and_text(goal, valid_values, result, preset) for goal in calculator.GOALS],
        "preset": preset["name"] if preset else "",
    }


def _goal_reached_and_text(goal: dict, values: dict, result, unchanged_preset) -> list:
    """[is reached, text]. An unchanged preset that meets the goal does not count: the reader is to change a value."""
    is_reached, text = goal["reached"](values, result)
    if not is_reached:
        return [False, "Not reached: " + text]
    if unchanged_preset:
        return [False, "This example already meets the goal. Start from another example, and change its values."]
    return [True, "Reached: " + text]
