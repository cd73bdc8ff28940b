"""What must hold before the server may listen."""

import ipaddress

import streamlit as st

from model.basics.refusal import NotDone
from model.basics.serving import LOOPBACK, Serving

OPEN = ("Fremdrift lytter ikke på {address}: der er ikke sat login op, så alle, der kunne nå den, kunne se og "
        "ændre alt. Sæt FREMDRIFT_PUBLIC_URL, FREMDRIFT_COOKIE_SECRET, FREMDRIFT_OIDC_METADATA_URL, "
        "FREMDRIFT_OIDC_CLIENT_ID og FREMDRIFT_OIDC_CLIENT_SECRET (se README, »Start«), eller lad den lytte på "
        "127.0.0.1.")
HEADERS = ("server.trustedUserHeaders er sat. Så kunne enhver sige, hvem vedkommende er, uden at logge ind. Fjern "
           "indstillingen.")
FOREIGN = ("server.enableCORS er slået fra. Så kunne fremmede sider bruge Fremdrift i en læsers navn. Fjern "
           "indstillingen.")


class NotStarted(NotDone):
    """The server may not start as it is told to; the text is Danish."""


def check(address: str, serving: Serving) -> None:
    """Raises NotStarted where people could come in who should not."""
    if not serving.signs_in and not is_loopback(address):
        raise NotStarted(OPEN.format(address=address))
    if st.get_option("server.trustedUserHeaders"):
        raise NotStarted(HEADERS)
    if not st.get_option("server.enableCORS"):
        raise NotStarted(FOREIGN)


def is_loopback(address: str) -> bool:
    """Whether what listens there is reached from this machine alone."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address in LOOPBACK
