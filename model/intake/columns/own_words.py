"""Which texts are our own words, and may be shown and kept wherever they stand; any other may be a person's name."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.basics.personal_data import has_contact
from model.intake.cells.cell_text import cut, squeezed, written
from model.intake.cells.count_text import HIDDEN, MISSING, NUMERIC
from model.intake.cells.presence import presence
from model.intake.cells.rating_words import is_unsure, rating
from model.intake.columns import fitting
from model.intake.columns.fitting import Scope
from model.intake.datasets.datasets import DATASETS, offered
from model.intake.files.workbook import column_letters
from model.programmes.current import PROGRAMME
from model.programmes.words import ITSELF, ORGANISER, REGION, SHORT

SHOWN = 5  # values that a person recognises a column by
BESIDE = 2  # of them, where other texts are told of too
SAMPLED = 50
MOST = 20  # different values that are looked at
LONGEST = 40  # characters of a value
WORD = re.compile(r"[^\W\d_]+")
LETTERS = re.compile(r"[a-zæøåäöéü]", re.IGNORECASE)  # what a normalised text still tells apart
NUMBERED = re.compile(r"(?:Ark|Sheet|Feuil|Tabelle)\s?\d*", re.IGNORECASE)  # as programs name sheets themselves
HIDDEN_WORD = "…"
NAMED = re.compile(r"[A-ZÆØÅ][^\W\d_]*[\s,.-]+(?:\S+\s)*[A-ZÆØÅ][^\W\d_]*")  # as a first name and a last
AGAIN = re.compile(r"…(?:[^\w…»«]{0,3}…)+")  # hidden words side by side
QUOTED = re.compile(r"»(?P<quoted>[^»«]*)«|(?P<word>[^\W\d_]+)")  # what a sentence of ours quotes, and its other words
DIGITS = re.compile(r"\d+")
SAYING = frozenset({"number", "code", "place", "month", "date", "course_day", "measure"})
PLACES = frozenset(normalise(word) for unit in PROGRAMME.units for word in WORD.findall(unit.name))
JOBCENTERS_ALONE = Scope({normalise(unit.name): unit.code for unit in PROGRAMME.units})  # where no database is at hand
ORDINARY = WORD.findall(f"{SHORT} {ORGANISER} {REGION} {ITSELF}".lower()) + WORD.findall("""
    af afdeling akk akkumuleret aktiverede aktivering aktivitet aktuel aktuelt alle alt amt andel andele andre
    antal apr april at aug august bedst belægning beregnet beregning besatte beskæftigelsesregion
    beskæftigelsesregionen blandt centre centrene da dag dage dato dd de dec december deltagelse deltagere
    deltagerliste deltagerlister den der det diff difference dk dårligst efter eksempel eller en end endelig
    endelige enheder er et evaluering evalueringen evalueringer excel faktisk feb februar fil filen flere for
    fordeling fordelt foreløbig foreløbige forløb forskel fra fremdrift fremmøde fuldtid fuldtidspersoner før
    første gennemsnit gns gruppe gruppen halvår har hele henvendelser heraf hotline hotlinen hver hvor i ialt
    ikke indberetning indberetninger indeks index indsats indsatsen jan januar jc jobcentre jobcentrene
    jobindsats jul juli jun juni kampagne kilde kommune kommuner kommunerne konsulent kr kum kumuleret
    kun kurser kursus kursusdag kursusdage kvartal kvt landet liste lister log lokale maj mar marts med meget
    mellem mentor mentorer mentorforløb mentorkurser mentorkursus mindst mål måltal måned måneder
    månedlig månedlige måneds månedstal ned niveau note noter nov november nr og okt oktober om omfatter op
    opdateret opdelt opfølgning opfølgninger opgjort opgørelse optælling over oversigt pct periode perioden
    personer pladser plan pr procent projekt på rang rapport rapporten region regionen register resultat
    resultater rådgivning rækker samlet sammen score se seneste sep sept september siden sidste skala skema som
    statistik status stk sum summen summer svar tabel tabellen tal tallene til tilbage tilfreds tilmelding
    tilmeldinger tilmeldingsliste total totaler uden udtrukket udtræk udvikling uge uger ultimo under utilfreds
    var ved vedrørende vest virksomheder virksomhedscenter virksomhedscentre virksomhedscentrene viser vækst ytd
    år året åtd ændr ændret ændring øst
