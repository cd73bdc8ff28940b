"""Definitions of the kinds of goals that are no share of a group, each said of a programme's own goal and numbers."""

from collections.abc import Iterator
from datetime import date
from typing import TypeGuard

from model.basics.formatting import day, listing, month_long, month_name, number, plural
from model.basics.months import span
from model.programmes.kinds import Checklist, Contract, Events, Milestones, Volume
from model.programmes.programme import Goal, Programme
from model.subjects.definitions.measure import Measure, quoted, source_of
from model.subjects.projects.figures.points import IN_PLACE
from model.subjects.projects.figures.rows import UNJUDGED

Kind = Milestones | Volume | Events | Checklist | Contract
BETWEEN = "«, »"  # of quotes that stand together


def made(programme: Programme, path: str, title: str, what: str, numerator: str, denominator: str = "", *, quote: str,
         reading: tuple[str, ...], weaknesses: str, unit: str, source: str = "") -> Measure:
    """A definition named by its path in the declaration of a programme. reading: sentences, some of them empty."""
    return Measure(f"{programme.id}.{path}", title, what, numerator, denominator, quote,
                   " ".join(filter(None, reading)), weaknesses, source or source_of(programme), unit, as_declared=True)


def readings(programme: Programme, *quotes: str) -> tuple[str, ...]:
    """How a programme says that its quotes of these names are read."""
    said = programme.definitions
    return tuple(each.reading for each in said.remarks.values() if each.quote in quotes) if said else ()


def unit_of(programme: Programme, measure: str) -> str:
    """In what a measure is counted."""
    meaning = programme.named(measure).definition
    return meaning.unit if meaning else "antal"


def defined(aim: Goal) -> TypeGuard[Kind]:
    """Whether a goal is of a kind that is explained here."""
    return isinstance(aim, Kind)


def goal(programme: Programme, name: str, aim: Kind) -> Measure:
    """The definition of a goal of a programme, by its kind."""
    path = f"goals.{name}"
    if isinstance(aim, Milestones):
        return _milestones(programme, path, aim)
    if isinstance(aim, Volume):
        return _volume(programme, path, aim)
    if isinstance(aim, Events):
        return _events(programme, path, aim)
    return _checklist(programme, path, aim) if isinstance(aim, Checklist) else _contract(programme, path, aim)


def _milestones(programme: Programme, path: str, aim: Milestones) -> Measure:
    sent = f"Resultaterne sendes til {aim.reported_to} kort før hver dag." if aim.reported_to else ""
    return made(
        programme, path, aim.title, "Hvor mange af sine milepæle et projekt har nået, og hvad der er det næste.",
        "Milepæle, hvor resultatet på dagen er mindst det, der var planlagt i alt",
        "De nåede, og dem, hvor dagen er gået med et resultat, der er for lavt", quote=quoted(aim.quote, programme),
        reading=("Et resultat, der mangler, er ikke nul: er dagen gået, står der »resultat mangler«, og milepælen "
                 "regnes hverken som nået eller ikke nået. Et skjult resultat kan heller ikke vurderes. En dag, der er "
                 "i dag, er ikke for sent. Et resultat, der når planen, tæller, så snart det er indberettet. En dag, "
                 "hvor planens felt er tomt, er ingen milepæl.", sent, *readings(programme, aim.quote)),
        weaknesses="Resultatet skal være opgjort på selve dagen; et tal fra dagen før eller efter kan være næsten det "
                   "samme, men er ikke med.", unit="milepæle")


def _volume(programme: Programme, path: str, aim: Volume) -> Measure:
    parts = listing(f"{number(least)} {programme.named(name).said or programme.named(name).heading}"
                    for name, least in aim.parts.items())
    each = f"Målet er først nået, når hver del også er det: mindst {parts}." if parts else ""
    together = ("Er tallet i alt ikke oplyst, men alle delene er, lægges de sammen, og det siges. Er ét af tallene for "
                "lavt, er målet ikke nået; mangler et af dem ellers, kan det ikke opgøres." if parts else
                "Er det ikke oplyst, kan målet ikke opgøres.")
    lasts = f"Et forløb skal vare mindst {plural(aim.months, 'måned', 'måneder')}." if aim.months else ""
    return made(
        programme, path, aim.title, f"Om mindst {plural(aim.least, 'borger', 'borgere')} er begyndt i hvert projekt.",
        programme.named(aim.started).heading, quote=quoted(aim.quote, programme),
        reading=(f"Hvert projekt vurderes for sig, i alt fra {month_long(programme.starts)} til "
                 f"{month_long(programme.ends)}, på den nyeste dag, der er indberettet.", each, together, lasts,
                 "Et tal, der mangler, er ikke nul.", *readings(programme, aim.quote)),
        weaknesses="At være begyndt siger ikke, hvordan det går bagefter.", unit=unit_of(programme, aim.started))


