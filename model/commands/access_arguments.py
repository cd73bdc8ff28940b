"""What the commands of users take."""

import argparse

from model.commands.parser import Parser
from model.commands.typed import BY, as_json, codes


def users(parser: Parser) -> None:
    """What ``users`` takes."""
    from model.access.viewer import Role
    from model.commands import users
    from model.programmes import examples

    parser.add_argument("action", nargs="?", choices=users.ACTIONS, default=users.LIST, metavar="HVAD",
                        help="list: vis brugerne; add: giv en adgang; change: ændr den; end: fratag den")
    parser.add_argument("subject", nargs="?", metavar="BRUGER", help="det, brugeren hedder hos jeres login")
    parser.add_argument("--role", choices=[role.value for role in Role], metavar="ROLLE",
                        help="offentlig, jobcenter, konsulent, region (alt) eller drift (brugere og sikkerhedskopier)")
    parser.add_argument("--function", metavar="FUNKTION", help="det, der vises om brugeren: en funktion, ikke et navn")
    parser.add_argument("--jobcenter", type=codes, metavar="KODER",
                        help=f"jobcenter og konsulent: dem, adgangen gælder for: {examples.CODES}")
    parser.add_argument("--email", metavar="ADRESSE", help="hvor nyt sendes til")
    parser.add_argument("--news", action=argparse.BooleanOptionalAction, default=None, help="om nyt skal sendes")
    parser.add_argument("--reason", metavar="TEKST", help="hvorfor")
    parser.add_argument("--by", default=BY, metavar="HVEM", help="hvem der ændrer adgangen")
    as_json(parser)
    parser.set_defaults(run=users.run)


def tokens(parser: Parser) -> None:
    """What ``tokens`` takes."""
    from model.commands import tokens
    from model.programmes import examples

    parser.add_argument("action", nargs="?", choices=tokens.ACTIONS, default=tokens.LIST, metavar="HVAD",
                        help="list: vis nøglerne; add: lav en, der vises én gang; end: fratag den")
    parser.add_argument("token", nargs="?", metavar="NØGLE", help="add: programmet, den er til; end: dens nummer")
    parser.add_argument("--function", metavar="FUNKTION", help="det, der vises om det sendte, ikke et navn")
    parser.add_argument("--jobcenter", type=codes, metavar="KODER", help=f"dem, nøglen gælder for: {examples.CODES}")
    parser.add_argument("--reason", metavar="TEKST", help="hvorfor")
    parser.add_argument("--by", default=BY, metavar="HVEM", help="hvem der giver eller fratager den")
    as_json(parser)
    parser.set_defaults(run=tokens.run)


def purge(parser: Parser) -> None:
    """What ``purge`` takes."""
    from model.commands import purge

    parser.add_argument("--older-than", type=int, metavar="MÅNEDER",
                        help="hvor mange måneder der gemmes; ellers FREMDRIFT_KEEP_MONTHS")
    parser.add_argument("--dry-run", action="store_true", help="vis kun, hvad der ville ske")
    parser.add_argument("--by", default=BY, metavar="HVEM", help="hvem der rydder op")
    parser.set_defaults(run=purge.run)