""")  # what titles and headings are made of, and names are not
ASKING = WORD.findall("""
    ad adresser afdelinger afholdes afkrydsning aflyste afsenderen aktive aktivt alder alene allerede alligevel
    amerikansk anden andet angiv antallet ark arkene arket arkets begge behold beholder beholdt bekræft bestemt
    besøg betyder blev bliver brug bruges butikker både celle cellen celler centret dagene dansk datasættet
    datoen del deler deltagerne dem denne dens du egen eget egne ellers ende ene enhed enkelt ens felt felter
    fem filens filnavnet findes fire flyttet forfra forkert forklares forskellige fortsat fortsætter fremgår fx
    fået får følger først gamle gang gange gangen gav gemme gemmes gemt genkendt genåbnet giver godkend går
    gælder handler have hedder helt hen hent henvendelserne her hinanden hold holdes hos huse huskes hvad hvem
    hverken hvert hvilken hvilket hvis hvordan hvorfor hvornår høre hører igen indeholder indlæs indlæses ingen
    ingenting intet jeg jobcentret kan kendes kender koder kolonne kolonnen kolonnerne kom kommer kontrolleres
    kontrollér krydser kurset kursusdeltagelse kursusevaluering kursusforløb lad lagt lavet ligner linjen
    linjerne list listen loggen lukkedatoen lukkede læses læst mange mangler matrikler medmindre men mente mod
    månedens månederne møde mødte navnet noget nogle nummereret numre numrene ny nye nytår når nærmeste næste
    nævner også oplyses oplysninger oplyst ord ordene overskrevet overskrift overskriften overskrifter overskrifterne
    passer pause pausen person plads pladserne planlagt regnes ret rettelser rettes rigtige rigtigt roller række
    rækkefølge rækken rækkerne samles samme samt samtlige seks selv senere ses sige siger siges sin sine sit
    skal skalaen skemaet skifter skiftet skjult skrevet skriv skriver skrives slags slet spørg stadig sted
    steder stedet stod står svarede svarene svarer så sådan særlig tabeller tabellerne takkede tallet talt
    teksten tilføj tilsammen tilsvarende titellinjen to tomme tomt tre trin tusinder tyder tæl tælle tæller
    tælles tøm ud udelad udelades udfaldene udfyldt udgår valgt vejledningen venteliste vides væk vælg værdier
    være åben åbent åbne åbnede åbner åbningsdagen årstal årstallene årstallet ønsker
""")  # what our questions and answers are made of beside, and names are not


@dataclass(frozen=True)
class _Declared:
    """What the declarations say, normalised. cells: whole choices and headings. words: what headings are made of, and
    ordinary ones. said: choices, and what our questions are made of.
    """

    cells: frozenset[str]
    words: frozenset[str]
    said: frozenset[str]


def _declared() -> _Declared:
    return _declared_of(tuple(offered()))


@cache
def _declared_of(names: tuple[str, ...]) -> _Declared:
    parts = [part for name in names for part in DATASETS[name].parts]
    headings = [text for part in parts for text in (*part.aliases, part.heading, part.name)]
    made_of = [word for text in headings for word in WORD.findall(text.replace("_", " "))]
    choices = [word for part in parts for stored, others in (part.choices or {}).items() for word in (stored, *others)]
    return _Declared(*(frozenset(map(normalise, each)) for each in (
        [*choices, *headings], [*ORDINARY, *made_of], [*choices, *ASKING])))


def is_own(text: str, scope: Scope) -> bool:
    """Whether a cell's text says something that we know: a number, a mark, a day, a place, a choice, that one came."""
    plain = squeezed(written(text) or "")
    if not plain or not is_told_apart(plain):
        return not any(map(str.isalnum, plain)) or presence(plain) is not None
    folded = plain.casefold()
    if has_contact(plain):
        return False
    return (NUMERIC.match(plain) is not None or folded in MISSING or HIDDEN.fullmatch(folded) is not None
            or normalise(plain) in _declared().cells or bool(fitting.sorts_of(plain, scope) & SAYING)
            or presence(plain) is not None or rating(plain) is not None or is_unsure(plain))


def is_heading(text: str) -> bool:
    """Whether every word of a heading is one of our headings' or says how a figure is computed: it names nobody."""
    return is_told_apart(text) and all(normalise(word) in _declared().words for word in WORD.findall(text))


def names_a_sheet(text: str) -> bool:
    """Whether a sheet's name is one that programs give, or is made of our words and jobcenters: it names nobody."""
    return not text or NUMBERED.fullmatch(text) is not None or veiled(text) == " ".join(text.split())


