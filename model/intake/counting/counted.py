"""A list counted: the table of counts that is checked and kept in its place, and what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

import pandas as pd

from model.basics.formatting import listing as listed
from model.basics.formatting import number, plural
from model.intake.account.account import Account
from model.intake.cells.cell_text import quoted
from model.intake.cells.presence import Presence, agrees, presence
from model.intake.counting import asking, corrected, people, stacked, survey
from model.intake.counting.asking import Asked
from model.intake.counting.listing import Column, Listing, Use
from model.intake.counting.uses import Vocabulary
from model.intake.datasets.attendance import ATTENDANCE
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.evaluation import EVALUATION
from model.intake.files.workbook import Sheet, Workbook
from model.intake.report import Problem

GATE = 2
OTHER = "Filen ligner »{}« og er hverken en deltagerliste eller svar på et skema. Indlæs den uden at tælle den."
NO_LIST = ("Filen kan ikke tælles som en liste. En deltagerliste skal have en kolonne med jobcenter eller rolle og én "
           "række pr. person; svar på et skema skal have en kolonne med, hvor tilfreds hver enkelt er.")
BROKEN = ("Række {} står alene mellem de andre og nævner en kursusdag eller et jobcenter, så rækkerne under den "
          "handler om noget andet. Del listen, så hver kursusdag og hvert jobcenter har sin egen, eller skriv det i en "
          "kolonne.")
NOTHING = "Der er ingen rækker, der kan tælles med."
SAYS = {Presence.CAME: "mødt", Presence.STAYED_AWAY: "ikke mødt", Presence.REGISTERED: "tilmeldt",
        Presence.WAITING: "på venteliste og ikke talt", Presence.CANCELLED: "ikke tilmeldt"}
WORDS = 6  # shown in one note


@dataclass(frozen=True)
class Counted:
    """A list made into counts. workbook: the counted table alone. rows: how many there were; figures: what they became.

    problems: the questions that are open, and what is wrong.
    """

    workbook: Workbook
    dataset: str
    rows: int
    figures: int
    left_out: tuple[str, ...]
    account: Account
    fingerprint: str
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """``37 rækker → 12 tal. Kolonne A–C er ikke læst og gemmes ikke.``"""
        said = f"{plural(self.rows, 'række', 'rækker')} → {number(self.figures)} tal."
        if not self.left_out:
            return said
        some = "Kolonne" if len(self.left_out) == 1 else "Kolonnerne"
        return f"{said} {some} {listed(_ranges(self.left_out))} er ikke læst og gemmes ikke."


def count(listing: Listing, words: Vocabulary, said: Mapping[str, str]) -> Counted:
    """The list's counts, with the answers given to what it does not say itself (see ``Asked``)."""
    asked = Asked(said)
    listing = stacked.chosen(listing, asked)
    for sheet in listing.sheets:
        if sheet.broken:
            asked.fault(BROKEN.format(sheet.broken))
    wrong: list[Problem] = []
    if listing.dataset == EVALUATION.name:
        counts, wrong = survey.count(listing, words, asked)
    else:
        counts = people.count(listing, words, asked)
    problems = (*wrong, *asked.problems)
    if counts.empty and not problems:
        problems = (Problem("fejl", GATE, NOTHING),)
    table = _table(counts, listing, words)
    keys = len(DATASETS[listing.dataset].keys)
    figures = int(table[1:].map(bool).to_numpy()[:, keys:].sum()) if len(table) > 1 else 0
    made = Counted(Workbook(listing.file_name, listing.sha256, (Sheet(listing.table, table.mask(table.eq(""), None)),)),
                   listing.dataset, listing.rows, figures, listing.left_out,
                   listing.waiting if problems else listing.counted, listing.fingerprint, problems)
    if problems:
        return made
    return replace(made, notes=(made.sentence, *_everybody(listing), *_read(listing), *_sums(listing),
                                *_aside(listing), *corrected.told(listing)))


def _table(counts: pd.DataFrame, listing: Listing, words: Vocabulary) -> pd.DataFrame:
    """The counts as a sheet in the street's own words: headings, then a row a key; columns without a count are out."""
    dataset = EVALUATION if listing.dataset == EVALUATION.name else ATTENDANCE
    names = words.known.jobcenters.names
    shown = {"kursusdag": lambda code: f"{words.known.held_on[code]:%d-%m-%Y}",  # of whatever course, it is that day
             "jobcenter": lambda code: names[code]}
    order = {code: at for at, code in enumerate(words.known.course_days.index)}
    counts = counts.sort_values("kursusdag", key=lambda days: days.map(order), kind="stable")
    stated = [name for name in counts.columns if counts[name].notna().any()]
    lines = [[dataset.field(name).heading for name in stated],
             *([shown.get(name, str)(value) if pd.notna(value) else ""
                for name, value in zip(stated, line, strict=True)] for line in counts[stated].itertuples(index=False))]
    return pd.DataFrame(lines, index=range(1, len(lines) + 1), columns=range(len(stated)), dtype=object)


def _everybody(listing: Listing) -> list[str]:
    """That all on a list of people are registered, where no column says who is."""
    asks = any(column.use is Use.MARK and column.meaning is Presence.REGISTERED for column in listing.columns())
    people_ = listing.dataset == ATTENDANCE.name and any(column.use is Use.MARK for column in listing.columns())
    return ["Alle på listen er talt som tilmeldt, medmindre der står andet ud for dem."] if people_ and not asks else []


def _read(listing: Listing) -> list[str]:
    """How the words that need no question were read: ``Under »Status« er »Deltog« talt som mødt.``"""
    notes: dict[str, None] = {}
    for column in listing.columns():
        if column.use is Use.MARK:
            heard: dict[Presence, list[str]] = {}
            for text in sorted({text for text in column.texts if text}):
                if said := _says(column, text):
                    heard.setdefault(said, []).append(quoted(text))
            notes |= dict.fromkeys(f"Under {column.shown} er {listed(each[:WORDS])} talt som {SAYS[said]}."
                                   for said, each in heard.items())
    return list(notes)


def _says(column: Column, text: str) -> Presence | None:
    plain = agrees(text)
    if plain is None:
        return presence(text)
    return column.meaning if plain else Presence.STAYED_AWAY if column.meaning is Presence.CAME else None


def _aside(listing: Listing) -> list[str]:
    """What of the file is not counted, and what is although nobody sees it."""
    hidden = sum(sheet.hidden for sheet in listing.sheets)
    return [*(f"Ark nr. {number} er ikke en liste af den slags og er ikke talt med." for number in listing.skipped),
            *(f"Række {stacked.rows(rows)} er en anden tabel og er ikke talt med." for rows in listing.beside),
            *([f"{asking.times(hidden)}, der er skjult i arket, er talt med."] if hidden else [])]


def _sums(listing: Listing) -> list[str]:
    count = sum(sheet.sums for sheet in listing.sheets)
    return [f"{asking.times(count)} med summer er ikke talt med."] if count else []


def _ranges(letters: tuple[str, ...]) -> list[str]:
    """``A–C`` and ``F`` of A, B, C, F: letters that follow one another in the alphabet are drawn together."""
    single = [letter for letter in letters if len(letter) == 1]
    runs = [list(run) for _, run in groupby(sorted(single), key=lambda each: ord(each) - sorted(single).index(each))]
    return [*(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs),
            *(letter for letter in letters if len(letter) > 1)]
