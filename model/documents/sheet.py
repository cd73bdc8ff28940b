"""The dialogark: one A4 page per jobcenter to bring to a dialogue meeting, and all of them as one PDF or a zip."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any, TypeVar

from typst import TypstError

from model.basics.formatting import alphabetical, month_long, plural
from model.basics.months import between
from model.basics.spaces import numbers_held
from model.documents import agreed, card_typ, chart_typ, file_names, sheet_tables
from model.documents.faults import NotMade, told
from model.documents.marks import internal_footer, only_internal, sample_mark
from model.documents.typeset import pdf
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.charts.cards import jobcenter_goal1, jobcenter_goal2, usable_card
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.figures.goals import goal1, goals1
from model.subjects.goals.figures.pace import pace
from model.subjects.goals.words.lines import jobcenter_line
from model.subjects.goals.words.sentences import pace_sentence, resized_sentence
from model.subjects.goals.words.titles import goal1_title
from model.subjects.news.words.news import News

TEMPLATE = "sheet.typ"
NAME = "Dialogark"

NO_CHART = "Der er ikke plads til kurven på arket. Tallene står under Tallene bag, og kurven på siden Jobcenter."
LACKING = "MANGLER.txt"  # in the zip, when a sheet could not be made

T = TypeVar("T")
Progress = Callable[[int, int], None]  # how many are done, of how many
Lost = Callable[[str], None]  # a sheet that could not be made and why, as a sentence or two
Newest = Callable[[str], News]  # what is new of the jobcenter of that code


def sheet_pdf(snapshot: Snapshot, code: str, month: date, *, news: Newest | None = None,
              public: str = "") -> bytes:
    """The sheet of one jobcenter as PDF/UA-1, with what is new of it where that is asked for.

    public: what the public has been told of the region, to stand under the jobcenter's own figures. Raises KeyError
    for an unknown code, InternalDocument for the public.
    """
    only_internal(snapshot)
    return _alone(snapshot, code, month, _with_news(snapshot, code, month, news, public))


def sheets_pdf(snapshot: Snapshot, month: date, *, news: Newest | None = None, progress: Progress | None = None,
               lost: Lost | None = None, public: str = "") -> bytes:
    """The sheets of every jobcenter that takes part in ``month``, by name, as one PDF. Raises InternalDocument.

    A sheet that cannot be made stops none of the others: a last page and ``lost`` tell which and why. Raises NotMade
    when none can.
    """
    only_internal(snapshot)
    codes = jobcenters(snapshot, month)
    found, reasons = _each(snapshot, codes, lambda code: _with_news(snapshot, code, month, news, public), progress)
    try:
        made = _together(snapshot, month, found, reasons)
    except (TypstError, ValueError):  # one of them cannot be set: which?
        found, reasons = _each(snapshot, codes, lambda code: _settable(snapshot, code, month, news, public), None)
        made = _together(snapshot, month, found, reasons)
    _tell(found, reasons, lost)
    return made


def sheets_zip(snapshot: Snapshot, month: date, *, news: Newest | None = None, progress: Progress | None = None,
               lost: Lost | None = None, public: str = "") -> bytes:
    """The same as one PDF each in a zip, and a text of those that could not be made. Raises InternalDocument."""
    only_internal(snapshot)
    found, reasons = _set_meanwhile(snapshot, month, lambda code: _with_news(snapshot, code, month, news, public),
                                    progress)
    entries = [(file_names.sheet(_name(snapshot, code), month), made) for code, made in found.items()]
    if reasons:
        entries.append((LACKING, "\r\n".join([*reasons, ""]).encode("utf-8-sig")))
    packed = io.BytesIO()
    stamp = datetime.combine(snapshot.data_date, datetime.min.time()).timetuple()[:6]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, made in entries:
            archive.writestr(zipfile.ZipInfo(name, stamp), made, zipfile.ZIP_DEFLATED)
    _tell(found, reasons, lost)
    return packed.getvalue()


def jobcenters(snapshot: Snapshot, month: date) -> list[str]:
    """The codes of those that take part in ``month``, in Danish order of their names."""
    return [goal.code for goal in sorted(goals1(snapshot, month), key=lambda goal: alphabetical(goal.name))]


@remembered
def content(snapshot: Snapshot, code: str, month: date) -> dict[str, Any]:
    """What the template sets but for the news, as plain data: the jobcenter page's own words and chart. Never change it
    in place.
    """
    goal, found = goal1(snapshot, code, month), pace(snapshot, code, month)
    usable = usable_card(snapshot, code, month)
    required = [text for text in (pace_sentence(found), resized_sentence(found)) if text]
    return {
        "name": goal.name, "title": numbers_held(goal1_title(goal)), "line": _line(snapshot, code, month),
        "sample": sample_mark(snapshot),
        "cards": [card_typ.content(card(snapshot, code, month)) for card in (jobcenter_goal1, jobcenter_goal2)],
        "agreed": agreed.agreed_lines(snapshot, code),
        "chart": chart_typ.line(progress_chart(snapshot, code, month)),
        "no_chart": NO_CHART, "pace": required,
        "centres": sheet_tables.centres_table(snapshot, code, month),
        "courses": sheet_tables.courses_table(snapshot, code),
        "behind": sheet_tables.behind_table(snapshot, code, month),
        "usable": [*usable.points, *usable.sentences],
        "footer": internal_footer(snapshot, f"{NAME} for Jobcenter {goal.name}")}


def _with_news(snapshot: Snapshot, code: str, month: date, news: Newest | None, public: str) -> dict[str, Any]:
    found, sheet = News("", ()) if news is None else news(code), content(snapshot, code, month)
    foot = " · ".join(part for part in (sheet["footer"], public) if part)
    return sheet | {"news": {"title": found.title, "lines": found.texts}, "footer": foot}


def _line(snapshot: Snapshot, code: str, month: date) -> str:
    left = between(month, snapshot.ends)
    rest = f"{plural(left, 'måned', 'måneder')} tilbage til {month_long(snapshot.ends)}" if left > 0 else (
        f"fristen var {month_long(snapshot.ends)}")
    return f"{jobcenter_line(snapshot, code, month)} · {rest}"


def _alone(snapshot: Snapshot, code: str, month: date, put: dict[str, Any]) -> bytes:
    return _pdf(snapshot, [put], f"{NAME}: {_name(snapshot, code)}, {month_long(month)}")


def _pdf(snapshot: Snapshot, sheets: list[dict[str, Any]], title: str, lacking: Sequence[str] = ()) -> bytes:
    return pdf(TEMPLATE, {"title": title, "sheets": sheets, "lacking": lacking}, made=snapshot.data_date)


def _together(snapshot: Snapshot, month: date, found: Mapping[str, dict[str, Any]], lacking: Sequence[str]) -> bytes:
    title = f"{NAME} for {plural(len(found), 'jobcenter', 'jobcentre')}, {month_long(month)}"
    return _pdf(snapshot, list(found.values()), title, lacking)


def _settable(snapshot: Snapshot, code: str, month: date, news: Newest | None, public: str) -> dict[str, Any]:
    """What the template sets, once it has been seen that it can."""
    sheet_pdf(snapshot, code, month, news=news, public=public)
    return _with_news(snapshot, code, month, news, public)


def _set_meanwhile(snapshot: Snapshot, month: date, put: Callable[[str], dict[str, Any]],
                   progress: Progress | None) -> tuple[dict[str, bytes], list[str]]:
    """The same of each as a PDF by itself; ``put`` puts one together. While one is set, which leaves Python to others,
    the next are put together.
    """
    codes = jobcenters(snapshot, month)
    with ThreadPoolExecutor(1, thread_name_prefix="sheets") as setting:
        begun, unmade = _each(
            snapshot, codes, lambda code: setting.submit(_alone, snapshot, code, month, put(code)), None)
        found, unset = _each(snapshot, list(begun), lambda code: begun[code].result(), progress)
    return found, unmade + unset


def _each(snapshot: Snapshot, codes: Sequence[str], make: Callable[[str], T],
          progress: Progress | None) -> tuple[dict[str, T], list[str]]:
    """What is made for each jobcenter that it can be made for, and what is to be said of the others."""
    found: dict[str, T] = {}
    reasons: list[str] = []
    for code in _told(codes, progress):
        try:
            with told(f"{NAME} {code}"):
                found[code] = make(code)
        except NotMade as reason:
            reasons.append(f"Dialogarket for {_name(snapshot, code)} mangler. {reason}")
    return found, reasons


def _tell(found: Mapping[str, Any], reasons: Sequence[str], lost: Lost | None) -> None:
    """Tell of each sheet that is missing. Raises NotMade when all of them are."""
    if reasons and not found:
        raise NotMade(f"Ingen af dialogarkene kunne laves. {reasons[0]}")
    if lost is not None:
        for reason in reasons:
            lost(reason)


def _told(codes: Sequence[str], progress: Progress | None) -> Iterator[str]:
    """The codes one by one; ``progress`` is told before the first and after each."""
    tell = progress or (lambda done, of: None)
    tell(0, len(codes))
    for done, code in enumerate(codes, start=1):
        yield code
        tell(done, len(codes))


def _name(snapshot: Snapshot, code: str) -> str:
    return str(snapshot.jobcenters.loc[code, "name"])
