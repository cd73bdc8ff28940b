"""BRM's own lists of the courses: sign-ups before a run, who came on the day, and the evaluation forms afterwards."""

from collections.abc import Sequence
from datetime import date, datetime
from random import Random

from model.basics.formatting import day
from sample_data.making.figures import Region
from sample_data.making.places import LEMVIG, MARK, NORDDJURS, PLACES, RANDERS, SAMSOE, STRUER, Place
from sample_data.making.planned import COURSES, MENTOR_COURSES
from sample_data.making.senders import CONSULTANT, SampleFile
from sample_data.making.workbooks import workbook

SEED = 1911
NEVER = (SAMSOE, LEMVIG, STRUER)
FIFTH = ("791", "K2")  # Viborg sent a fifth person to the second day
GAP = (NORDDJURS, "K6")  # the list of the last day came without Norddjurs
CORRECTED = (RANDERS, "K3")  # one person too many on the list, put right a week later
CAME = {1: 0.92, 2: 0.86, 3: 0.74}  # of those registered, by day of the run
COURSE_ROLES, MENTOR_ROLES = ("Konsulent", "Tovholder"), ("Konsulent", "Tovholder", "Mentor")
WALKED_IN = "Deltagerlisten er talt op ved døren: kolleger kom med uden tilmelding"
CHAIR = "Viborg havde en nyansat med; der var plads ved bordet"
COURSE_DAYS, MENTOR_DAYS = COURSES.days, MENTOR_COURSES.days
HELD = {day.code: day.held_on for day in (*COURSE_DAYS, *MENTOR_DAYS)}
# Who came on the first day of each mentor run: konsulenter, tovholdere, mentorer. No day of a run had more.
MENTORS = {
    1: {"661": (1, 1, 3), "791": (2, 1, 5), "657": (1, 1, 4), "740": (1, 1, 4), "779": (1, 0, 2), "751": (1, 1, 3),
        "730": (1, 0, 2)},
    2: {"615": (1, 1, 4), "751": (2, 1, 6), "706": (1, 0, 3), "707": (1, 1, 2), "710": (1, 1, 2), "766": (1, 1, 3),
        "746": (1, 0, 2), "756": (1, 0, 2), "760": (1, 1, 3), "671": (0, 1, 1), "727": (0, 0, 2)}}
Counts = dict[tuple[str, str, str], int]  # (course day, jobcenter, role) -> persons


def files(region: Region) -> list[SampleFile]:
    """Sign-ups, one list per day, a correction, and the evaluation forms. The jobcenters' figures play no part."""
    dice = Random(SEED)
    registered, attended = _course(dice)
    booked, came = _mentors(dice)
    registered, attended = registered | booked, attended | came
    return [*_sign_ups(registered), *_course_lists(registered, attended), _correction(attended),
            *_mentor_lists(registered, attended), *_evaluations(dice, attended)]


def _course(dice: Random) -> tuple[Counts, Counts]:
    registered: Counts = {}
    attended: Counts = {}
    for place in PLACES:
        seats = 0 if place.code in NEVER else dice.choice((3, 4, 4)) if place.persons > 400 else dice.choice((2, 3))
        for code, number in ((each.code, each.day) for each in COURSE_DAYS):
            booked = {"Tovholder": min(seats, 1), "Konsulent": max(seats - 1, 0)}
            for role, count in booked.items():
                key = (code, place.code, role)
                registered[key] = count
                attended[key] = sum(dice.random() < CAME[number] for _ in range(count))
            if seats and seats < COURSES.most_of_a_day and dice.random() < 0.06:
                attended[code, place.code, "Konsulent"] = booked["Konsulent"] + 1
    viborg, second = FIFTH
    registered |= {(second, viborg, "Konsulent"): 3, (second, viborg, "Tovholder"): 1}
    attended |= {(second, viborg, "Konsulent"): 4, (second, viborg, "Tovholder"): 1}
    return registered, attended


def _mentors(dice: Random) -> tuple[Counts, Counts]:
    registered: Counts = {}
    attended: Counts = {}
    for code, run, number in ((each.code, each.run, each.day) for each in MENTOR_DAYS):
        for place in PLACES:
            first = MENTORS[run].get(place.code, (0, 0, 0))
            for role, most in zip(MENTOR_ROLES, first, strict=True):
                away = sum(dice.random() < 0.1 * number for _ in range(most)) if number > 1 else 0
                attended[code, place.code, role] = most - away
                registered[code, place.code, role] = most + (1 if role == "Mentor" and place.persons == 830 else 0)
    return registered, attended


def _sign_ups(registered: Counts) -> list[SampleFile]:
    """One list per run of the course series and of the mentor courses, about a week before its first day."""
    runs = (("kursus_forloeb1", [day.code for day in COURSE_DAYS[:3]], datetime(2009, 11, 12, 10, 5)),
            ("kursus_forloeb2", [day.code for day in COURSE_DAYS[3:]], datetime(2010, 2, 16, 9, 40)),
            ("mentorkursus1", [day.code for day in MENTOR_DAYS[:3]], datetime(2010, 2, 17, 11, 15)),
            ("mentorkursus2", [day.code for day in MENTOR_DAYS[3:]], datetime(2010, 3, 18, 13, 20)))
    made = []
    for name, codes, received in runs:
        rows = [[f"{HELD[code]:%d-%m-%Y}", place.name, role, str(registered[code, place.code, role])]
                for code in codes for place in _in_order() for role in _roles(code)]
        text = _csv([f"{MARK}. Tilmeldinger modtaget i BRM"], ["Kursusdag", "Jobcenter", "Rolle", "Tilmeldt"], rows)
        made.append(SampleFile(f"{received:%Y-%m-%d}_tilmelding_{name}.csv", text, received, CONSULTANT,
                               dataset="kursusdeltagelse"))
    return made


