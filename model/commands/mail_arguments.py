"""What the command of news takes."""

import argparse
from pathlib import Path
from urllib.parse import urlsplit

from model.commands.parser import Parser
from model.commands.typed import BY


def news(parser: Parser) -> None:
    """What ``news`` takes."""
    from model.commands import news

    parser.add_argument("--dry-run", action="store_true", help="vis kun, hvem der ville få nyt; send og skriv intet")
    parser.add_argument("--out", type=Path, metavar="MAPPE",
                        help="skriv hver mail som en .eml-fil i mappen i stedet for at sende den")
    parser.add_argument("--link", type=_address, metavar="ADRESSE",
                        help="adressen på Fremdrift, som mailen skal føre til; uden den er det FREMDRIFT_PUBLIC_URL")
    parser.add_argument("--by", default=BY, metavar="HVEM", help="hvem der sender")
    parser.set_defaults(run=news.run)


def _address(text: str) -> str:
    """An address of the app without a slash at its end."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError("skriv en hel adresse, der begynder med https://")
    return text.rstrip("/")
