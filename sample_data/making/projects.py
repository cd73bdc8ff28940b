"""What the two projects of generation 2 would have reported before each meeting: invented, the last not sent yet."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sample_data.making.figures import Region
from sample_data.making.senders import Cell, SampleFile

LEADER = "projektleder, {}"
RESULTS = ("Projekt", "Opgjort den", "Nøgletal", "Resultat")
FOLLOWED = ("Projekt", "Punkt", "Fulgt op den", "Status", "Ansvarlig funktion", "Plan", "Forhindring",
            "Hvad gøres ved det", "Dokumentation")
DAYS = (date(2014, 1, 1), date(2014, 5, 1), date(2014, 10, 1), date(2015, 4, 1))
# in all on each of the days, None where a project said nothing
REACHED: dict[str, dict[str, tuple[int | None, ...]]] = {
    "Middelfart": {
        "Visiterede i alt": (None, 27, 46, 71), "Virksomhedscentre generation 2": (10, 15, 18, 23),
        "Heraf private": (7, 11, 13, 17), "Heraf offentlige": (3, 4, 5, 6), "Pladser til målgruppen": (9, 21, 30, None),
        "Begyndt i alt": (None, 19, 38, 61), "Heraf i ressourceforløb": (None, 4, 8, 13),
        "Heraf med mindst 2 år på kontanthjælp": (None, 15, 30, 48), "Mentorkurser holdt i alt": (0, 4, 7, 12),
        "Deltagere på mentorkurserne i alt": (0, 57, 98, 163), "Store arrangementer holdt": (0, 0, 1, 1),
        "Netværksmøder hvert kvartal holdt": (0, 1, 3, 5), "Mindre netværksmøder holdt": (0, 2, 4, 7),
        "ERFA-møder holdt": (0, 2, 5, 8), "Målinger af progression indsamlet": (None, 16, 61, 118)},
    "København": {
        "Begyndt i alt": (None, None, 44, 84), "Heraf i ressourceforløb": (None, None, 12, 22),
        "Heraf med mindst 2 år på kontanthjælp": (None, None, 32, 62),
        "Virksomhedscentre generation 2": (6, None, 9, 11), "Netværksmøder hvert kvartal holdt": (None, None, 2, 4)},
}
POINTS: dict[str, tuple[tuple[Cell, ...], ...]] = {
    "Middelfart": (
        ("1. Virksomhedscenterplads", "på plads", "teamleder i Job og Kompetencehuset", "Kontrakterne fornys", "", "",
         "Kontrakter med alle centre"),
        ("2. Virksomhedsmentor", "på plads", "mentorkoordinator", "Hvert center har mindst én mentor", "", "", ""),
        ("3. Arbejdsaftalen", "i gang", "virksomhedskonsulenter", "Styrelsens skabelon tages i brug", "", "", ""),
        ("4. Tæt kontakt", "i gang", "koordinerende sagsbehandlere", "Faste møder på virksomheden", "", "", ""),
        ("5. Fast kontaktperson", "på plads", "teamleder i Job og Kompetencehuset", "Navnet står i kontrakten", "",
         "", ""),
        ("6. Væk med administrativt bøvl", "på plads", "virksomhedskonsulenter", "Fast antal pladser i kontrakten", "",
         "", ""),
        ("7. Mentorer uddannes og mødes", "i gang", "mentorkoordinator", "Et kursus om måneden", "", "",
         "Kursuskalender"),
        ("8. Ansvarlig projektleder", "på plads", "projektleder", "Indsatsgruppen mødes før hver milepæl", "", "", ""),
        ("9. Evaluering", "hindret", "projektleder", "Målinger af progression for alle",
         "Skemaerne kommer for sent fra virksomhederne", "Konsulenterne tager dem med hjem fra møderne", "")),
    "København": (
        ("1. Virksomhedscenterplads", "i gang", "teamet Job og service", "Flere brancher end i dag", "", "", ""),
        ("8. Ansvarlig projektleder", "på plads", "projektleder", "Indsatsgruppe med fem konsulenter", "", "", "")),
}


def files(region: Region) -> list[SampleFile]:
    """A file of results before each day a project has reported, and one of its points before the last."""
    made = [_results(project, at) for project, reached in REACHED.items() for at in range(len(DAYS))
            if any(values[at] is not None for values in reached.values())]
    return [*made, *map(_points, POINTS)]


def _results(project: str, at: int) -> SampleFile:
    rows = [(project, f"{DAYS[at]:%d-%m-%Y}", measure, values[at]) for measure, values in REACHED[project].items()
            if values[at] is not None]
    return SampleFile(f"milepaele_{_plain(project)}_{DAYS[at]:%Y-%m}.csv", _csv(RESULTS, rows),
                      _sent(project, DAYS[at]), LEADER.format(project), dataset="milepael")


def _points(project: str) -> SampleFile:
    rows = [(project, point, f"{DAYS[-1]:%d-%m-%Y}", *rest) for point, *rest in POINTS[project]]
    return SampleFile(f"holdepunkter_{_plain(project)}_{DAYS[-1]:%Y-%m}.csv", _csv(FOLLOWED, rows),
                      _sent(project, DAYS[-1]) + timedelta(minutes=10), LEADER.format(project), dataset="opfoelgning")


def _sent(project: str, day: date) -> datetime:
    """Results of a day come on it; what is counted on New Year's Day when people are back."""
    hour = 9 if project == "Middelfart" else 13
    return datetime(day.year, day.month, day.day + (5 if day.month == 1 else 0), hour, 20)


def _plain(project: str) -> str:
    return project.lower().replace("ø", "oe")


def _csv(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    lines = (("OPDIGTEDE TAL. Virksomhedscenter generation 2",), (), headings, *rows)
    return "".join(";".join("" if cell is None else str(cell) for cell in line) + "\r\n" for line in lines).encode(
        "utf-8-sig")
