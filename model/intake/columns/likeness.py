"""How like two texts are, where a heading may be one of ours misspelt."""

from difflib import SequenceMatcher
from functools import lru_cache

LIKENED = 4  # letters of a word that another may be a misspelling of
RESEMBLING = 0.6  # likeness from which a heading resembles one of ours


@lru_cache(maxsize=20_000)  # the same headings are held against the same words file after file
def like(plain: str, words: tuple[str, ...]) -> float:
    """How like a normalised text is to the likest of some words, from RESEMBLING to 1; 0 where it resembles none.

    Short words count whole: »nov« is no »no«.
    """
    near = [word for word in words if (len(word) >= LIKENED or word == plain) and _may_resemble(len(word), len(plain))]
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(plain if near else "")
    best = 0.0
    for word in near:
        matcher.set_seq1(word)
        possible = matcher.quick_ratio()
        if possible >= RESEMBLING and possible > best:
            best = max(best, matcher.ratio())
    return best if best >= RESEMBLING else 0.0


def _may_resemble(one: int, other: int) -> bool:
    """Whether texts of two lengths have enough letters in common if the shorter one's are all in the longer one."""
    return 2.0 * min(one, other) / max(one + other, 1) >= RESEMBLING
