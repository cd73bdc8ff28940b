"""What may be written after ``python -m model``.

What a command is made of is imported when it is chosen: the help, and every other command, do without it.
"""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from model.commands.parser import Parser

BY = "kommandolinjen"
EARLIEST, LATEST = 2000, 2100


def month(text: str) -> date:
    """The month of ``2010-03``."""
    from model.basics.formatting import parse_month_key
    from model.programmes import examples

    try:
        return parse_month_key(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(f"»{text}« er ikke en måned. Skriv den som {examples.MONTH_KEY}.") from wrong


def day(text: str) -> date:
    """The day of ``2010-04-12``."""
    from model.programmes import examples

    try:
        found = date.fromisoformat(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(f"»{text}« er ikke en dato. Skriv den som {examples.DAY}.") from wrong
    if not EARLIEST <= found.year <= LATEST:
        raise argparse.ArgumentTypeError(f"»{text}« ligger for langt væk. Skriv en dato fra {EARLIEST} til {LATEST}.")
    return found


def codes(text: str) -> tuple[str, ...]:
    """The codes of ``766,779``."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def answer(text: str) -> tuple[str, str]:
    """The question and the answer of ``period=one``."""
    asked, equals, value = text.partition("=")
    if not (asked.strip() and equals):
        raise argparse.ArgumentTypeError(f"»{text}« er ikke et svar. Skriv spørgsmålets ID og svaret: period=one.")
    return asked.strip(), value.strip()


def build() -> Parser:
    """Every command, with its options when it is chosen; ``options.run(engine, options)`` returns the exit status."""
    root = Parser(prog="python -m model", description="Fremdrift fra kommandolinjen.")
    commands = root.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True, parser_class=Parser)
    for name, fill, told in COMMANDS:
        commands.add_parser(name, help=told, fill=fill)
    return root


def _import(parser: Parser) -> None:
    from model.commands import intake
    from model.intake.datasets.datasets import offered
    from model.programmes import examples

    parser.add_argument("files", nargs="+", metavar="FIL", help="csv, txt, tsv eller xlsx")
    parser.add_argument("--dataset", choices=list(offered()), help="datasæt; genkendes ellers på overskrifterne")
    parser.add_argument("--month", type=month, metavar="MÅNED",
                        help=f"månedstal: måneden, når filen ikke selv siger den, fx {examples.MONTH_KEY}")
    parser.add_argument("--without", type=codes, default=(), metavar="KODER",
                        help=f"udelad jobcentre: {examples.CODES}")
    parser.add_argument("--dry-run", action="store_true", help="kontrollér kun; gem intet")
    parser.add_argument("--reason", default="", metavar="TEKST", help="begrundelse for advarsler")
    parser.add_argument("--by", default=BY, metavar="NAVN", help="hvem der indlæser")
    parser.add_argument("--received-at", type=day, metavar="DATO", help=f"dagen, filen blev modtaget: {examples.DAY}")
    parser.add_argument("--fix", type=intake.correction, action="append", default=[], metavar="CELLE=TEKST",
                        help=f"ret en celle, før filen kontrolleres: »Ark1!B8={examples.SPELT}«, eller udelad en "
                             "række: »Ark1!8=udelad«; »Talt!B2=3« er i tabellen over det, der er talt; kan gentages")
    parser.add_argument("--answer", type=answer, action="append", default=[], metavar="ID=SVAR",
                        help="svar på et spørgsmål; ID og svar står ved spørgsmålet; kan gentages")
    parser.add_argument("--count", action="store_true",
                        help="tæl en liste med én række pr. person eller svar; navne bliver ikke læst og ikke gemt")
    parser.add_argument("--accept-suggestions", action="store_true",
                        help="ret alle celler, der er et forslag til, og skriv dem op")
    parser.add_argument("--keep-original", action="store_true",
                        help="gem filen, som den er: der står ikke noget om personer i det, der ikke bruges; ellers "
                             "gemmes kun det, der bruges")
    _json(parser)
    parser.set_defaults(run=intake.run)


def _undo(parser: Parser) -> None:
    from model.commands import upkeep

    parser.add_argument("upload", type=int, metavar="INDLÆSNING", help="nummeret fra »uploads«")
    parser.add_argument("--reason", required=True, metavar="TEKST", help="hvorfor den fortrydes")
    parser.add_argument("--by", default=BY, metavar="NAVN", help="hvem der fortryder")
    parser.set_defaults(run=upkeep.undo)


def _sample(parser: Parser) -> None:
    from model.commands import upkeep

    parser.add_argument("--invented", action="store_true",
                        help="opdigt månedstal ud fra programmets egne nøgletal i stedet for at indlæse eksempeldata")
    parser.set_defaults(run=upkeep.sample)


def _migrate(parser: Parser) -> None:
    from model.commands import upkeep

    parser.set_defaults(run=upkeep.migrate)


def _purge(parser: Parser) -> None:
    from model.commands import upkeep

    parser.add_argument("--dry-run", action="store_true", help="vis kun, hvad der ville ske")
    parser.set_defaults(run=upkeep.purge_originals)


def _programmes(parser: Parser) -> None:
    from model.commands import programmes

    parser.add_argument("action", nargs="?", choices=["check", "preview"], metavar="HVAD",
                        help="check: kontrollér et program, før det tages i brug; preview: se dets sider på opdigtede "
                             "tal, som ingen andre ser")
    parser.add_argument("file", nargs="?", type=Path, metavar="FIL",
                        help="programmets mappe, eller dens programme.toml")
    parser.add_argument("--check", action="store_true", help="preview: vis hver side én gang uden en browser, og sig, "
                                                             "hvilke der kan vises")
    parser.add_argument("--port", type=int, metavar="PORT", help="preview: porten, siderne vises på; ellers en ledig")
    _json(parser)
    parser.set_defaults(run=lambda engine, options: programmes.run(options), needs_database=False)


def _uploads(parser: Parser) -> None:
    from model.commands import lists

    _json(parser)
    parser.set_defaults(run=lists.uploads)


def _figures(parser: Parser) -> None:
    from model.commands import lists
    from model.programmes import examples

    parser.add_argument("--jobcenter", metavar="KODE", help=f"kun ét jobcenter: {examples.CODE}")
    _of_a_month(parser)
    parser.set_defaults(run=lists.figures)


def _status(parser: Parser) -> None:
    from model.commands import lists

    _of_a_month(parser)
    parser.set_defaults(run=lists.status)


def _of_a_month(parser: Parser) -> None:
    from model.programmes import examples

    parser.add_argument("--month", type=month, metavar="MÅNED", help=f"måneden: {examples.MONTH_KEY}")
    parser.add_argument("--as-of", type=day, metavar="DATO", help=f"som det så ud den dag: {examples.DAY}")
    _json(parser)


def _export(parser: Parser) -> None:
    from model.commands import export
    from model.programmes import examples

    parser.add_argument("document", choices=list(export.DOCUMENTS), metavar="DOKUMENT",
                        help="sheet: et dialogark, uden --jobcenter regionsarket; sheets: alle dialogark; "
                             "committee: et halvt ark til udvalget og LBR; "
                             "workbook: regneark; csv: de tal, der gælder; offline: konferencens skærme i én fil; "
                             "slides: de samme som PowerPoint; project: et projektark; "
                             "contract: opfølgningen på en kontrakt; projects: alle projekter i en indsats")
    parser.add_argument("file", type=Path, metavar="FIL",
                        help="pdf; sheets: pdf eller zip; committee: docx; workbook: xlsx; csv; offline: html; "
                             "slides: pptx; project: pdf; contract: docx, pdf eller pptx; "
                             "projects: pptx eller xlsx")
    parser.add_argument("--jobcenter", metavar="KODE",
                        help=f"sheet, committee, csv og slides: ét jobcenter, fx {examples.CODE}")
    parser.add_argument("--project", metavar="NAVN",
                        help="project og contract: projektets navn, projects: indsatsens, som det står på siden")
    parser.add_argument("--month", type=month, metavar="MÅNED",
                        help=f"måneden: {examples.MONTH_KEY}; ellers den nyeste, der er indberettet nok; csv: ellers "
                             "alle")
    parser.add_argument("--as-of", type=day, metavar="DATO", help=f"som det så ud den dag: {examples.DAY}")
    parser.add_argument("--audience", choices=export.AUDIENCES, metavar="MODTAGER",
                        help="internal (internt brug), public (en udgivelse) eller preview (som public, før det "
                             "offentliggøres); offline og slides: ellers public, de øvrige: ellers internal")
    parser.add_argument("--edition", type=int, metavar="NR",
                        help="udgivelsens nummer; ellers den nyeste, der ikke er trukket tilbage")
    parser.set_defaults(run=export.run)


def _publish(parser: Parser) -> None:
    from model.commands import published
    from model.programmes import examples

    parser.add_argument("--month", type=month, metavar="MÅNED",
                        help=f"måneden: {examples.MONTH_KEY}; ellers den nyeste, der er indberettet nok")
    parser.add_argument("--by", metavar="HVEM", help="hvem der offentliggør: en funktion, ikke et navn")
    parser.add_argument("--note", metavar="TEKST", help="en bemærkning, som offentligheden ser")
    parser.add_argument("--dry-run", action="store_true", help="sig kun, hvad der ville blive offentliggjort")
    _json(parser)
    parser.set_defaults(run=published.publish)


def _withdraw(parser: Parser) -> None:
    from model.commands import published

    parser.add_argument("edition", type=int, metavar="NR", help="udgivelsens nummer")
    parser.add_argument("--by", metavar="HVEM", help="hvem der trækker den tilbage: en funktion, ikke et navn")
    parser.add_argument("--reason", metavar="TEKST", help="hvorfor")
    _json(parser)
    parser.set_defaults(run=published.withdraw)


def _editions(parser: Parser) -> None:
    from model.commands import published

    _json(parser)
    parser.set_defaults(run=published.listed)


def _edition(parser: Parser) -> None:
    from model.commands import published

    parser.add_argument("edition", type=int, metavar="NR", help="udgivelsens nummer")
    _json(parser)
    parser.set_defaults(run=published.shown)


def _backup(parser: Parser) -> None:
    from model.commands import backup

    parser.add_argument("file", type=Path, metavar="FIL", help="filen, der skrives; den må ikke findes i forvejen")
    parser.set_defaults(run=lambda engine, options: backup.backup(options), needs_database=False)


def _verify(parser: Parser) -> None:
    from model.commands import backup

    parser.add_argument("file", type=Path, metavar="FIL", help="sikkerhedskopien")
    parser.set_defaults(run=lambda engine, options: backup.verify(options), needs_database=False)


def _restore(parser: Parser) -> None:
    from model.commands import backup

    parser.add_argument("file", type=Path, metavar="FIL", help="sikkerhedskopien")
    parser.add_argument("--replace", action="store_true",
                        help="sæt kopien i stedet for det, der står i databasen; det, der går tabt, bliver nævnt")
    parser.add_argument("--dry-run", action="store_true", help="sig kun, hvad der går tabt; ændr intet")
    parser.add_argument("--despite-verdicts", action="store_true",
                        help="læs kopien ind, selv om vurderingerne regnes anderledes nu, end da den blev lavet")
    parser.set_defaults(run=lambda engine, options: backup.restore(options), needs_database=False)


def _site(parser: Parser) -> None:
    from model.commands import site

    parser.add_argument("folder", type=Path, metavar="MAPPE",
                        help="en mappe, der ikke findes, er tom eller er skrevet af »site« før; den byttes ud på én "
                             "gang, og hvad andre har lagt i den, bliver")
    _json(parser)
    parser.set_defaults(run=site.run)


def _read_editions(parser: Parser) -> None:
    from model.commands import published

    parser.add_argument("folder", type=Path, metavar="MAPPE", help="mappen med den offentlige side")
    parser.add_argument("--give-up", action="store_true",
                        help="opgiv bagefter de udgivelser, som heller ikke står dér, fordi de er trukket tilbage")
    parser.set_defaults(run=published.read_editions)


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="skriv JSON")


COMMANDS: tuple[tuple[str, Callable[[Parser], None], str], ...] = (
    ("import", _import, "kontrollér og indlæs filer"),
    ("undo", _undo, "fortryd en indlæsning"),
    ("uploads", _uploads, "vis alle indlæsninger, den nyeste først"),
    ("figures", _figures, "vis de tal, der gælder"),
    ("status", _status, "vis, hvor jobcentrene står"),
    ("export", _export, "skriv et dokument til en fil"),
    ("publish", _publish, "offentliggør en måned"),
    ("editions", _editions, "vis alle udgivelser, den nyeste først"),
    ("edition", _edition, "vis alt, hvad en udgivelse fortæller"),
    ("withdraw", _withdraw, "træk en udgivelse tilbage"),
    ("read-editions", _read_editions, "læs udgivelser tilbage fra den offentlige side efter en gendannelse"),
    ("site", _site, "skriv den offentlige hjemmeside som filer"),
    ("sample", _sample, "indlæs eksempeldata i en tom database"),
    ("migrate", _migrate, "opret eller opdatér databasen"),
    ("backup", _backup, "gem hele databasen i en fil"),
    ("verify", _verify, "kontrollér en sikkerhedskopi"),
    ("restore", _restore, "læs en sikkerhedskopi ind i databasen"),
    ("programmes", _programmes, "vis programmerne, eller kontrollér et"),
    ("purge-originals", _purge, "skær ældre gemte filer ned til det, der blev læst af dem"))
