"""Which columns under unknown headings may hold something of ours, so that they are asked about and not passed over."""

import re
from collections.abc import Collection

from model.basics.formatting import normalise
from model.intake.columns import fitting
from model.intake.columns.fitting import SURELY, Content
from model.intake.columns.spellings import Spellings
from model.intake.records.sum_rows import NO_SUM

NUMBER = re.compile(r"\d{1,3}")
FOREIGN = re.compile(  # headings of what is certainly not ours, normalised
    r"(?:loebe?)?n(?:umme)?r|(?:.*[a-z])?id|tlf.*|telefon.*|mobil.*|postn.*|cvr.*|.*pris.*|.*beloeb.*|.*kr|.*udgift.*|kl.*|tid"
    r"|.*tidspunkt.*|.*timer|.*minutter|uge.*|aar|aarstal|side|lokale.*|rum|version|ean.*|konto.*|sag.*|.*foedsel.*|alder"
    r"|oprettet.*|opdateret.*|aendret.*|rettet.*|udskrevet.*|tidsstempel|timestamp|.*frist.*|raekke|linje|deltagernr|.*nr")


def is_value(heading: str, contents: Content, words: Spellings, taken: Collection[str]) -> bool:
    """Whether a column's cells may be of a part that is stated and that the file lacks; of words only choices are."""
    if not contents.texts or not normalise(heading) or FOREIGN.fullmatch(normalise(heading)):
        return False
    stated = {part.name for part in words.dataset.stated if part != words.dataset.event}  # asks for itself
    lacking = [part for part in words.candidates.values() if part.name in stated and part.name not in taken
               and part.kind in ("count", "date", "choice") and part.name not in NO_SUM]
    return any(fitting.fit(part, contents) == SURELY and (part.kind != "count" or _small(contents)) for part in lacking)


def _small(contents: Content) -> bool:
    numbers = [text for text in contents.texts if any(map(str.isdigit, text))]
    return len(numbers) * 2 >= len(contents.texts) and all(NUMBER.fullmatch(text) for text in numbers)
