"""What the commands of a backup take."""

from pathlib import Path

from model.commands.parser import Parser


def backup(parser: Parser) -> None:
    """What ``backup`` takes."""
    from model.commands import backup

    parser.add_argument("file", type=Path, metavar="FIL", help="filen, der skrives; den må ikke findes i forvejen")
    parser.set_defaults(run=lambda engine, options: backup.backup(options), needs_database=False)


def verify(parser: Parser) -> None:
    """What ``verify`` takes."""
    from model.commands import backup

    parser.add_argument("file", type=Path, metavar="FIL", help="sikkerhedskopien")
    parser.set_defaults(run=lambda engine, options: backup.verify(options), needs_database=False)


def restore(parser: Parser) -> None:
    """What ``restore`` takes."""
    from model.commands import backup

    parser.add_argument("file", type=Path, metavar="FIL", help="sikkerhedskopien")
    parser.add_argument("--replace", action="store_true",
                        help="sæt kopien i stedet for det, der står i databasen; det, der går tabt, bliver nævnt")
    parser.add_argument("--dry-run", action="store_true", help="sig kun, hvad der går tabt; ændr intet")
    parser.add_argument("--despite-verdicts", action="store_true",
                        help="læs kopien ind, selv om vurderingerne regnes anderledes nu, end da den blev lavet")
    parser.set_defaults(run=lambda engine, options: backup.restore(options), needs_database=False)


def move(parser: Parser) -> None:
    """What ``move`` takes."""
    from model.commands import backup

    parser.add_argument("source", metavar="FRA", help="den gamle database: en fil eller en adresse; den nye er den i "
                                                      "FREMDRIFT_DATABASE_URL og skal være tom")
    parser.set_defaults(run=lambda engine, options: backup.move(options), needs_database=False)
