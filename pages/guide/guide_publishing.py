"""Publication day for whoever does it: what to check, what the public sees, and what to do when a number was wrong."""

from model.basics.formatting import capital, listing, number
from model.programmes.words import GOAL_2, SHORT, SHORT_PARTS
from model.publishing.checklist import HELD_BACK
from model.publishing.limits import Limits
from pages.guide.guide_jobs import steps
from pages.shared import drawing

LEAD = (f"Til den hos {SHORT}, der offentliggør månedens tal. Offentligheden ser kun udgivelser, og en udgivelse "
        "ændres aldrig. Derfor ser du det hele, før der trykkes.")
BEFORE = (
    "Åbn Indberetning og historik, og se, hvem der mangler. Du behøver ikke at vente på dem: deres række kommer med "
    "i en senere udgivelse, og den gamle ændres ikke.",
    "Er der tal, der ser forkerte ud, så få dem rettet først. Det er let inden og svært bagefter.",
    "Er der nye gode historier, så læs dem igennem. De vises, som de er skrevet.",
)
ON_THE_DAY = (
    "Åbn siden Udgivelse. Den nyeste endelige måned er valgt. En nyere kan vælges og bliver mærket »foreløbig«, men "
    "så kan en tidligere måned ikke offentliggøres bagefter.",
    "Læs »Det er nyt«: hvor mange tal, hvem der får en række, og hvem der venter.",
    "Læs »Se efter, før der offentliggøres«. Det er bemærkninger, og ingen af dem standser dig. Er der noget, som "
    "offentligheden bør vide, så skriv det i »Bemærkning«. Alle kan læse den.",
    "Se billederne. De er lavet af præcis det, der bliver fortalt. »Åbn prøvevisningen i Konference« viser dem i fuld "
    "størrelse. På hver skærm, fil og hvert dias står »Prøvevisning, ikke offentliggjort«. Send dem ikke videre.",
    "Skriv, hvem du er, og tryk på knappen én gang. Der spørges ikke igen.",
    "Øverst på siden står nu udgivelsens nummer og et link. Adressen ændres aldrig, så den kan stå i en mail eller en "
    "dagsorden.",
)
SEEN = (
    "Målgruppen, antallet i aktivering og andelen for hvert jobcenter, der vises alene, måned for måned.",
    f"{GOAL_2} for hvert jobcenter ved de faste halvår, når der er kommet nok forløb til.",
    f"{capital(SHORT_PARTS)}, kursusdage og virksomhedscentre for det hele, gode historier og din "
    "bemærkning.",
    "Hvilke jobcentre der vises tilsammen, og hvem der ikke er med i en sum.",
)
FAULTS = (
    "Ret tallet, som du ellers ville: med en ny fil eller under Ret et tal. Internt er det rigtigt med det samme. "
    "Udgivelsen ændres ikke.",
    "Åbn siden Udgivelse. Nævner »Se efter, før der offentliggøres«, at tal er rettet, så offentliggør igen, gerne med "
    "en bemærkning om, hvad der var galt. På den gamle udgivelse står der fra nu af, hvilken ny den er rettet i.",
    "Er udgivelsen vildledende, så træk den tilbage nederst på siden, og skriv hvorfor. På dens adresse står der så, "
    "at den er trukket tilbage og hvorfor, og den nyeste vises i stedet. Det kan ikke fortrydes.",
    "Filer, der er hentet, kan ikke hentes tilbage. Det, der er fortalt, er kendt, og de næste udgivelser tager "
    "højde for det.",
)
AT_ONCE = ("Trykker to på knappen samtidig, offentliggøres der én gang. Den anden får at vide, at en kollega kom "
           "først, og det, der var skrevet, står der endnu.")


def content(limits: Limits, together: tuple[str, ...]) -> str:
    """The whole day; ``limits`` and ``together`` as they hold now (see ``published.protection``)."""
    parts = (("Inden dagen", steps(BEFORE)), ("På dagen", steps(ON_THE_DAY)),
             ("Det ser offentligheden", drawing.listing(SEEN)),
             ("Det ser offentligheden ikke", drawing.listing(_unseen(limits, together))),
             ("Når et tal viser sig at være forkert bagefter", steps((*FAULTS[:2], _small(limits), *FAULTS[2:]))),
             ("Når to er i gang samtidig", drawing.paragraph(AT_ONCE)))
    return (f'<section class="fd-prose">{drawing.paragraph(LEAD)}'
            f'{"".join(f"<h2>{drawing.text(title)}</h2>{inside}" for title, inside in parts)}</section>')


def _unseen(limits: Limits, together: tuple[str, ...]) -> tuple[str, ...]:
    now = f" Nu er det {listing(together)}." if together else ""
    return (
        f"Rækker, hvor et antal borgere er under {number(limits.threshold)}. De er udeladt, også af summerne.",
        "Egne rækker for de mindste jobcentre, som vises tilsammen: dem med under "
        f"{number(limits.smallest_group)} i målgruppen ved udgangspunktet, og altid {number(limits.line)} eller "
        f"flere.{now}",
        "Enkelte centre, henvendelser, rådgivningsbesøg, evalueringer, aftaler og dialogark. De er interne.",
        "Det, der er indberettet eller rettet siden udgivelsen.",
    )


def _small(limits: Limits) -> str:
    return (f"Står der »{HELD_BACK}«, så siger den samme linje hvorfor: rettelsen flytter et tal med mindre end "
            f"{number(limits.threshold)}, eller den gælder tal, der vises tilsammen eller for det hele. Så bliver det "
            "fortalte stående: forskellen ville vise enkelte borgere.")