def samples(cells: np.ndarray, scope: Scope, *, heading: str = "") -> tuple[str, ...]:
    """What a person may recognise a column by: our own words and numbers as they stand, and of other texts their kind.

    heading: the column's, which may say that its numbers are telephones.
    """
    own: dict[str, None] = {}
    others: set[str] = set()
    for cell in dict.fromkeys(cell for cell in cells[:SAMPLED] if pd.notna(cell)):
        if len(own) + len(others) == MOST:
            break
        text = squeezed(written(cell) or "")
        if (isinstance(cell, str) and not is_own(cell, scope)) or has_contact(f"{heading} {text}"):
            others.add(text)
        else:
            own[str(cell).strip()[:LONGEST]] = None
    return (*tuple(own)[:BESIDE], _kind(others)) if others else tuple(own)[:SHOWN]


def veiled(text: str, length: int = LONGEST) -> str:
    """A line or a heading as a message may repeat it: our words, numbers and ordinary ones, ``…`` for all others."""
    plain = " ".join(text.split())
    shown = WORD.sub(lambda word: word[0] if _is_ordinary(word[0]) else HIDDEN_WORD, plain)
    return cut(AGAIN.sub(HIDDEN_WORD, shown), length)


def ours(text: str) -> str:
    """A cell's text as it may be kept: one that is ours as it stands, ``…`` for the words of any other that are not."""
    if is_own(text, JOBCENTERS_ALONE):
        return text
    shown = WORD.sub(lambda word: word[0] if _is_said(word[0]) else HIDDEN_WORD, " ".join(text.split()))
    return _without_contact(text, AGAIN.sub(HIDDEN_WORD, shown))


def asked(text: str) -> str:
    """A question or an answer of ours as it may be kept: of what it quotes and names from a file only what is ours."""
    return _without_contact(text, AGAIN.sub(HIDDEN_WORD, QUOTED.sub(_asked, " ".join(text.split()))))


def _asked(part: re.Match[str]) -> str:
    if part["word"] is None:
        return f"»{ours(part['quoted'])}«"
    letter = len(part["word"]) == 1  # as a column has
    return part["word"] if letter or _is_said(part["word"]) else HIDDEN_WORD


def _is_said(word: str) -> bool:
    return _is_ordinary(word) or (is_told_apart(word) and normalise(word) in _declared().said)


def _without_contact(text: str, shown: str) -> str:
    """What is shown of a text without the numbers of a telephone."""
    return AGAIN.sub(HIDDEN_WORD, DIGITS.sub(HIDDEN_WORD, shown)) if has_contact(text) else shown


def headings_of(columns: Iterable[tuple[int, str, np.ndarray]], scope: Scope) -> list[str]:
    """What to call columns that are not used (position, heading, cells): a heading that may be a name by its letter.

    Over words a heading says what they are. Over ticks it may be whom they are about: a list on end.
    """
    every = [(position, heading, heading and not is_heading(heading) and not _over_words(cells, scope), cells)
             for position, heading, cells in columns]
    ticked = [position for position, _, doubtful, cells in every if doubtful and _are_ticks(cells)]
    people = set(ticked if len(ticked) > 1 else ()) | {
        position for position, heading, doubtful, _ in every if doubtful and NAMED.search(heading)}
    return [f"»{heading}«" if heading and position not in people else column_letters(position)
            for position, heading, *_ in every]


def _over_words(cells: np.ndarray, scope: Scope) -> bool:
    return any(isinstance(cell, str) and not is_own(cell, scope) for cell in cells[:SAMPLED])


def _are_ticks(cells: np.ndarray) -> bool:
    """Whether all that stands in a column says whether somebody came."""
    return all(presence(written(cell) or "") is not None for cell in cells[:SAMPLED] if pd.notna(cell))


def _is_ordinary(word: str) -> bool:
    return is_told_apart(word) and (normalise(word) in _declared().words or normalise(word) in PLACES)


def _kind(texts: Collection[str]) -> str:
    """``5 forskellige tekster på 8–20 tegn``."""
    shortest, longest = min(map(len, texts)), max(map(len, texts))
    length = f"{shortest}–{longest}" if longest > shortest else str(longest)
    return f"{len(texts)} forskellige tekster på {length} tegn" if len(texts) > 1 else f"en tekst på {length} tegn"


def is_told_apart(text: str) -> bool:
    """Whether no letter of the text is lost where texts are compared: a name in another script would look empty."""
    return all(LETTERS.match(sign) for sign in text if sign.isalpha())
