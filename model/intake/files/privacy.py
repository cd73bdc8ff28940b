"""Personal data in a file as problems that say where it stands and never what it says."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from model.basics import personal_data
from model.basics.formatting import normalise, number
from model.intake.files.workbook import LISTED, Content, Place, Sheet, column_letters, problem, shown_name
from model.intake.report import Problem, Severity
from model.programmes.current import PROGRAMME

REMOVE = "Der er ikke gemt noget. Fjern personoplysningerne, og indlæs filen igen."
CPR = f"Filen indeholder noget, der ligner et CPR-nummer ({{}}). {REMOVE}"
HEADING = ("Filen har en kolonne til personoplysninger ({}): CPR-nummer, for- eller efternavn, fødselsdato, sagsnummer "
           "eller adresse. Der er ikke gemt noget. ")
DELETE = "Slet kolonnen, og indlæs filen igen."
CONTACT = "Der står en e-mailadresse eller et telefonnummer ({}). "
SHARED = "Er det en fælles postkasse, så skriv det som begrundelse; er det en borgers, så fjern det fra filen."
NAME = "En kolonne hedder »navn« ({}). "
WHOSE = "Er det jobcentrets eller centrets navn, så skriv det som begrundelse; er det borgeres, så slet kolonnen."
COUNT = "Tæl listen, så bliver det ikke læst. Vil du ikke tælle den: "
SHEET_NAME = f"Navnet på ark nr. {{}} indeholder noget, der ligner et CPR-nummer. {REMOVE}"
SEVERITY: dict[personal_data.Kind, Severity] = {
    "cpr": "fejl", "heading": "fejl", "contact": "advarsel", "name": "advarsel"}
MORE = {"cpr": "celler mere indeholder noget, der ligner et CPR-nummer.",
        "heading": "celler mere ligner overskrifter til personoplysninger.",
        "contact": "celler mere indeholder e-mailadresser eller telefonnumre.",
        "name": "celler mere med overskriften »navn«."}
# the programme's years and the one it is looked back on from
RECENT = range(PROGRAMME.starts.year, PROGRAMME.ends.year + 2)
TEXTS: dict[personal_data.Kind, str] = {"cpr": CPR, "heading": HEADING, "contact": CONTACT, "name": NAME}
REMEDIES: dict[personal_data.Kind, str] = {"cpr": "", "heading": DELETE, "contact": SHARED, "name": WHOSE}


def problems(content: Content, known_headings: Collection[str], *, names: bool = False) -> list[Problem]:
    """What is personal in any sheet, hidden ones too, and beside the cells; errors first.

    names: people's names, addresses and mailboxes may be there, since only what is counted is let in; no CPR number.
    """
    sheets = (*content.sheets, *content.hidden)
    known = {normalise(heading) for heading in known_headings}
    amounts = Amounts(sheets)
    kinds: frozenset[personal_data.Kind] = frozenset(("cpr",)) if names else frozenset(TEXTS)
    found = [p for sheet in sheets for p in _in_cells(sheet, known, amounts, content.rows, kinds)]
    found += [_at(place, "cpr") for place in content.marked
              if not (_is_moment(amounts.value(place)) or amounts.hold(place, amounts.value(place)))]
    found += [problem(SHEET_NAME.format(at)) for at, sheet in enumerate(sheets, 1) if personal_data.has_cpr(sheet.name)]
    found += _asides(content, already=any(p.severity == "fejl" for p in found))
    return sorted(found, key=lambda p: p.severity != "fejl")


class Amounts:
    """Columns of large amounts, of which a few look like a CPR number without its leading zero."""

    def __init__(self, sheets: Collection[Sheet]) -> None:
        """Look at no column before it is asked for."""
        self._cells = {sheet.name: sheet.cells for sheet in sheets}
        self._known: dict[tuple[str, int], bool] = {}

    def value(self, place: Place) -> object:
        """The cell at this place; None when no sheet shows it."""
        cells = self._cells.get(place.sheet)
        if cells is None or place.column >= cells.shape[1] or place.row not in cells.index:
            return None
        return cells.at[place.row, place.column]

    def hold(self, place: Place, value: object) -> bool:
        """Whether the cell's value is nine plain digits in a column of amounts."""
        if len(_digits(value)) != personal_data.SHORTENED:
            return False
        key = place.sheet, place.column
        if key not in self._known:
            column = self._cells[place.sheet][place.column].tolist()
            self._known[key] = personal_data.are_amounts([_digits(value) for value in column])
        return self._known[key]


def _in_cells(sheet: Sheet, known: set[str], amounts: Amounts, rows: Sequence[int] | None,
              kinds: Collection[personal_data.Kind]) -> Iterator[Problem]:
    """The first findings of each of the kinds one by one, the rest counted."""
    told: Counter[personal_data.Kind] = Counter()
    for place, kind, text in _findings(sheet, rows):
        an_amount = kind == "cpr" and amounts.hold(place, text)
        if kind not in kinds or an_amount or (kind == "name" and normalise(text) in known):
            continue
        told[kind] += 1
        if told[kind] <= LISTED:
            yield _at(place, kind)
    for kind, count in told.items():
        if count > LISTED:
            yield problem(f"{number(count - LISTED)} {MORE[kind]}", sheet=shown_name(sheet.name),
                          severity=SEVERITY[kind])


def _findings(sheet: Sheet, rows: Sequence[int] | None) -> Iterator[tuple[Place, personal_data.Kind, str]]:
    cells = sheet.cells if rows is None else sheet.cells.loc[sheet.cells.index.intersection(rows)]
    texts = [(at, value) for at, value in enumerate(cells.to_numpy().ravel().tolist()) if type(value) is str]
    for finding in personal_data.scan([text for _, text in texts]):
        at, text = texts[finding.position]
        row, column = divmod(at, cells.shape[1])
        yield Place(sheet.name, int(cells.index[row]), column), finding.kind, text


def _at(place: Place, kind: personal_data.Kind) -> Problem:
    column = column_letters(place.column)
    sheet = f"ark »{shown_name(place.sheet)}«, " if place.sheet else ""
    text, remedy = TEXTS[kind].format(f"{sheet}kolonne {column}, række {place.row}"), REMEDIES[kind]
    counted = f"{text}{COUNT}{remedy[:1].lower()}{remedy[1:]}" if remedy else ""
    return replace(problem(f"{text}{remedy}", sheet=shown_name(place.sheet), row=place.row, column=column,
                           severity=SEVERITY[kind]), if_counted=counted)


def _is_moment(value: object) -> bool:
    """Whether a number that is shown as a day is one of the campaign's years and its clock, on a whole second.

    A workbook counts days: 27-01-2010 9:00 lies in it as 40205.375, which could be born on 4 February 2005.
    """
    return isinstance(value, datetime) and value.year in RECENT and value.microsecond == 0


def _digits(value: object) -> str:
    """A cell's plain whole number as digits; empty for everything else."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).strip() if isinstance(value, (str, int)) else ""
    return text if text.isdecimal() else ""


def _asides(content: Content, *, already: bool) -> list[Problem]:
    """What only stands beside the cells; a text that a cell shows is told of once, as the cell's."""
    found = {}
    for aside in content.asides:
        if personal_data.has_cpr(aside.text) and not (already and aside.shared):
            sheet = f"ark »{shown_name(aside.sheet)}«, " if aside.sheet else ""
            text = CPR.format(f"{sheet}{aside.place}")
            found[text] = problem(text, sheet=shown_name(aside.sheet or ""))
    return list(found.values())
