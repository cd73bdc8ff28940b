"""Parts of a declaration that may each be right by itself and still do not fit the others: what is wrong, and where."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from model.basics.formatting import listing, normalise
from model.programmes import checking_aims, referring
from model.programmes.located import Path
from model.programmes.municipalities import MUNICIPALITIES
from model.programmes.programme import AllOf, Increase, Measure, Outcome, Programme, Share
from model.programmes.repeated import again

COUNTS = ("stock", "flow")
KINDS = {"model": ("choice",), "method": ("text",), "remark": ("text",), "delivered": ("date",)}  # of all else: COUNTS
WORDS = {"group": ("noun", "plural"), "reached": ("noun", "definite"), "part": ("noun",),
         "outcome": ("noun", "definite", "plural"), "outcome_beside": ("noun",)}  # what sentences need
PUBLIC = {"group": "by_month", "reached": "by_month", "part": "whole", "ended": "by_half_year",
          "outcome": "by_half_year"}  # how a role may be told; all else is internal
TOGETHER = (("group", "reached"), ("ended", "outcome"))  # told both or neither: the rest would follow from one of them
Wrong = tuple[Path, str]


def problems(programme: Programme) -> list[Wrong]:
    """(path to the value, what is wrong and what to do) of everything that does not fit; empty for a sound one."""
    return [*_of_period(programme), *_of_units(programme), *_of_measures(programme), *_of_roles(programme),
            *_of_goals(programme), *_of_plan(programme), *_of_collection(programme), *checking_aims.problems(programme),
            *_of_names(programme), *_of_braces(programme)]


def _of_period(programme: Programme) -> Iterator[Wrong]:
    for name in ("figures_from", "starts", "ends"):
        if getattr(programme, name).day != 1:
            yield (name,), f"»{name}« skal være den første dag i en måned."
    if programme.ends < programme.starts:
        yield ("ends",), "Programmet slutter, før det begynder. Ret »starts« eller »ends«."
    if programme.figures_from > programme.starts:
        yield ("figures_from",), "Der tages først mod tal, efter at programmet er begyndt. Ret »figures_from«."
    if programme.baseline and not programme.figures_from <= programme.baseline.month <= programme.ends:
        yield ("baseline", "month"), "Udgangspunktet ligger uden for de måneder, der tages mod tal for."


def _of_units(programme: Programme) -> Iterator[Wrong]:
    codes = {normalise(name): code for code, name in MUNICIPALITIES.items()}
    for at, unit in enumerate(programme.units):
        theirs = codes.get(normalise(unit.name))
        if theirs not in (None, unit.code):
            yield ("units", at, "code"), f"{unit.name} har kommunekoden {theirs}, ikke {unit.code}."
    for name in ("code", "name", "tile"):
        for at in again([getattr(unit, name) for unit in programme.units]):
            yield ("units", at, name), f"»{name}« er den samme som for en anden enhed."
    spellings = [(at, normalise(text)) for at, unit in enumerate(programme.units)
                 for text in dict.fromkeys((unit.name, *unit.spellings))]
    owners: dict[str, int] = {}
    for at, text in spellings:
        if owners.setdefault(text, at) != at:
            yield ("units", at, "spellings"), f"»{text}« er også en stavemåde for {programme.units[owners[text]].name}."


def _of_measures(programme: Programme) -> Iterator[Wrong]:
    names = [measure.name for measure in programme.measures]
    yield from ((("measures", at, "name"), f"Der er to nøgletal med navnet »{names[at]}«.") for at in again(names))
    headings = [normalise(measure.heading) for measure in programme.measures]
    yield from ((("measures", at, "heading"), f"Et andet nøgletal har også overskriften "
                 f"»{programme.measures[at].heading}«. Giv det sin egen.") for at in again(headings))
    counts = {measure.name for measure in programme.measures if measure.kind in COUNTS}
    for at, measure in enumerate(programme.measures):
        if measure.part_of is not None and measure.part_of not in counts:
            yield ("measures", at, "part_of"), _unknown(measure.part_of, "nøgletal, der tælles", sorted(counts))
        if (measure.kind == "choice") != (measure.choices is not None):
            yield ("measures", at, "choices"), "»choices« hører til et nøgletal med kind = \"choice\", og kun til det."
        yield from _of_role(at, measure)
        yield from _of_public(at, measure)
    yield from _circles(programme)
    yield from _told_together(programme)


def _of_role(at: int, measure: Measure) -> Iterator[Wrong]:
    if measure.role is None:
        return
    kinds = KINDS.get(measure.role, COUNTS)
    if measure.kind not in kinds:
        wanted = listing((f"»{kind}«" for kind in kinds), word="eller")
        yield ("measures", at, "role"), f"Rollen »{measure.role}« kræver, at kind er {wanted}."
    for word in WORDS.get(measure.role, ()):
        if not getattr(measure, word):
            yield ("measures", at), f"»{word}« mangler: ordet bruges i sætninger om rollen »{measure.role}«."


def _of_public(at: int, measure: Measure) -> Iterator[Wrong]:
    fits = PUBLIC.get(measure.role or "")
    if measure.public not in ("never", fits):
        way = f"»{fits}« eller »never«" if fits else "»never«"
        whose = f"med rollen »{measure.role}«" if measure.role else "uden rolle"
        yield ("measures", at, "public"), (f"Et nøgletal {whose} kan ikke offentliggøres som »{measure.public}«. "
                                           f"Skriv {way}.")


def _told_together(programme: Programme) -> Iterator[Wrong]:
    of_role = {measure.role: (at, measure) for at, measure in enumerate(programme.measures)}
    for whole, part in TOGETHER:
        if whole in of_role and part in of_role and of_role[whole][1].public != of_role[part][1].public:
            yield ("measures", of_role[part][0], "public"), (
                f"»{of_role[whole][1].name}« og »{of_role[part][1].name}« skal offentliggøres på samme måde.")


def _of_names(programme: Programme) -> Iterator[Wrong]:
    """What is named is there."""
    quotes = sorted(programme.definitions.quotes) if programme.definitions else []
    return referring.unknown(programme, {"unit": [unit.code for unit in programme.units], "quote": quotes,
                                         "measure": [measure.name for measure in programme.measures]})


def _circles(programme: Programme) -> Iterator[Wrong]:
    wholes = {measure.name: measure.part_of for measure in programme.measures}
    for at, measure in enumerate(programme.measures):
        seen, name = {measure.name}, measure.part_of
        while name is not None and name not in seen:
            seen.add(name)
            name = wholes.get(name)
        if name is not None:
            yield ("measures", at, "part_of"), "Nøgletallet er en del af sig selv. Ret »part_of«."


def _of_roles(programme: Programme) -> Iterator[Wrong]:
    """Only ``part`` is played by several."""
    roles = [measure.role if measure.role != "part" else None for measure in programme.measures]
    for at in again(roles):
        if roles[at] is not None:
            yield ("measures", at, "role"), f"Et andet nøgletal har også rollen »{roles[at]}«. Kun ét kan have den."


def _of_goals(programme: Programme) -> Iterator[Wrong]:
    played = {measure.role for measure in programme.measures}
    stored: set[str] = set()
    for path, part in _parts(programme):
        for name in ("group", "reached", "ended", "outcome"):
            role = getattr(part, name, None)
            if role is not None and role not in played:
                yield (*path, name), f"Intet nøgletal har rollen »{role}«. Giv et nøgletal den i measures.toml."
        if isinstance(part, Increase) and programme.baseline is None:
            yield path, "En forøgelse måles fra et udgangspunkt. Skriv en tabel [baseline] med month, source og reason."
        if part.stored_as in stored:
            yield (*path, "stored_as"), f"Et andet mål gemmes også som »{part.stored_as}«."
        stored.add(part.stored_as)


def _parts(programme: Programme) -> Iterator[tuple[Path, Share | Increase | Outcome]]:
    for name, goal in programme.goals.items():
        if isinstance(goal, AllOf):
            yield from ((("goals", name, "parts", part), each) for part, each in goal.parts.items())
        elif isinstance(goal, Outcome):
            yield ("goals", name), goal


def _of_plan(programme: Programme) -> Iterator[Wrong]:
    if programme.plan is None:
        return
    if mentors := programme.plan.mentor_courses:
        try:
            mentors.title.format(run=1, day=1)
        except (KeyError, IndexError, ValueError):
            yield ("plan", "mentor_courses", "title"), "I »title« kan kun {run} og {day} stå i tuborgklammer."
    places = [(series, at, day.code) for series in ("courses", "mentor_courses")
              if (declared := getattr(programme.plan, series)) for at, day in enumerate(declared.days)]
    for at in again([code for *_, code in places]):
        series, position, code = places[at]
        yield ("plan", series, "days", position), f"To kursusdage har koden »{code}«."
    for at, activity in enumerate(programme.plan.activities):
        if activity.ends < activity.starts:
            yield ("plan", "activities", at, "ends"), "Aktiviteten slutter, før den begynder."


def _of_collection(programme: Programme) -> Iterator[Wrong]:
    """An example is from somewhere, and its pages are in order."""
    if programme.collection is None:
        return
    for at, example in enumerate(programme.collection.examples):
        path: Path = ("collection", "examples", at)
        if not example.places and not example.beyond:
            yield path, "Eksemplet hører ingen steder til. Skriv enhedernes koder i »places« eller stedet i »beyond«."
        if example.pages[0] > example.pages[1]:
            yield (*path, "pages"), "Den sidste side kommer før den første."
    if len(programme.collection.examples) > programme.collection.claimed:
        yield ("collection", "claimed"), "Der er flere eksempler her, end kilden siger, den har."


def _of_braces(programme: Programme) -> Iterator[Wrong]:
    """Texts that explain a goal name its targets in braces, so what goes into them has none of its own."""
    words: list[tuple[Path, str]] = [(("goals", name, "title"), goal.title) for name, goal in programme.goals.items()]
    words += [(("measures", at, word), getattr(measure, word)) for at, measure in enumerate(programme.measures)
              for word in ("heading", "noun", "definite", "plural", "short")]
    words += [(("definitions", "remarks", name, part), getattr(remark, part)) for part in ("reading", "weaknesses")
              for name, remark in (programme.definitions.remarks if programme.definitions else {}).items()]
    yield from ((path, f"»{path[-1]}« må ikke have tuborgklammer.") for path, text in words if set("{}") & set(text))


def _unknown(name: str, kind: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"»{name}« er ikke blandt de {kind}." + (f" Mente du »{near[0]}«?" if near else "")
