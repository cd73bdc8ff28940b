"""The invented virksomhedscentre: who opened one and when, how many places, and when and why it closed."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sample_data.making.places import PLACES, SAMSOE, Place

COUNTS = {"751": 9, "791": 6, "740": 6, "657": 5, "730": 5, "615": 4, "661": 4, "760": 4, "706": 4, "707": 4, "710": 3,
          "746": 3, "779": 3, "766": 3, "756": 2, "671": 2, "727": 2, "665": 2}
FIRST, LAST = date(2009, 8, 15), date(2011, 3, 20)
ANIMALS = ("Hejre", "Grævling", "Lærke", "Ugle", "Odder", "Viben", "Spurve", "Rådyr", "Snepe", "Terne", "Mår", "Ørne",
           "Hare", "Bæver", "Stære", "Svale", "Egern", "Gøge")
PLANTS = ("hyld", "lyng", "tjørn", "røn")
KINDS = {  # branch -> (what such a place is called, sector)
    "Detailhandel": ("Supermarked", "privat"), "Transport og lager": ("Lager", "privat"),
    "Industri": ("Møbler", "privat"), "Hotel og restauration": ("Kro", "privat"),
    "Rengøring og vask": ("Vaskeri", "privat"), "Landbrug og gartneri": ("Gartneri", "privat"),
    "Bygge og anlæg": ("Tømrerværksted", "privat"), "Ældrepleje": ("Plejecenter", "offentlig"),
    "Børn og unge": ("Børnehus", "offentlig"), "Park og vej": ("Materielgård", "offentlig")}
MARKET, PAUSE = "Ordrenedgang, markedet", "Pause: ombygning"
REASONS = (MARKET, MARKET, MARKET, "Virksomheden er lukket eller flyttet", "Mentoren er rejst",
           "For få kandidater henvist", "Aftalen er ikke forlænget")


@dataclass(frozen=True)
class Stay:
    """One open period. changed: from that day on there are ``later`` places. second_from: generation 2 since then."""

    code: str
    name: str
    opened: date
    places: int
    sector: str | None
    industry: str
    closed: date | None = None
    reason: str = ""
    changed: date | None = None
    later: int = 0
    second_from: date | None = None

    def places_on(self, day: date) -> int:
        """How many places the agreement had on a day."""
        return self.later if self.changed and self.changed <= day else self.places

    def generation_on(self, day: date) -> int:
        """New centres begin as generation 1."""
        return 2 if self.second_from and self.second_from <= day else 1

    def open_on(self, day: date) -> bool:
        """Whether it was open at the end of the day."""
        return self.opened <= day and (self.closed is None or self.closed > day)


def stays(seed: int) -> list[Stay]:
    """Every open period, by jobcenter and day; two centres open again after a while."""
    chance = random.Random(f"{seed}/centres")
    names = [f"{animal}{plant}" for animal in ANIMALS for plant in PLANTS]
    chance.shuffle(names)
    found: list[Stay] = []
    for place in sorted((p for p in PLACES if p.code != SAMSOE), key=lambda p: p.code):
        own, names = names[:COUNTS[place.code]], names[COUNTS[place.code]:]
        found += _of_place(place, own, random.Random(f"{seed}/centres/{place.code}"))
    closed = [stay for stay in found if stay.closed and stay.closed < date(2010, 9, 1)]
    first, second = closed[0], closed[3]
    said = {first.name: PAUSE, second.name: MARKET}  # what is told of a closure that was not for good
    found = [replace(stay, reason=said.get(stay.name, stay.reason)) for stay in found]
    again = [_again(first, days=75), _again(second, days=140)]
    made = [replace(stay, second_from=_second(stay, seed)) for stay in (*found, *again)]
    return sorted(made, key=lambda stay: (stay.code, stay.opened, stay.name))


def _second(stay: Stay, seed: int) -> date | None:
    """About one in five that is still there becomes one of the second generation, after a year or so."""
    chance = random.Random(f"{seed}/second/{stay.name}")
    day = _weekday(stay.opened + timedelta(days=300 + chance.randrange(120)))
    return day if chance.random() < 0.3 and stay.closed is None and day <= LAST else None


def _of_place(place: Place, names: list[str], chance: random.Random) -> list[Stay]:
    """Openings spread over the campaign; enough places for those who are in a centre in the end."""
    kinds = chance.sample(list(KINDS), len(names))
    size = 0.8 * place.end * place.centre / 0.68 / max(1, len(names) * 0.8)
    found = []
    for number, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        gone = (number + chance.random()) / len(names)
        opened = _weekday(FIRST + timedelta(days=round(gone * (LAST - FIRST).days)))
        title, sector = KINDS[kind]
        places = max(4, round(size * (0.7 + 0.6 * chance.random())))
        stay = Stay(place.code, f"{name} {title}", opened, places, None if chance.random() < 0.05 else sector, kind)
        found.append(_changed(_closed(stay, chance), chance))
    return found


def _closed(stay: Stay, chance: random.Random) -> Stay:
    """About one in four closes, after four months or more."""
    closes = stay.opened + timedelta(days=120 + round(330 * chance.random()))
    reason = chance.choice(REASONS)
    if chance.random() > 0.42 or closes > LAST:
        return stay
    return replace(stay, closed=_weekday(closes), reason=reason)


def _changed(stay: Stay, chance: random.Random) -> Stay:
    """About one in six gets more or fewer places, from the first of a month."""
    more, after = chance.choice((-2, 2, 3, 4)), 3 + chance.randrange(5)
    month = (stay.opened.replace(day=1) + timedelta(days=31 * after)).replace(day=1)
    wanted = chance.random() < 0.18 and month < (stay.closed or LAST) and stay.places + more >= 4
    return replace(stay, changed=month, later=stay.places + more) if wanted else stay


def _again(stay: Stay, *, days: int) -> Stay:
    """The period that begins so many days after the one before it ended."""
    ended = stay.closed or LAST
    return replace(stay, opened=_weekday(ended + timedelta(days=days)), closed=None, reason="", changed=None,
                   places=stay.places_on(ended))


def _weekday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
