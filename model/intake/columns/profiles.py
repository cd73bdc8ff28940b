"""A sender's headings, mapped once and remembered under their normalised form."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from functools import partial

from sqlmodel import Session

from model.basics.formatting import normalise
from model.basics.free_text import cleaned
from model.intake import file_names, known
from model.intake.cells.place_text import nearest
from model.intake.columns import explained, remembered, sums
from model.intake.columns.vocabulary import IGNORE, Vocabulary
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.datasets.shared import CENTRE
from model.intake.known import Profile, kept_label
from model.intake.mending.question_ids import question_id
from model.intake.report import MENDED, Report
from model.store.tables.base import ColumnProfile

ABOUT_COLUMNS = ("column.", "words.")  # questions whose answer holds for every file with the same headings
FOR_ALL = f"{question_id('words', CENTRE.name)}."  # those of centres, whose answers hold for every sender's files


def fingerprint(labels: Iterable[str]) -> str:
    """SHA-256 of the normalised labels in their order."""
    return hashlib.sha256("\n".join(labels).encode()).hexdigest()


def remember(session: Session, report: Report, *, by: str, at: datetime) -> None:
    """Keep the report's mapping under the name the person gave, and what their corrections say of the sender's words.

    Without a name only such words are kept, under a name of the file's.
    """
    name = cleaned(report.answers.profile_name or "") if report.answers else ""
    words = remembered.taught(report.corrections, report.columns, _misspelt(session, report.dataset)
                             ) if report.corrections else {}
    about = {asked: value for asked, value in (report.answers.said if report.answers else {}).items()
             if asked.startswith(ABOUT_COLUMNS) and value not in MENDED}
    labels = {explained.about(h.key, h.index): h.guess or IGNORE for h in report.mapping}  # they hold such answers
    said = {asked: value for asked, value in about.items() if labels.get(asked) != value}
    if not report.fingerprint or not (name or words or about):
        return
    found = known.profiles(session, ColumnProfile.dataset == report.dataset,
                           ColumnProfile.fingerprint == report.fingerprint).first()
    name = name or (found.name if found else file_names.suggested(report.file_name, report.dataset))
    profile = found or ColumnProfile(dataset=report.dataset, fingerprint=report.fingerprint, name=name, mapping={},
                                     recorded_at=at, recorded_by=by)
    before = Profile.of(profile)
    profile.name, profile.recorded_at, profile.recorded_by = name, at, by
    profile.mapping = {"labels": {kept_label(h.key, h.guess): h.guess or "ignore" for h in report.mapping
                                  if not h.key.startswith("across")},
                       "outcome_lag": report.outcome_lag if report.outcome_lag is not None else before.outcome_lag,
                       "words": remembered.together(before.words, words), "said": before.said | said}
    session.add(profile)
    _forget_earlier(session, profile, frozenset(asked for asked in said if asked.startswith(FOR_ALL)))


def _forget_earlier(session: Session, newest: ColumnProfile, questions: Collection[str]) -> None:
    """What holds for every sender's files holds as it was answered last: no other profile says otherwise."""
    others = known.profiles(session, ColumnProfile.dataset == newest.dataset,
                            ColumnProfile.fingerprint != newest.fingerprint) if questions else ()
    for other in others:
        said = Profile.of(other).said
        if not said.keys().isdisjoint(questions):
            other.mapping = other.mapping | {"said": {asked: value for asked, value in said.items()
                                                      if asked not in questions}}
            session.add(other)


def _misspelt(session: Session, dataset: str) -> Mapping[str, Callable[[str, str], bool]]:
    """By the columns whose words mean the same in the next file, jobcenters and choices: is a word another misspelt?"""
    reference = known.load(session)
    vocabulary = Vocabulary(MAANEDSTAL, reference)

    def is_place(text: str, meant: str) -> bool:
        plain = vocabulary.place(text) is None and vocabulary.total(text) is None and sums.summed(text) is None
        return plain and nearest(text, list(reference.names.values())) == meant

    declared = DATASETS[dataset].parts
    choices = {column.name: column.choices or {} for column in declared if column.kind == "choice"}
    places = [column.name for column in declared if column.kind in ("jobcenter", "code", "name")]
    return dict.fromkeys(places, is_place) | {name: partial(_is_choice, words) for name, words in choices.items()}


def _is_choice(choices: Mapping[str, Collection[str]], text: str, meant: str) -> bool:
    every = {normalise(word) for stored, others in choices.items() for word in (stored, *others)}
    return normalise(text) not in every and nearest(text, list(choices)) == meant
