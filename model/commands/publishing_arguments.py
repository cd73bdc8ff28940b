"""What the commands of editions and the public site take."""

from pathlib import Path

from model.commands import choosing
from model.commands.parser import Parser
from model.commands.typed import as_json, month


def publish(parser: Parser) -> None:
    """What ``publish`` takes."""
    from model.commands import published
    from model.programmes import examples

    parser.add_argument("--month", type=month, metavar="MÅNED",
                        help=f"måneden: {examples.MONTH_KEY}; ellers den nyeste, der er indberettet nok")
    parser.add_argument("--by", metavar="HVEM", help="hvem der offentliggør: en funktion, ikke et navn")
    parser.add_argument("--note", metavar="TEKST", help="en bemærkning, som offentligheden ser")
    parser.add_argument("--dry-run", action="store_true", help="sig kun, hvad der ville blive offentliggjort")
    as_json(parser)
    choosing.takes(parser, beside=False)
    parser.set_defaults(run=published.publish)


def withdraw(parser: Parser) -> None:
    """What ``withdraw`` takes."""
    from model.commands import published

    parser.add_argument("edition", type=int, metavar="NR", help="udgivelsens nummer")
    parser.add_argument("--by", metavar="HVEM", help="hvem der trækker den tilbage: en funktion, ikke et navn")
    parser.add_argument("--reason", metavar="TEKST", help="hvorfor")
    as_json(parser)
    choosing.takes(parser, beside=False)
    parser.set_defaults(run=published.withdraw)


def editions(parser: Parser) -> None:
    """What ``editions`` takes."""
    from model.commands import published

    as_json(parser)
    choosing.takes(parser, beside=False)
    parser.set_defaults(run=published.listed)


def edition(parser: Parser) -> None:
    """What ``edition`` takes."""
    from model.commands import published

    parser.add_argument("edition", type=int, metavar="NR", help="udgivelsens nummer")
    as_json(parser)
    choosing.takes(parser, beside=False)
    parser.set_defaults(run=published.shown)


def site(parser: Parser) -> None:
    """What ``site`` takes."""
    from model.commands import site

    parser.add_argument("folder", type=Path, metavar="MAPPE",
                        help="en mappe, der ikke findes, er tom eller er skrevet af »site« før; den byttes ud på én "
                             "gang, og hvad andre har lagt i den, bliver")
    as_json(parser)
    choosing.takes(parser, beside=False)
    parser.set_defaults(run=site.run)


def read_editions(parser: Parser) -> None:
    """What ``read-editions`` takes."""
    from model.commands import published

    parser.add_argument("folder", type=Path, metavar="MAPPE", help="mappen med den offentlige side")
    parser.add_argument("--give-up", action="store_true",
                        help="opgiv bagefter de udgivelser, som heller ikke står dér, fordi de er trukket tilbage")
    choosing.takes(parser, beside=False)
    parser.set_defaults(run=published.read_editions)
