"""What is said with a request, as fields of its query or form; what cannot be used is refused and never repeated."""

from collections.abc import Iterable, Mapping
from datetime import date

from model.basics.formatting import parse_month_key
from model.basics.personal_data import has_cpr
from model.documents.csv_file import COUNTS
from model.importing.handed import Handed, Way
from model.intake.datasets.datasets import offered
from model.intake.mending import corrections
from model.intake.report import Correction
from model.programmes import examples
from model.programmes.current import PROGRAMME
from pages.server.api.refusals import Refused

UPLOAD = ("dry_run", "dataset", "month", "without", "reason", "answer", "fix", "count", "accept_suggestions",
          "keep_original")
SEVERAL = ("answer", "fix")
STATUS = ("month", "jobcenter")
FIGURES = ("month", "jobcenter", "measure")
FLAGS = {"true": True, "1": True, "ja": True, "false": False, "0": False, "nej": False}
CODES = frozenset(unit.code for unit in PROGRAMME.units)
LONGEST = 500  # characters of a reason


class Fields:
    """The fields of one request. Raises Refused for what is not among ``known``, or looks like a person's number."""

    def __init__(self, given: Iterable[tuple[str, str]], known: tuple[str, ...]) -> None:
        """``given``: names and values, in their order."""
        self.values: dict[str, list[str]] = {}
        for name, value in given:
            if name not in known:
                raise Refused("wrong_field", f"Der er et felt, som ikke kendes. Felterne er: {', '.join(known)}.")
            if has_cpr(value):
                raise Refused("personal_data")
            self.values.setdefault(name, []).append(value.strip())
        for name, values in self.values.items():
            if name not in SEVERAL and len(values) > 1:
                raise _wrong(name, "kan kun gives én gang")

    def text(self, name: str) -> str | None:
        """What a field holds; None where it is not given, or is empty."""
        return self.values.get(name, [""])[0] or None

    def flag(self, name: str) -> bool:
        """Whether it is wanted."""
        given = self.text(name)
        if given is not None and given.lower() not in FLAGS:
            raise _wrong(name, "skal være true eller false")
        return given is not None and FLAGS[given.lower()]

    def month(self) -> date | None:
        """The month, if one is named."""
        given = self.text("month")
        try:
            return None if given is None else parse_month_key(given)
        except ValueError:
            raise _wrong("month", f"skal være en måned som {examples.MONTH_KEY}") from None

    def one_of(self, name: str, known: Iterable[str], what: str) -> str | None:
        """A word that must be among those known; what: what it must be, in Danish."""
        given = self.text(name)
        if given is not None and given not in set(known):
            raise _wrong(name, what)
        return given

    def jobcenter(self) -> str | None:
        """The code of a jobcenter, if one is named."""
        return self.one_of("jobcenter", CODES, f"skal være koden på et af programmets jobcentre, fx {examples.CODE}")

    def measure(self) -> str | None:
        """A count, if one is named."""
        return self.one_of("measure", COUNTS, f"skal være et af: {', '.join(COUNTS)}")

    def without(self) -> tuple[str, ...]:
        """The codes left out on purpose."""
        codes = tuple(dict.fromkeys(part.strip() for part in (self.text("without") or "").split(",") if part.strip()))
        if set(codes) - CODES:
            raise _wrong("without", f"skal være koder på programmets jobcentre, fx {examples.CODES}")
        return codes

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Questions with their answers."""
        pairs = [given.partition("=") for given in self.values.get("answer", [])]
        if not all(asked.strip() and equals for asked, equals, _ in pairs):
            raise _wrong("answer", "skal være et spørgsmåls ID og svaret: period=one")
        return tuple((asked.strip(), value.strip()) for asked, _, value in pairs)

    def fixes(self) -> tuple[Correction, ...]:
        """Corrections of cells."""
        try:
            return tuple(map(corrections.parse, self.values.get("fix", [])))
        except ValueError:
            raise _wrong("fix", f"skal være en celle og det, den skal hedde: Ark1!B8={examples.SPELT}") from None

    def reason(self) -> str:
        """Why warnings are all right."""
        given = self.text("reason") or ""
        if len(given) > LONGEST:
            raise _wrong("reason", f"må højst være {LONGEST} tegn")
        return given


def handed(name: str, content: bytes, given: Iterable[tuple[str, str]]) -> Handed:
    """A file with what its sender says of it. Raises Refused."""
    fields = Fields(given, UPLOAD)
    datasets: Mapping[str, object] = offered()
    return Handed(
        name, content, Way.REQUEST, month=fields.month(), without=fields.without(), said=fields.answers(),
        dataset=fields.one_of("dataset", datasets, f"skal være et af: {', '.join(datasets)}"), fixes=fields.fixes(),
        count=fields.flag("count"), accept=fields.flag("accept_suggestions"),
        keep_original=fields.flag("keep_original"), dry_run=fields.flag("dry_run"), reason=fields.reason())


def _wrong(name: str, why: str) -> Refused:
    return Refused("wrong_field", f"Feltet »{name}« {why}.")
