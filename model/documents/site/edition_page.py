"""The page of one edition, and the files beside it, at an address that stays."""

import json
from collections.abc import Iterator

from model.basics.formatting import day_long, listing, local_date, month_long, number
from model.documents.screens import Screen
from model.documents.site import figure, parts
from model.documents.site.front import when
from model.documents.site.page import FRONT, of_edition
from model.documents.site.public import Public
from model.programmes.measures import PERSONS
from model.publishing import updates
from model.publishing.edition import Edition, Heading, Withdrawal, document, sums
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.left_out import reason_words

DOCUMENT = "udgivelse.json"
ROWS = ("Et jobcenter med en målgruppe under {group} vises ikke alene, men i én linje sammen med mindst {others} "
        "andre. Linjens tal for en måned fortælles én gang, når alle i den har indberettet.")
FEW = "Der er færre end {whole} jobcentre, og de vises kun tilsammen."
SUMS = ("En sum i en udgivelse er summen af de rækker, der er fortalt i den, og af intet andet. Derfor er den ikke "
        "altid hele regionens.")
CORRECTED = "Et tal, der er fortalt, rettes kun i en senere udgivelse, når det har ændret sig med mindst {threshold}."
WITHHELD = ("Det, der mangler, er ikke nul: det er ikke indberettet, eller det er udeladt, så små tal ikke kan regnes "
            "ud.")


def files(edition: Edition, shown: tuple[Screen, ...]) -> Iterator[tuple[str, bytes]]:
    """What stands beside the page of an edition, with its address. shown: its screens."""
    number_ = edition.heading.number
    yield of_edition(number_, DOCUMENT), f"{json.dumps(document(edition), ensure_ascii=False)}\n".encode()
    for name, chart in _charts(shown).items():
        yield of_edition(number_, f"{name}.csv"), figure.csv(chart, edition.heading)


def body(public: Public, edition: Edition, told: Snapshot, shown: tuple[Screen, ...]) -> str:
    """The page's body: everything the edition shows. told: what it tells; shown: its screens."""
    heading = edition.heading
    sections = "".join(figure.section(screen, "{}.csv".format) for screen in shown)
    return (f'<p class="kicker">{parts.text(day_long(heading.made_on))}</p>'
            f"<h1>Udgivelse {number(heading.number)}: tal til og med {month_long(heading.month)}</h1>"
            f'{parts.paragraph(heading.note, "lead")}{_newer(public, edition)}{_contents(shown)}{sections}'
            f"{_made(edition, told)}{_files(shown, heading)}")


def _charts(shown: tuple[Screen, ...]) -> dict[str, figure.Chart]:
    return {name: chart for screen in shown for name, chart in figure.charts(screen).items()}


def withdrawn_body(public: Public, heading: Heading, gone: Withdrawal) -> str:
    """The page's body of an edition that is withdrawn: that it is and why, and no figure."""
    instead = (f"<p>{_to(public.newest.heading)} gælder nu.</p>" if public.newest
               else parts.paragraph("Ingen udgivelse gælder lige nu."))
    return (f"<h1>Udgivelse {number(heading.number)} er trukket tilbage</h1>"
            f'<div class="warning"><p><strong>Trukket tilbage {day_long(local_date(gone.at))}:</strong> '
            f"{parts.text(gone.reason)}</p><p>Udgivelsens tal vises ikke mere.</p>{instead}</div>"
            f"{parts.paragraph(when(heading), 'quiet')}")


def _newer(public: Public, edition: Edition) -> str:
    """That a newer edition is there, and which of them tell something of this one anew."""
    later = [each for each in public.standing if each.heading.number > edition.heading.number]
    if not later:
        return ""
    anew = "".join(f"<p><strong>Rettet siden:</strong> {_to(heading)} har andre tal for "
                   f"{parts.text(listing(names))}.</p>" for heading, names in updates.corrections(edition, later))
    return f'<div class="notice"><p>{_to(later[-1].heading)} er nyere.</p>{anew}</div>'


def _to(heading: Heading) -> str:
    """A link to another edition from this one's page."""
    return parts.link(f"../{heading.number}/{FRONT}",
                      f"Udgivelse {number(heading.number)} ({day_long(heading.made_on)})")


def _contents(shown: tuple[Screen, ...]) -> str:
    links = parts.listed(f'<a href="#{screen.key}">{parts.text(screen.name)}</a>' for screen in shown)
    return f'<nav class="contents" aria-label="På siden">{links}</nav>'


def _made(edition: Edition, told: Snapshot) -> str:
    """Who is told together, who is in no figure, and what the sums are made of."""
    month = edition.heading.month
    reason = reason_words(told)
    summed = sums(edition).get((PERSONS, month))
    units = listing(sorted(edition.names[unit] for unit in summed[1])) if summed else ""
    limits, line = edition.published.limits, edition.published.line(month)
    only = listing(edition.names[unit] for unit in line.units) if line and not told.together else ""
    lines = (f"{reason}." if reason else "", f"{only} fortælles kun tilsammen." if only else "",
             _rule(edition), SUMS,
             f"Summerne for {month_long(month)} er lagt sammen af {units}." if units else "", WITHHELD,
             CORRECTED.format(threshold=number(limits.threshold)))
    return ('<section id="raekker" aria-labelledby="raekker-fund"><h2 id="raekker-fund">Hvem der vises tilsammen, og '
            f"hvordan summerne er lavet</h2>{''.join(map(parts.paragraph, lines))}</section>")


def _rule(edition: Edition) -> str:
    """Who is told together, by the limits of this edition."""
    limits = edition.published.limits
    if len(edition.content["units"]) < limits.whole:
        return FEW.format(whole=number(limits.whole))
    return ROWS.format(group=number(limits.smallest_group), others=number(limits.line - 1))


def _files(shown: tuple[Screen, ...], heading: Heading) -> str:
    links = [parts.link(f"{name}.csv", f"{name}.csv: {chart.title}") for name, chart in _charts(shown).items()]
    links.append(parts.link(DOCUMENT, f"{DOCUMENT}: alt, hvad udgivelse {number(heading.number)} fortæller, til "
                                      "programmer"))
    return ('<section id="filer" aria-labelledby="filer-fund"><h2 id="filer-fund">Tallene som filer</h2>'
            f"{parts.listed(links)}{parts.paragraph(_named(heading), 'quiet')}</section>")


def _named(heading: Heading) -> str:
    return f"{when(heading)} · fast adresse: {of_edition(heading.number)}"
