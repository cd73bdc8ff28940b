"""What is said of a list before it is counted."""

from model.basics.formatting import plural
from model.intake.counting.listing import Listing
from model.intake.datasets.evaluation import EVALUATION

WHAT_IT_DOES = "Tæl listen, så bliver den til tal. Navne og andet, der ikke skal tælles, bliver ikke gemt nogen steder."


def offer(listing: Listing) -> str:
    """What the list is."""
    rows = plural(listing.rows, "række", "rækker")
    if listing.dataset == EVALUATION.name:
        return f"Filen ligner svar på et skema: {rows} med ét svar på hver"
    return f"Filen ligner en deltagerliste: {rows} med én person på hver"


def told_how(listing: Listing, option: str) -> str:
    """The same for who hands a file in without a page. option: what to write to have it counted."""
    return f"{offer(listing)}. Tæl den med {option}."
