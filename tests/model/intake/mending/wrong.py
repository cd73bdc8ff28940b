"""A small file with two faults, what mends it and what it says then."""

from model.intake.report import Answers, Correction
from tests.model.intake.filing import check

WRONG = "Jobcenter;Måned;personer_match4;heraf_virksomhedspraktik\nHolstbro;2010-03;200;20\nSkive;2010-03;414;6l\n"
WRONGS = {"Tal": [["Jobcenter", "Måned", "personer_match4", "heraf_virksomhedspraktik"],
                  ["Holstbro", "2010-03", 200, 20], ["Skive", "2010-03", 414, "6l"]]}
MENDED = (Correction("", "A2", "Holstebro"), Correction("", "D3", "61"))
RIGHT = {("661", "2010-03", "personer_match4"): 200, ("661", "2010-03", "heraf_virksomhedspraktik"): 20,
         ("779", "2010-03", "personer_match4"): 414, ("779", "2010-03", "heraf_virksomhedspraktik"): 61}


def mended(engine, content, *made, name="tal.csv", **given):
    return check(engine, content, name=name, answers=Answers(approved=True, corrections=made), **given)
