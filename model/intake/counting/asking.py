"""The questions that a list raises, each once, and the answers given to them."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from model.basics.formatting import normalise, plural
from model.intake.cells.cell_text import quoted
from model.intake.cells.presence import Presence
from model.intake.mending.question_ids import question_id
from model.intake.report import Option, Problem

GATE = 2
EMPTY = "tom"
LEAVE_OUT = "udelad"
UNKNOWN = "ukendt"
NOT_COUNTED = Option(LEAVE_OUT, "Tæl ikke rækkerne med")
MEANINGS = {Presence.CAME: "Kom", Presence.STAYED_AWAY: "Var tilmeldt, men kom ikke",
            Presence.REGISTERED: "Var tilmeldt; om de kom, siges ikke", Presence.WAITING: "Stod på venteliste",
            Presence.CANCELLED: "Var ikke tilmeldt"}


class Asked:
    """Every question that was put, in the order they came up."""

    def __init__(self, said: Mapping[str, str]) -> None:
        """Take the answers by the questions' ids."""
        self._said = said
        self._open: dict[str, Problem] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The questions that are not answered, and what is wrong."""
        return tuple(self._open.values())

    def fault(self, text: str) -> None:
        """Say once what is wrong with the list."""
        self._open.setdefault(text, Problem("fejl", GATE, text))

    def answer(self, question: str, text: str, options: Sequence[Option], *, probably: str | None = None) -> str | None:
        """The answer to a question; None, and the question is kept, when there is none among the options."""
        value = self._said.get(question)
        if value in {option.value for option in options}:
            return value
        self._open.setdefault(question, Problem("fejl", GATE, text, question=question, options=tuple(options),
                                                suggestion=probably))
        return None

    def word(self, name: str, word: str, text: str, options: Sequence[Option], *,
             probably: str | None = None) -> str | None:
        """What a word of a column means. The id holds no more of it than a digest: it may be anything."""
        return self.answer(word_id(name, word), text, options, probably=probably)


def word_id(name: str, word: str) -> str:
    """The id of the question what a word of a column means, the same for every way to write it."""
    plain = normalise(word) or word.casefold()  # »??« is a word too
    return question_id("words", name, sha256(plain.encode()).hexdigest()[:10] if plain else EMPTY)


def times(count: int) -> str:
    """``3 rækker``."""
    return plural(count, "række", "rækker")


def meaning(word: str, heading: str, count: int) -> str:
    """The question what a word that nobody knows says of those who have it."""
    return f"Under {heading} står {quoted(word)} ({times(count)}). Hvad betyder det?"


def meanings() -> list[Option]:
    """What a word may say of a person."""
    return [*(Option(value.value, words) for value, words in MEANINGS.items()), NOT_COUNTED]


def empties(heading: str, count: int) -> str:
    """The question what empty cells say."""
    cells = plural(count, "felt", "felter")
    return f"{cells} under {heading} er {'tomt' if count == 1 else 'tomme'}. Hvad betyder det?"


def empty_meanings() -> list[Option]:
    """What an empty cell may say of a person."""
    return [Option(Presence.STAYED_AWAY.value, "Kom ikke"),
            Option(Presence.CANCELLED.value, MEANINGS[Presence.CANCELLED]),
            Option(UNKNOWN, "Det vides ikke, så antal mødte oplyses ikke for dem")]