def _events(programme: Programme, path: str, aim: Events) -> Measure:
    free = listing(month_name(date(aim.starts.year, month, 1)) for month in aim.not_in)
    but = f", dog ikke i {free}" if free else ""
    came = programme.named(aim.came).definition if aim.came else None
    come = (f"Der ventes {number(aim.each)} deltagere hver gang, og {number(aim.each * aim.planned)} i alt."
            if aim.each else "")
    return made(
        programme, path, aim.title, "Hvor mange af de planlagte der er holdt, og hvor mange der skulle være det.",
        programme.named(aim.held).heading, f"{number(aim.planned)} planlagte i alt",
        quote=_together(programme, aim.quote, came.quote if came else ""),
        reading=(f"Planen har ét om måneden fra {month_long(aim.starts)}{but}. Til og med en dag skal der være holdt "
                 "ét for hver af de måneder, der er gået før dagens egen. Der sammenlignes på den dag, tallet er "
                 "opgjort.", come, "Er tallet ikke oplyst, siges der intet om, hvorvidt planen følges.",
                 *readings(programme, aim.quote)),
        weaknesses="Planen siger ikke, hvilken dag i måneden det er. Mangler ét, ses det først, når måneden er gået.",
        unit=unit_of(programme, aim.held))


def _checklist(programme: Programme, path: str, aim: Checklist) -> Measure:
    return made(
        programme, path, aim.title, "Hvor mange af punkterne der er på plads, og hvad der hindrer de andre.",
        f"Punkter, hvis nyeste opfølgning er »{IN_PLACE}«", f"Alle {number(len(aim.points))} punkter",
        quote=quoted(aim.quote, programme),
        reading=("Den nyeste opfølgning på hvert punkt gælder. Et punkt, som ingen har fulgt op på, er ikke det samme "
                 "som et, der ikke er begyndt; det tælles for sig.", *readings(programme, aim.quote)),
        weaknesses="Det er projektets egen vurdering, og to projekter kan mene noget forskelligt med »i gang«.",
        unit="punkter")


def _contract(programme: Programme, path: str, aim: Contract) -> Measure:
    without = sum(not row.method for row in aim.rows)
    lacking = (f"»Målemetode mangler« står, hvor kontraktens felt er tomt: ved {number(without)} af "
               f"{number(len(aim.rows))} mål." if without else "")
    asked = listing(f"{number(one.of)} {one.name}" for row in aim.rows for one in row.counters)
    counted = ("Hvor der tælles, står antallet foran »af« og efter det, hvor mange der kræves: "
               f"{asked}. Et skjult antal er ikke 0." if asked else "")
    return made(
        programme, path, aim.title, "Hvor mange af kontraktens mål der er opfyldt, delvist opfyldt og ikke opfyldt.",
        "Mål med hver status", f"Alle {number(len(aim.rows))} mål i kontrakten",
        quote=BETWEEN.join(row.requirement for row in aim.rows),
        reading=("Mål, resultatkrav, målemetode og opfølgning står, som kontrakten har dem.", lacking, counted,
                 f"Før opfølgningen den {day(aim.followed_up)} er alle mål »{UNJUDGED}«; er der fulgt op igen, gælder "
                 "det nyeste."),
        weaknesses="Kontrakten siger ikke, hvornår et mål er delvist opfyldt. Det er læst af opfølgningen.", unit="mål")


def networks(programme: Programme) -> Iterator[Measure]:
    """The definition of meetings that come again, all kinds of them together; none where there are none."""
    if not programme.repeated:
        return
    years = len(span(programme.starts, programme.ends)) / 12
    unsaid = listing(dict.fromkeys(each.name for each in programme.repeated if each.a_year is None))
    names = tuple(dict.fromkeys(each.quote for each in programme.repeated if each.quote))
    yield made(
        programme, "repeated", "Netværk for mentorer",
        "Hvor mange møder der er holdt i hver slags netværk, og hvor mange planen har plads til.",
        "Møder holdt i alt, som det senest er indberettet", quote=_together(programme, *names),
        reading=(f"Planlagt i alt er antallet om året gange periodens {number(years, decimals=int(years % 1 > 0))} år, "
                 "afrundet.", f"Om {unsaid} siger planen ikke et antal om året, så feltet er tomt." if unsaid else "",
                 "Et møde, der ikke er oplyst, er ikke talt med, og »ikke oplyst« er ikke 0.",
                 *readings(programme, *names)),
        weaknesses="Planen siger ikke, hvornår på året møderne holdes, så der siges intet om, hvem der er bagud.",
        unit="møder")


def _together(programme: Programme, *names: str) -> str:
    return BETWEEN.join(quoted(name, programme) for name in dict.fromkeys(filter(None, names)))
