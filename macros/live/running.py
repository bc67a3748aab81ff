"""Jobs in slices, and what is kept between them: data sets, what was prepared from them, and the one job in hand.

A calculator's long work is begin(what) -> state, step(state) -> (state, fraction), finish(state) -> prepared; or, if it
is short, prepare(what) -> prepared. `what` is the columns of a data set, or the values of the fields where there is no
data. It is done once for a data set, and once as long as the fields named in WORK hold the same.
"""

from .arithmetic import fixed
from .choices import fields_of, sets_of
from .entries import read
from .shown import shown


class Session:
    """One for a page or a worker. `ask` puts a job in hand, the one before is dropped; then `advance` until it answers.

    A job: {"texts": {field: text}, "kept": {field: text}, "facts": {id: fact}, "own": [names of the reader's sets]},
    all but the first optional.
    """

    def __init__(self):
        self.columns: dict = {}  # (calculator, set) -> columns; they go once they are prepared
        self.prepared: dict = {}  # (calculator, set) -> what the calculator made of them
        self.hand: dict = {}

    def put(self, name: str, which: str, columns: dict) -> None:
        """A data set for the calculator of that name."""
        self.columns[(name, which)] = columns
        self.prepared.pop((name, which), None)

    def lacks(self, name: str, calculator, job: dict) -> list:
        """Names of data sets that the job needs and nobody has put."""
        values, _ = read(fields_of(calculator, job.get("own", ())), job["texts"], {})
        wanted = [which for _, which in sets_of(calculator, values)]
        return [which for which in wanted if not self._has((name, which))]

    def _has(self, key: tuple) -> bool:
        return key in self.columns or key in self.prepared

    def ask(self, name: str, calculator, job: dict) -> None:
        values, problems = read(fields_of(calculator, job.get("own", ())), job["texts"], job.get("kept", {}))
        self.hand = {"name": name, "calculator": calculator, "job": job, "values": values, "problems": problems}
        tasks = [] if problems else self._tasks(name, calculator, values)
        self.hand.update({"tasks": tasks, "done": 0, "state": None, "begun": False})

    def _tasks(self, name: str, calculator, values: dict) -> list:
        """[(key, what)] that must be prepared before the answer."""
        sets = sets_of(calculator, values)
        if sets:
            keys = [(name, which) for _, which in sets]
            return [(key, self.columns[key]) for key in keys if key not in self.prepared]
        if not _works(calculator):
            return []
        on = [values.get(field) for field in getattr(calculator, "WORK", [each["name"] for each in calculator.FIELDS])]
        kept = self.prepared.get((name, ""))
        return [] if kept and kept[0] == on else [((name, ""), values)]

    def advance(self) -> dict:
        """A slice of the work: {"progress": share done, in [0, 1), "words"}; or the answer, see `live.shown`."""
        hand = self.hand
        if hand["problems"]:
            return {"problems": hand["problems"]}
        if hand["done"] < len(hand["tasks"]):
            fraction = self._slice(hand, hand["tasks"][hand["done"]])
            if hand["done"] < len(hand["tasks"]):
                return _progress((hand["done"] + fraction) / len(hand["tasks"]))
            return _progress(hand["done"] / len(hand["tasks"]))
        return shown(hand["calculator"], hand["values"], self._made(hand), hand["job"].get("facts"))

    def _slice(self, hand: dict, task: tuple) -> float:
        key, what = task
        calculator = hand["calculator"]
        if not hasattr(calculator, "begin"):
            self._keep(key, what, calculator.prepare(what), calculator)
            return 0.0
        if not hand["begun"]:
            hand["state"], hand["begun"] = calculator.begin(what), True
            return 0.0
        hand["state"], fraction = calculator.step(hand["state"])
        if fraction < 1:
            return fraction
        self._keep(key, what, calculator.finish(hand["state"]), calculator)
        return 0.0

    def _keep(self, key: tuple, what: dict, prepared, calculator) -> None:
        """What was prepared stays, the columns go; the next task begins."""
        if key[1]:
            self.prepared[key] = prepared
            self.columns.pop(key, None)
        else:
            names = getattr(calculator, "WORK", [each["name"] for each in calculator.FIELDS])
            self.prepared[key] = ([what.get(name) for name in names], prepared)
        self.hand.update({"state": None, "begun": False, "done": self.hand["done"] + 1})

    def _made(self, hand: dict):
        """`prepared` for compute."""
        name, calculator = hand["name"], hand["calculator"]
        sets = sets_of(calculator, hand["values"])
        if not sets:
            return self.prepared[(name, "")][1] if _works(calculator) else None
        if not calculator.DATA.get("pins"):
            return self.prepared[(name, sets[0][1])]
        made = {"pin%d" % (k + 1): None for k in range(calculator.DATA["pins"])}
        for field, which in sets:
            made[field] = self.prepared[(name, which)]
        return made


def _progress(share: float) -> dict:
    share = min(0.999, share)
    return {"progress": share, "words": "Computing: %s%%" % fixed(100 * share, 0)}


def _works(calculator) -> bool:
    return hasattr(calculator, "begin") or hasattr(calculator, "prepare")


def run(calculator, job: dict, load=None) -> dict:
    """The answer, all at once: the build and the tests. load: name of a data set -> its columns."""
    session = Session()
    for which in session.lacks("", calculator, job):
        session.put("", which, load(which))
    session.ask("", calculator, job)
    answer = session.advance()
    while "progress" in answer:
        answer = session.advance()
    return answer
