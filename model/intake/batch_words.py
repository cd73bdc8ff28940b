"""Many files in Danish: the verdict on all of them, what each one needs, and where two of them disagree."""

from collections.abc import Collection, Mapping, Sequence

from model.basics.formatting import capital, listing, month_long, number, plural
from model.intake import verdicts, wording
from model.intake.batch import Need, Overlap, counted, need
from model.intake.datasets.datasets import DATASETS
from model.intake.report import Report

COUNTED: dict[Need, str] = {
    Need.NOTHING: "er klar", Need.REASON: "kræver en begrundelse", Need.MENDING: "skal rettes",
    Need.EXPLAINING: "venter på svar", Need.NO_CHANGE: "ændrer ingenting", Need.NO_MORE: "er indlæst før"}
ALONE: dict[Need, str] = {Need.NOTHING: "Klar", Need.REASON: "Begrund", Need.MENDING: "Ret", Need.EXPLAINING: "Svar",
                          Need.NO_CHANGE: "Som før", Need.NO_MORE: "Indlæst før"}


def verdict(reports: Sequence[Report], *, in_doubt: Collection[int] = ()) -> str:
    """``19 filer: 16 er klar, 2 skal rettes, 1 er indlæst før``; what there is none of is left out.

    in_doubt: the positions of files that contradict each other.
    """
    counts = counted(report for at, report in enumerate(reports) if at not in in_doubt)
    doubted = [f"{number(len(in_doubt))} siger hver sit"] if in_doubt else []
    parts = [f"{number(counts[kind])} {words}" for kind, words in COUNTED.items() if counts[kind]]
    return f"{plural(len(reports), 'fil', 'filer')}: {', '.join([*parts, *doubted])}"


def button(count: int) -> str:
    """``Gem de 16``; of one file it says so."""
    return f"Gem de {number(count)}" if count > 1 else "Gem den ene"


def state(report: Report, *, doubted: bool = False) -> str:
    """What a file needs, in a word. doubted: another file says something else."""
    return "Svar" if doubted else ALONE[need(report)]


def content(report: Report, names: Mapping[str, str], *, kept: str = "") -> str:
    """What a file is about and what it would change, or how much must be mended. kept: what of it is not kept."""
    kind = need(report)
    if kind in (Need.NOTHING, Need.REASON):
        loadable = wording.loadable(report, names)
        return f"{loadable}. {kept}" if kept else loadable
    if kind is Need.NO_CHANGE:
        return wording.loadable(report, names)
    if kind is Need.NO_MORE or verdicts.is_turned_away(report):
        return verdicts.verdict(report)
    title = DATASETS[report.dataset].title
    waits = verdicts.to_do(report)
    return f"{title}: {waits}" if waits else title


def overlap(shared: Overlap, names: Mapping[str, str], files: Sequence[str]) -> str:
    """``Skive, marts 2010, står med forskellige tal i »a.csv« og »b.csv«. Hvilken gælder?``"""
    what = DATASETS[shared.dataset].noun.many
    who = shared.about or names.get(shared.jobcenter or "", shared.jobcenter or DATASETS[shared.dataset].title)
    when = f", {month_long(shared.month.date())}," if shared.month is not None and not shared.about else ""
    where = listing(f"»{files[at]}«" for at in shared.files)
    return f"{capital(who)}{when} står med forskellige {what} i {where}. Hvilken gælder?"


def answered(file: str, others: Sequence[str], cells: int) -> str:
    """What became of the files that were not chosen: nothing of them is gone, and it can be taken back."""
    where = listing(f"»{other}«" for other in others)
    return (f"»{file}« gælder. {plural(cells, 'celle', 'celler')} i {where} er udeladt; det står under rettelserne i "
            "filen og kan fortrydes.")


def saved(files: int) -> str:
    """``16 filer er gemt``."""
    return f"{plural(files, 'fil', 'filer')} er gemt"


def same(names: Sequence[str]) -> str:
    """That files were dropped twice: ``»kopi.csv« er den samme fil som en, der allerede er her, og er ikke taget med.``
    """
    ones = listing(f"»{name}«" for name in names)
    same = "den samme fil som en" if len(names) == 1 else "de samme filer som nogle"
    return f"{ones} er {same}, der allerede er her, og er ikke taget med."
