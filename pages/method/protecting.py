"""What the public is told of small numbers: what is protected and how, and as plainly what is not."""

from model.basics.formatting import listing, number
from model.programmes.current import PROGRAMME
from model.programmes.programme import Public
from model.programmes.words import GOAL_2, SUPPORTED
from model.publishing.activities import STEP
from model.publishing.limits import MOVED, Limits
from model.publishing.reported import HALF_YEAR
from pages.shared import drawing


def section(limits: Limits, together: tuple[str, ...]) -> str:
    """Both lists; limits: those that hold, together: the names of who are told as one row now."""
    return ('<section class="fd-prose"><h2>Små tal i det, der er til offentligheden</h2>'
            f"<h3>Det er beskyttet</h3>{drawing.listing(_protected(limits, together))}"
            f"<h3>Det er ikke beskyttet</h3>{drawing.listing(_unprotected())}</section>")


def _protected(limits: Limits, together: tuple[str, ...]) -> list[str]:
    now = f" Nu er det {listing(together)}." if together else ""
    t = number(limits.threshold)
    return [
        "Offentligheden ser udgivelser og intet andet. En udgivelse laves på siden Udgivelse, skrives ned én gang og "
        "ændres aldrig. Konference, HTML-filen, PowerPoint og de filer, der laves til offentligheden, læser en "
        "udgivelse, så intet offentligt flytter sig mellem to udgivelser.",
        f"Hvad der fortælles, ligger fast på forhånd og afhænger ikke af, hvor store tallene er: {_forms()} Alt andet "
        "er internt.",
        f"Jobcentre, hvis målgruppe i udgangsmåneden er under {number(limits.smallest_group)} eller ikke er oplyst, "
        f"vises tilsammen på én linje. De næste i størrelse kommer med, til de er {number(limits.line)} eller flere."
        f"{now} "
        "Linjen fortælles én gang for hver måned, når alle deres tal er kendt, og rettes ikke siden.",
        "Enhver sum er summen af de rækker, der står i udgivelsen, og den siger, hvem der ikke er med. Der er ikke en "
        "rest at trække fra.",
        f"En række er udeladt, når et antal borgere i den, eller resten op til det hele, er fra 0 til "
        f"{number(limits.threshold - 1)}. Et tal, der er fortalt, rettes kun, når det flytter sig mindst {t}.",
        f"{GOAL_2} fortælles for et jobcenter, når der er kommet mindst {number(limits.courses)} afsluttede forløb "
        f"til, siden det blev fortalt sidst, og for dem, der vises tilsammen, mindst {number(limits.line_courses)}. "
        f"Både {SUPPORTED} og de øvrige skal være mindst {t} flere. Ellers venter det til det næste halvår og er ikke "
        "med i nogen sum.",
        f"Er der under {number(limits.whole)} jobcentre, fortælles kun tal for det hele.",
        "Hvor mange pladser i virksomhedscentre der er besat, fortælles i procent, rundet til nærmeste "
        f"{number(STEP)}, og kun når mindst {number(limits.whole)} jobcentre har oplyst det. "
        "Er de besatte eller de ledige få, er procenten udeladt. En måned fortælles én gang.",
        f"Ét jobcenter, der trækker sine egne tal fra, kommer ikke et andet jobcenters tal nærmere end {number(MOVED)} "
        f"personer. Før linjen fortælles, prøves det, om {number(MOVED)} personer kunne høre til et andet af de "
        "jobcentre, der vises tilsammen, uden at udgivelsen blev anderledes. Ellers er den udeladt.",
        "Trækkes en udgivelse tilbage, vises den ikke mere. Det, der er fortalt, er stadig kendt, og de næste "
        "udgivelser tager højde for det.",
    ]


def _forms() -> str:
    """How each measure is told, from the programme's own declaration."""
    halves = f"for hver {number(HALF_YEAR)}. måned, i alt siden starten"
    said = ((_named("by_month"), "for hvert jobcenter og hver måned"), (_named("by_half_year"),
            f"for hvert jobcenter {halves}"), (_named("whole"), "kun for det hele"))
    parts = [f"{names} {how}" for names, how in said if names]
    parts.append("kursusdage, virksomhedscentre med deres pladser og henvendelser til hotlinen kun for det hele")
    return f"{', '.join(parts)}."


def _named(public: Public) -> str:
    return listing(f"»{measure.heading}«" for measure in PROGRAMME.measures if measure.public == public)


def _unprotected() -> list[str]:
    return [
        f"To jobcentre, der lægger deres egne tal sammen, kan i nogle tilfælde regne et tredjes tal for {GOAL_2} ud.",
        "Hvor meget et fortalt tal er rettet, kan ses ved at sammenligne to udgivelser. Det står på den ældre, hvilken "
        "udgivelse den er rettet i.",
        "Ansatte på kurser, centre, pladser og henvendelser er ikke antal borgere. De fortælles som summer og er ikke "
        "beskyttet ud over det.",
        "Tal, som andre har offentliggjort om de samme jobcentre, er ikke regnet med.",
        "Gode historier og bemærkningen til en udgivelse vises, som de er skrevet, også når de handler om et "
        "jobcenter, der ikke har en række for sig. Læs dem igennem, før de udgives.",
    ]
