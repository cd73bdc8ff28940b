"""The three jobcenters' figures that are sent in one workbook after another."""

from model.intake.report import Report

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
MEASURES = ("personer_match4", "heraf_virksomhedspraktik", "heraf_loentilskud")
SENT = {"779": (414, 61, 12), "727": (205, 20, 5), "791": (795, 102, 32)}
ROWS = [["Måned", "Kommunekode", "Jobcenter", "Kontant- og starthjælpsmodtagere i matchgruppe 4",
         "Heraf i virksomhedspraktik", "Heraf i løntilskud"],
        ["2010-03", 779, "Skive", 414, 61, 12], ["2010-03", 791, "Viborg", 795, 102, 32],
        ["2010-03", 727, "Odder", 205, 20, 5]]


def figures(**changed: object) -> dict[tuple[str, str, str], object]:
    """What the three jobcenters sent for March, with some figures in another way: ``779_0`` is Skive's first."""
    sent: dict[tuple[str, str, str], object] = {
        (code, "2010-03", measure): value for code, row in SENT.items()
        for measure, value in zip(MEASURES, row, strict=True)}
    for name, value in changed.items():
        code, at = name.removeprefix("_").split("_")
        sent[code, "2010-03", MEASURES[int(at)]] = value
    return sent


def texts(report: Report) -> str:
    """All that is wrong, in one text."""
    return " ".join(problem.text for problem in report.problems)
