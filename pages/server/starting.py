"""What must hold before the server may listen."""

import streamlit as st

from model.basics.refusal import NotDone
from model.basics.serving import Serving, is_loopback
from pages.shared import opening

OPEN = ("Fremdrift lytter ikke på {address}: der er ikke sat login op, så alle, der kunne nå den, kunne se og "
        "ændre alt. Sæt FREMDRIFT_PUBLIC_URL, FREMDRIFT_COOKIE_SECRET, FREMDRIFT_OIDC_METADATA_URL, "
        "FREMDRIFT_OIDC_CLIENT_ID og FREMDRIFT_OIDC_CLIENT_SECRET (se README, »Start«), eller lad den lytte på "
        "127.0.0.1.")
FILE = ("Login står i secrets.toml. Serveren læser det kun fra miljøet: sæt FREMDRIFT_OIDC_METADATA_URL og de andre "
        "(se README, »Start«), og fjern afsnittet [auth].")


class NotStarted(NotDone):
    """The server may not start as it is told to; the text is Danish."""


def check(address: str, serving: Serving) -> None:
    """Raises NotStarted where people could come in who should not."""
    if not serving.signs_in and not is_loopback(address):
        raise NotStarted(OPEN.format(address=address))
    if not serving.signs_in and _in_a_file():
        raise NotStarted(FILE)
    if refused := opening.refused(signs_in=serving.signs_in, address=address):
        raise NotStarted(refused)


def _in_a_file() -> bool:
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False
