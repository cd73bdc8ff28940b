"""What the command of jobcenters that close takes."""

from model.commands.parser import Parser
from model.commands.typed import BY, as_json, codes, month


def units(parser: Parser) -> None:
    """What ``units`` takes."""
    from model.commands import units
    from model.programmes import examples

    parser.add_argument("action", nargs="?", choices=units.ACTIONS, default=units.LIST, metavar="HVAD",
                        help="list: vis, hvem der lukker; close: luk et jobcenter; merge: læg jobcentre ind under et "
                             "andet; reopen: lad et fortsætte alligevel")
    parser.add_argument("jobcenter", nargs="?", type=codes, metavar="KODER", help=f"jobcentre: {examples.CODES}")
    parser.add_argument("--last-month", type=month, metavar="MÅNED",
                        help=f"den sidste måned, de er med: {examples.MONTH_KEY}")
    parser.add_argument("--into", metavar="KODE", help=f"merge: det, de lægges ind under, fx {examples.CODE}")
    parser.add_argument("--reason", metavar="TEKST", help="hvorfor")
    parser.add_argument("--by", default=BY, metavar="HVEM", help="hvem der har besluttet det")
    parser.add_argument("--dry-run", action="store_true", help="vis kun, hvad der ville ske")
    as_json(parser)
    parser.set_defaults(run=units.run)
