"""What is said of a list before it is counted."""

from model.formatting import plural
from model.importing.counting.listing import Listing
from model.importing.record_datasets import EVALUATION


def offer(listing: Listing) -> list[str]:
    """What the list is, and what counting it does."""
    if listing.dataset == EVALUATION.name:
        what = f"Filen ligner svar på et skema: {plural(listing.rows, 'række', 'rækker')} med ét svar på hver."
    else:
        what = f"Filen ligner en deltagerliste: {plural(listing.rows, 'række', 'rækker')} med én person på hver."
    return [what, "Tæl listen, så bliver den til tal. Navne og andet, der ikke skal tælles, bliver ikke læst og ikke "
                  "gemt."]


def by_command(listing: Listing) -> str:
    """The same for who gives a file by a command."""
    return f"{offer(listing)[0]} Tæl den med --count."
