"""What may be written after ``python -m model``.

What a command is made of is imported when it is chosen: the help, and every other command, do without it.
"""

from collections.abc import Callable
from pathlib import Path

from model.commands import (
    access_arguments,
    backup_arguments,
    choosing,
    mail_arguments,
    publishing_arguments,
    unit_arguments,
)
from model.commands.parser import Parser
from model.commands.typed import BY, answer, as_json, codes, day, month


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
    choosing.takes(parser)
    as_json(parser)
    parser.set_defaults(run=intake.run)


def _undo(parser: Parser) -> None:
    from model.commands import upkeep

    parser.add_argument("upload", type=int, metavar="INDLÆSNING", help="nummeret fra »uploads«")
    parser.add_argument("--reason", required=True, metavar="TEKST", help="hvorfor den fortrydes")
    parser.add_argument("--by", default=BY, metavar="NAVN", help="hvem der fortryder")
    choosing.takes(parser)
    parser.set_defaults(run=upkeep.undo)


def _sample(parser: Parser) -> None:
    from model.commands import upkeep

    parser.add_argument("--invented", action="store_true",
                        help="opdigt månedstal ud fra programmets egne nøgletal i stedet for at indlæse eksempeldata")
    choosing.takes(parser, beside=False)
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
    as_json(parser)
    parser.set_defaults(run=lambda engine, options: programmes.run(options), needs_database=False)


def _uploads(parser: Parser) -> None:
    from model.commands import lists

    choosing.takes(parser)
    as_json(parser)
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
    choosing.takes(parser)
    as_json(parser)


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
    choosing.takes(parser)
    parser.set_defaults(run=export.run)


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="skriv JSON")


COMMANDS: tuple[tuple[str, Callable[[Parser], None], str], ...] = (
    ("import", _import, "kontrollér og indlæs filer"),
    ("undo", _undo, "fortryd en indlæsning"),
    ("uploads", _uploads, "vis alle indlæsninger, den nyeste først"),
    ("figures", _figures, "vis de tal, der gælder"),
    ("status", _status, "vis, hvor jobcentrene står"),
    ("export", _export, "skriv et dokument til en fil"),
    ("publish", publishing_arguments.publish, "offentliggør en måned"),
    ("editions", publishing_arguments.editions, "vis alle udgivelser, den nyeste først"),
    ("edition", publishing_arguments.edition, "vis alt, hvad en udgivelse fortæller"),
    ("withdraw", publishing_arguments.withdraw, "træk en udgivelse tilbage"),
    ("read-editions", publishing_arguments.read_editions,
     "læs udgivelser tilbage fra den offentlige side efter en gendannelse"),
    ("site", publishing_arguments.site, "skriv den offentlige hjemmeside som filer"),
    ("units", unit_arguments.units, "vis, hvilke jobcentre der lukker, eller luk eller læg dem sammen"),
    ("users", access_arguments.users, "vis, hvem der har adgang, eller giv, ændr og fratag den"),
    ("tokens", access_arguments.tokens, "vis, lav og fratag de nøgler, programmer sender tal med"),
    ("news", mail_arguments.news, "send nyt siden sidst til dem, der vil have det"),
    ("sample", _sample, "indlæs eksempeldata i en tom database"),
    ("migrate", _migrate, "opret eller opdatér databasen"),
    ("backup", backup_arguments.backup, "gem hele databasen i en fil"),
    ("verify", backup_arguments.verify, "kontrollér en sikkerhedskopi"),
    ("restore", backup_arguments.restore, "læs en sikkerhedskopi ind i databasen"),
    ("move", backup_arguments.move, "flyt alt fra en anden database til denne, der er tom"),
    ("programmes", _programmes, "vis programmerne, eller kontrollér et"),
    ("purge", access_arguments.purge, "fjern filer, logins og navne, der er ældre, end de skal gemmes"),
    ("purge-originals", _purge, "skær ældre gemte filer ned til det, der blev læst af dem"))
