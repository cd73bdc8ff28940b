"""Where people who need help turn: the installation's shared mailbox and the site its plan refers to."""

from model.basics import settings
from model.programmes.current import PLAN

PRIVATE = "Skriv ikke noget om enkelte borgere."


def help_words() -> str:
    """The mailbox of ``FREMDRIFT_CONTACT`` and the plan's site, each only where it is given; empty where neither is."""
    mailbox = settings.load().contact
    told = [f"Skriv til {mailbox}, hvis du har brug for hjælp. {PRIVATE}"] if mailbox else []
    if PLAN.website:
        told.append(f"Aktivitetsplanen henviser {'også ' if mailbox else ''}til {PLAN.website}.")
    return " ".join(told)


def site_address() -> str:
    """The address of the site that the plan refers to, as a link has it; empty where it names none."""
    return f"https://{PLAN.website}" if PLAN.website else ""