def _course_lists(registered: Counts, attended: Counts) -> list[SampleFile]:
    """The list that lay on the table at Herning, typed the day after."""
    made = []
    for number, (code, held, title) in enumerate(((each.code, each.held_on, each.title) for each in COURSE_DAYS), 1):
        rows, unknown = [], ".."
        for place in _in_order():
            for role in COURSE_ROLES:
                count = attended[code, place.code, role] + ((place.code, code) == CORRECTED and role == "Konsulent")
                rows.append([place.name, role, str(registered[code, place.code, role]),
                             unknown if (place.code, code) == GAP else str(count)])
        text = _csv([f"{MARK}. Fremmøde, kursusdag {number} ({day(held)})", f"»{title}«"],
                    ["Jobcenter", "Funktion", "Tilmeldt", "Mødt"], rows)
        made.append(SampleFile(f"{held:%Y-%m-%d}_fremmoede_kursusdag{number}.csv", text, _after(held), CONSULTANT,
                               CHAIR if code == FIFTH[1] else WALKED_IN, dataset="kursusdeltagelse"))
    return made


def _correction(attended: Counts) -> SampleFile:
    """Randers says that one name stood twice on the list."""
    code = CORRECTED[1]
    rows = [["Randers", "Konsulent", str(attended[code, RANDERS, "Konsulent"])]]
    text = _csv([f"{MARK}. Rettelse til kursusdag 3 ({day(HELD[code])})"], ["Jobcenter", "Funktion", "Mødt"], rows)
    return SampleFile("2010-02-04_rettelse_kursusdag3.csv", text, datetime(2010, 2, 4, 14, 10), CONSULTANT,
                      "Rettelse fra Jobcenter Randers: en deltager stod to gange på listen", dataset="kursusdeltagelse")


def _mentor_lists(registered: Counts, attended: Counts) -> list[SampleFile]:
    """The half days at Viborg: a workbook a day, with the day on every row."""
    made = []
    for code, run, number, held in ((each.code, each.run, each.day, each.held_on) for each in MENTOR_DAYS):
        named = f"Mentorkursus {run}, dag {number}"
        sheet: list[Sequence[int | str | None]] = [
            [f"{MARK}. Deltagerliste"], ["Dag", "Jobcenter", "Rolle", "Tilmeldte", "Fremmødte"],
            *(_mentor_row(named, place, role, registered[code, place.code, role], attended[code, place.code, role])
              for place in _in_order() for role in MENTOR_ROLES)]
        made.append(SampleFile(f"{held:%Y-%m-%d}_mentorkursus{run}_dag{number}.xlsx", workbook({"Liste": sheet}),
                               _after(held, hour=13), CONSULTANT, dataset="kursusdeltagelse"))
    return made


def _mentor_row(named: str, place: Place, role: str, registered: int, attended: int) -> Sequence[int | str | None]:
    return [named, place.name, role, registered, attended]


def _evaluations(dice: Random, attended: Counts) -> list[SampleFile]:
    """BRM's forms after each run of the course series, and the few that came back from the first mentor run."""
    batches = ((["K1", "K2", "K3"], datetime(2010, 2, 2, 10, 30), 0.72), (["M1-3"], datetime(2010, 4, 6, 9, 50), 0.45),
               (["K4", "K5", "K6"], datetime(2010, 5, 4, 10, 15), 0.58))
    headings = ["Kursusdag", "Skemaer udsendt", "Besvarede", *(f"Score {score}" for score in range(1, 6))]
    made = []
    for codes, received, answering in batches:
        rows = [[f"{HELD[code]:%d-%m-%Y}", *map(str, _forms(dice, code, attended, answering))] for code in codes]
        text = _csv([f"{MARK}. Evaluering, antal svar (5 er bedst)"], headings, rows)
        made.append(SampleFile(f"{received:%Y-%m-%d}_evaluering_{codes[0].lower()}.csv", text, received, CONSULTANT,
                               dataset="kursusevaluering"))
    return made


def _forms(dice: Random, code: str, attended: Counts, answering: float) -> list[int]:
    """Sent to those who came; some answer, and one in thirty of them gives no score."""
    sent = sum(count for (held, place, _), count in attended.items() if held == code and (place, held) != GAP)
    answered = sum(dice.random() < answering for _ in range(sent))
    scored = [dice.choices(range(1, 6), (1, 3, 9, 16, 11))[0] for _ in range(answered) if dice.random() > 1 / 30]
    return [sent, answered, *(scored.count(score) for score in range(1, 6))]


def _roles(code: str) -> tuple[str, ...]:
    return COURSE_ROLES if code.startswith("K") else MENTOR_ROLES


def _in_order() -> list[Place]:
    return sorted(PLACES, key=lambda place: place.code)


def _after(held: date, *, hour: int = 9) -> datetime:
    """The morning after, or at noon; never in a weekend, since no day lies on a Friday."""
    return datetime(held.year, held.month, held.day + 1, hour, 20)


def _csv(above: Sequence[str], headings: list[str], rows: list[list[str]]) -> bytes:
    """Semicolons in Windows' own letters, with the lines above the table filled out to its width."""
    lines = [*([line] for line in above), [], headings, *rows]
    return "".join(";".join(line + [""] * (len(headings) - len(line))) + "\r\n" for line in lines).encode("cp1252")
