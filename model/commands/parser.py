"""What may be written after ``python -m model``, and what is said when it is wrong."""

import argparse
import re
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from model.basics.formatting import parse_month_key
from model.commands import WrongUsage, export, intake, lists, programmes, upkeep
from model.intake.datasets.datasets import DATASETS
from model.intake.mending import corrections
from model.intake.report import Correction
from model.programmes import examples

BY = "kommandolinjen"
EARLIEST, LATEST = 2000, 2100
SAID = (
    (r"the following arguments are required: (.*)", r"Der mangler: \1."),
    (r"unrecognized arguments: (.*)", r"Kender ikke: \1."),
    (r"argument (\S+): expected (?:one|at least one) argument", r"Der mangler en værdi efter \1."),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", r"\1 kan ikke være \2. Vælg mellem \3."),
    (r"argument (\S+): invalid int value: (.*)", r"\1 skal være et helt tal, ikke \2."),
    (r"argument (\S+): (.*)", r"\1: \2"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 kan betyde flere ting: \2."),
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Danish and raises instead of leaving."""

    def __init__(self, **given: Any) -> None:
        """As ArgumentParser, with Danish headings and help."""
        super().__init__(add_help=False, allow_abbrev=False, **given)
        self._positionals.title, self._optionals.title = "angives", "valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage with the reason in Danish and the right way to write it."""
        for pattern, danish in SAID:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, danish, message)
                break
        raise WrongUsage(f"{message}\n{self.format_usage().strip()}")

    def format_usage(self) -> str:
        """The usage line with a Danish word in front."""
        return super().format_usage().replace("usage:", "Brug:", 1)

    def format_help(self) -> str:
        """The help text with a Danish word in front."""
        return super().format_help().replace("usage:", "Brug:", 1)


def month(text: str) -> date:
    """The month of ``2010-03``."""
    try:
        return parse_month_key(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(f"»{text}« er ikke en måned. Skriv den som {examples.MONTH_KEY}.") from wrong


def day(text: str) -> date:
    """The day of ``2010-04-12``."""
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


def correction(text: str) -> Correction:
    """The correction of ``Ark1!B8=Holstebro``."""
    try:
        return corrections.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def answer(text: str) -> tuple[str, str]:
    """The question and the answer of ``period=one``."""
    asked, equals, value = text.partition("=")
    if not (asked.strip() and equals):
        raise argparse.ArgumentTypeError(f"»{text}« er ikke et svar. Skriv spørgsmålets ID og svaret: period=one.")
    return asked.strip(), value.strip()


def build() -> Parser:
    """Every command with its options; ``options.run(engine, options)`` returns the exit status."""
    root = Parser(prog="python -m model", description="Fremdrift fra kommandolinjen.")
    commands = root.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True, parser_class=Parser)
    _import(commands.add_parser("import", help="kontrollér og indlæs filer"))
    _undo(commands.add_parser("undo", help="fortryd en indlæsning"))
    _lists(commands)
    _export(commands.add_parser("export", help="skriv et dokument til en fil"))
    for name, run, told in (("sample", upkeep.sample, "indlæs eksempeldata i en tom database"),
                            ("migrate", upkeep.migrate, "opret eller opdatér databasen")):
        commands.add_parser(name, help=told).set_defaults(run=run)
    _programmes(commands.add_parser("programmes", help="vis programmerne, eller kontrollér et"))
    _purge(commands.add_parser("purge-originals", help="skær ældre gemte filer ned til det, der blev læst af dem"))
    return root


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FIL", help="csv, txt, tsv eller xlsx")
    parser.add_argument("--dataset", choices=list(DATASETS), help="datasæt; genkendes ellers på overskrifterne")
    parser.add_argument("--month", type=month, metavar="MÅNED",
                        help=f"månedstal: måneden, når filen ikke selv siger den, fx {examples.MONTH_KEY}")
    parser.add_argument("--without", type=codes, default=(), metavar="KODER",
                        help=f"udelad jobcentre: {examples.CODES}")
    parser.add_argument("--dry-run", action="store_true", help="kontrollér kun; gem intet")
    parser.add_argument("--reason", default="", metavar="TEKST", help="begrundelse for advarsler")
    parser.add_argument("--by", default=BY, metavar="NAVN", help="hvem der indlæser")
    parser.add_argument("--received-at", type=day, metavar="DATO", help=f"dagen, filen blev modtaget: {examples.DAY}")
    parser.add_argument("--fix", type=correction, action="append", default=[], metavar="CELLE=TEKST",
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


def _undo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("upload", type=int, metavar="INDLÆSNING", help="nummeret fra »uploads«")
    parser.add_argument("--reason", required=True, metavar="TEKST", help="hvorfor den fortrydes")
    parser.add_argument("--by", default=BY, metavar="NAVN", help="hvem der fortryder")
    parser.set_defaults(run=upkeep.undo)


def _purge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="vis kun, hvad der ville ske")
    parser.set_defaults(run=upkeep.purge_originals)


def _programmes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("check", nargs="?", choices=["check"], help="kontrollér et program, før det tages i brug")
    parser.add_argument("file", nargs="?", type=Path, metavar="FIL",
                        help="programmets mappe, eller dens programme.toml")
    _json(parser)
    parser.set_defaults(run=lambda engine, options: programmes.run(options), needs_database=False)


def _lists(commands: Any) -> None:
    uploads = commands.add_parser("uploads", help="vis alle indlæsninger, den nyeste først")
    figures = commands.add_parser("figures", help="vis de tal, der gælder")
    status = commands.add_parser("status", help="vis, hvor jobcentrene står")
    figures.add_argument("--jobcenter", metavar="KODE", help=f"kun ét jobcenter: {examples.CODE}")
    for parser, run in ((uploads, lists.uploads), (figures, lists.figures), (status, lists.status)):
        if parser is not uploads:
            parser.add_argument("--month", type=month, metavar="MÅNED", help=f"måneden: {examples.MONTH_KEY}")
            parser.add_argument("--as-of", type=day, metavar="DATO", help=f"som det så ud den dag: {examples.DAY}")
        _json(parser)
        parser.set_defaults(run=run)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", choices=list(export.DOCUMENTS), metavar="DOKUMENT",
                        help="sheet: et dialogark, uden --jobcenter regionsarket; sheets: alle dialogark; "
                             "workbook: regneark; csv: de tal, der gælder; offline: konferencens skærme i én fil; "
                             "slides: de samme som PowerPoint")
    parser.add_argument("file", type=Path, metavar="FIL",
                        help="pdf; sheets: pdf eller zip; workbook: xlsx; csv; offline: html; slides: pptx")
    parser.add_argument("--jobcenter", metavar="KODE", help=f"sheet, csv og slides: ét jobcenter, fx {examples.CODE}")
    parser.add_argument("--month", type=month, metavar="MÅNED",
                        help=f"måneden: {examples.MONTH_KEY}; ellers den nyeste, der er indberettet nok; csv: ellers "
                             "alle")
    parser.add_argument("--as-of", type=day, metavar="DATO", help=f"som det så ud den dag: {examples.DAY}")
    parser.add_argument("--audience", choices=export.AUDIENCES, metavar="MODTAGER",
                        help="internal (internt brug) eller public (offentligheden); offline og slides: "
                             "ellers public, de øvrige: ellers internal")
    parser.set_defaults(run=export.run)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="skriv JSON")
