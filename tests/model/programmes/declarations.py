"""A small declaration of another programme, and slips in it."""

from pathlib import Path

MAIN = """id = "sommerpraktik"
name = "Sommerpraktik"
called = "sommerpraktikken"
itself = "indsatsen"
region = "Nordjylland"
figures_from = 2026-01-01
starts = 2026-02-01
ends = 2026-12-01

[organiser]
name = "Praktikhuset i Nord"
short = "PiN"

[goals.flere]
kind = "all_of"
title = "Flere i praktik"

[goals.flere.parts.andel]
kind = "share"
group = "group"
reached = "reached"
target = 18
stored_as = "share"
source = "Aftalen, side 2"
reason = "Først sat"

[goals.flere.parts.vaekst]
kind = "increase"
reached = "reached"
target = 20
stored_as = "increase"
source = "Aftalen, side 2"
reason = "Først sat"

[baseline]
month = 2026-01-01
source = "Aftalen, side 3"
reason = "Først sat"

[[units]]
code = "851"
name = "Aalborg"
landsdel = "Nordjylland"
tile = [0, 0]

[[units]]
code = "860"
name = "Hjørring"
landsdel = "Nordjylland"
tile = [0, 1]
spellings = ["Hjoerring"]
"""
MEASURES = """[[measures]]
name = "unge"
heading = "Unge i målgruppen"
kind = "stock"
role = "group"
noun = "målgruppen"
plural = "unge i målgruppen"

[[measures]]
name = "i_praktik"
heading = "Heraf i praktik"
kind = "stock"
role = "reached"
noun = "praktik"
definite = "praktikken"
part_of = "unge"
"""
PLAN = """source = "Aftalen, side 4"
kick_off = 2026-02-02
website = "www.praktik.dk"

[hotline]
starts = 2026-02-02
opens = 2026-02-02
handover = 2026-05-01
first = "Foreningen"

[counselling]
starts = 2026-03-01
ends = 2026-04-30
about = 2
by = "to fra Foreningen"

[courses]
venue = "Aalborg"
most_of_a_day = 4
days = [
    { code = "S1", run = 1, day = 1, held_on = 2026-02-10, title = "Den første" },
    { code = "S2", run = 1, day = 2, held_on = 2026-02-17, title = "Den anden" },
]

[mentor_courses]
venue = "Aalborg"
title = "Mentorkursus {run}, dag {day}"
most_of_a_run = 5
least_of_a_run = 10
days = []

[[activities]]
number = 1
title = "Kurser"
target_group = "Konsulenter"
responsible = "Regionen"
schedule = "Foråret"
starts = 2026-02-10
ends = 2026-02-17
"""
SAID = """source = "Aftalen"

[quotes]
maalet = "Flere unge skal i praktik."

[remarks.maal_1]
quote = "maalet"
"""
COLLECTION = """source = "Samlingen"
gathered = "Samtaler"
claimed = 2
quote = "To eksempler"

[[examples]]
title = "En bro"
places = ["851"]
theme = "Netværk"
pages = [3, 4]
text = "To mødtes."
partners = "to virksomheder"
"""
FILES = {"programme.toml": MAIN, "measures.toml": MEASURES, "plan.toml": PLAN, "definitions.toml": SAID,
         "collection.toml": COLLECTION}


def written(folder: Path, *slips: tuple[str, str, str]) -> Path:
    """The declaration in a folder, with (file, what stands, what is written instead) of each slip."""
    texts = dict(FILES)
    for name, old, new in slips:
        assert old in texts[name], (name, old)
        texts[name] = texts[name].replace(old, new, 1)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
