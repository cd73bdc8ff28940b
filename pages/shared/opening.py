"""Whether the app may be shown as it is set up: never so that whoever can reach it comes in."""

import streamlit as st

from model.basics.serving import is_loopback

REACHED = ("Serveren kan nås fra andre maskiner, og der er ikke sat login op, så alle kunne se og ændre alt. Start den "
           "med python -m pages.server, som kun lytter på denne maskine, til login er sat op.")
HEADERS = ("server.trustedUserHeaders er sat. Så kunne enhver sige, hvem vedkommende er, uden at logge ind. Fjern "
           "indstillingen.")
FOREIGN = ("server.enableCORS er slået fra. Så kunne fremmede sider bruge Fremdrift i en læsers navn. Fjern "
           "indstillingen.")


def refused(*, signs_in: bool, address: str | None = None) -> str:
    """Why it may not be shown, in Danish; "" where it may. address: that is listened on, else the framework's."""
    if not signs_in and not is_loopback(address or str(st.get_option("server.address"))):
        return REACHED
    if st.get_option("server.trustedUserHeaders"):
        return HEADERS
    return "" if st.get_option("server.enableCORS") else FOREIGN
