"""How each of the three users does the job, and what the words and marks mean."""

from functools import cache

from model.basics.formatting import capital
from model.programmes.current import PLAN, PROGRAMME
from model.programmes.words import (
    ACTIVATION,
    GOAL_1,
    GOAL_2,
    GROUP,
    GROUP_SHORT,
    ITS,
    PARTS_AND,
    PARTS_OR,
    RESERVED,
    SHORT,
    SUPPORTED,
    SUPPORTED_AFTER,
)
from model.subjects.courses.charts import course_words
from model.subjects.reporting.words import reporting
from pages.shared import drawing

JOBS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Jobcenterchefen til et dialogmøde",
     "Siden Jobcenter giver på ti minutter svar på: Hvor står vi, hvad mangler vi, og hvorfor flyttede tallet sig?", (
         "Vælg jobcentret og måneden øverst. Begge dele står i adressen, så siden kan sendes som et link.",
         f"Overskriften siger, om {GOAL_1} er nået. De to mærker viser de to dele hver for sig; begge skal være nået.",
         f"{GOAL_2} siger først, om jobcentret er over eller under målet, og derefter, hvor sikkert det er.",
         f"»Hvad skal der til?« regner i hele personer frem til {ITS} sidste måned og sammenligner med tempoet "
         "hidtil.",
         "Se »Kan tallet bruges?« under Tallene bag, før tallene bruges til en beslutning.",
         "Åbn siden Dialogmøde for at se, hvad I aftalte sidst, og hvad der har ændret sig siden.",
         "Vil I se, hvad der stod en bestemt dag, så vælg dagen under »Tallene på en anden dag«.")),
    ("Regionen forud for en konference eller et møde",
     "Siden Regionen viser, hvor mange jobcentre der har nået målet, hvad resten mangler, og hvem vi skal tale med.", (
         "Vælg måneden øverst. Siden åbner på den nyeste måned, hvor nok jobcentre har indberettet. En nyere måned kan "
         "vælges og er foreløbig.",
         "Fliserne har samme størrelse for alle jobcentre. Vælg en flise for at åbne jobcentret i samme måned.",
         "»Det skal vi tale om« er højst fem sætninger, som faste regler finder i tallene. De siger ikke hvorfor.",
         "Under hver figur ligger dens tabel og en CSV-fil, som et dansk regneark åbner direkte.")),
    ("Konsulenten i de første dage af måneden",
     "Siden Indlæs tal siger, om filen kan bruges, og hvad den ændrer, før noget bliver gemt.", (
         "Træk filen hen i feltet. Den behøver ikke følge en skabelon, men en skabelon kan hentes samme sted.",
         "Kursuslister, evalueringer, hotline, rådgivning og virksomhedscentre indlæses samme sted. Alt undtagen "
         "evalueringer kan også skrives direkte på de sider, der viser det.",
         "Kender Fremdrift ikke overskrifterne, så fortæl én gang, hvad de betyder. Næste fil fra samme afsender "
         "bliver forstået.",
         "En fejl standser hele filen og siger, hvor den står, og hvad der skal gøres. Ret den på siden: tag "
         "forslaget, skriv det rigtige i cellen, eller udelad rækken. Din egen fil ændres ikke, og rettelserne kan "
         "ses i Historik.",
         "Den rettede fil og listen over fejl kan hentes og sendes til den, der lavede filen. Resten af filen kan "
         "gemmes uden de jobcentre, fejlen gælder.",
         "Læg gerne alle månedens filer i feltet på én gang. De kontrolleres sammen, og dem, der er klar, gemmes med "
         "ét tryk.",
         "En advarsel kræver en begrundelse, som bliver gemt med indlæsningen.",
         "Se, hvad der er nyt og ændres, og hvad det betyder for målene. Gem først derefter. En fil, der ikke ændrer "
         "noget, behøver ikke at blive gemt.",
         "Øverst på siden står, hvem der mangler månedens tal. På Indberetning og historik er mailen til hver af dem "
         "klar til at sende, og når den er sendt, kan det noteres samme sted.",
         "Gik noget galt, så fortryd hele indlæsningen under Historik. Intet slettes. Enkelte tal rettes under Ret et "
         "tal: de tal, der hænger sammen, på én gang.")),
    ("Den, der vil sende tal fra et program",
     "Et fagsystem kan sende den samme fil, som ellers vælges på siden Indlæs tal, og får den samme rapport.", (
         f"Bed {SHORT} om en afsendernøgle. Den laves på siden Brugere under Afsendere, gælder kun de jobcentre, den "
         "er lavet til, og vises én gang.",
         "Send først filen som en prøve: curl --header \"Authorization: Bearer NØGLEN\" --form file=@tal.csv --form "
         "dry_run=true, og til sidst adressen på Fremdrift med /api/uploads.",
         "Svaret siger det, siden ville have sagt: om filen kan bruges, og ellers hvad der er galt hvor. Med »Accept: "
         "text/plain« er det tekst.",
         "Send filen igen uden dry_run. 201 betyder gemt, 422 at noget skal rettes, og 200 at alt var der i forvejen: "
         "det er ufarligt at sende igen.",
         "Det, programmet har gemt, står i Historik som alt andet og fortrydes der. På /api/openapi.json står alle "
         "adresser, felter og svar.")),
)
OPEN = (
    "Fremdrift er beregnet til et lukket netværk. Der er ikke sat et login op, så siderne svarer kun på denne maskine. "
    "Den, der sidder ved den, kan se og ændre alt, og navnet ved en indlæsning er det, man selv skriver.")
BY_SIGN_IN = (
    "Du ser og skriver det, din adgang giver lov til, og du logges ud efter otte timer. Ved det, du gemmer, står den "
    f"funktion, du har fået adgang med. {SHORT} giver og ændrer adgang, og kun {SHORT} fortryder en indlæsning, ændrer "
    "mål og plan og udgiver.")
PERSONS = (
    f"Fremdrift gemmer kun antal, datoer og korte tekster om {ITS} aktiviteter, aldrig noget om enkelte borgere. "
    "En fil med CPR-numre bliver afvist, og intet af den gemmes. Deltagerlister og svar på skemaer med navne må gerne "
    "vælges: de bliver talt, og navnene bliver ikke gemt nogen steder.")
MARKS = {
    "✓ fyldt cirkel": "nået, eller klart over målet", "✗ fyldt firkant": "ikke nået, eller klart under målet",
    "✗ tom firkant": f"kun den ene del af {GOAL_1} er nået",
    "? tom cirkel": "over eller under målet, men det kan være tilfældigt",
    "… stiplet": "for få forløb til en vurdering", "– stiplet": "kan ikke opgøres",
    "hult punkt": "måned i en kurve, der er foreløbig eller endnu ikke kan måles",
    "f": "foreløbig", "r": "rettet siden første indberetning",
    "u": "umodent: endnu for tidligt at måle"}
PARTLY = "efter et tal: mindst så mange, for ikke alle roller er oplyst"
LEAST = f"mindst {PLAN.centres.least_places} " if PLAN.centres else ""
WORDS = {
    capital(ACTIVATION): f"{capital(PARTS_AND)} tilsammen.",
    "Virksomhedscenter": f"En virksomhed med {LEAST}faste pladser til ledige i {GROUP_SHORT} efter aftale med "
                         "jobcentret.",
    "Mentornetværk": "Mentorer fra et eller flere jobcentres virksomheder, der mødes efter mentorkurserne.",
    "Målgruppen": PROGRAMME.measure("group").explained or f"{capital(GROUP)}.",
    "Forløb": f"En persons periode i {PARTS_OR}.",
    capital(SUPPORTED): PROGRAMME.measure("outcome").explained or f"{capital(SUPPORTED_AFTER)} forløbets slutning.",
    "Udgangspunkt": "Den måned, forøgelsen regnes fra.",
    "Foreløbig": "Endnu har for få jobcentre indberettet.",
    "Opgjort": "Den dag, det nyeste af de viste tal blev modtaget.",
    "Kan ikke afgøres": "Den statistiske usikkerhed er så stor, at tallet kan ligge på begge sider af målet.",
    "Databrud": "Opgørelsen er ændret. Tal før og efter kan ikke sammenlignes direkte.",
    "Med forbehold": f"Sammenligningen går hen over et databrud: {RESERVED}.",
    "Procentpoint": "Forskellen mellem to procenttal.",
    "Klynge": "Jobcentre, som I selv har valgt at sammenligne.",
    "Afviger": "Ligger længere fra regionens andel, end tilfældigheder kan forklare.",
    "Aktivt center": "Et virksomhedscenter, der er åbent, når måneden slutter.",
    "Belægning": "Besatte pladser ud af alle pladser i de centre, hvor begge tal er kendt.",
    "Skjult": "Afsenderen har holdt et lille tal tilbage. Det regnes ikke som nul."}


@cache
def content(*, signs_in: bool) -> str:
    """The three jobs, and what the product is for. signs_in: whether people sign in here."""
    jobs = "".join(f"<h2>{drawing.text(title)}</h2>{drawing.paragraph(what)}{steps(lines)}"
                   for title, what, lines in JOBS)
    note = f'<p class="fd-empty">{drawing.text(BY_SIGN_IN if signs_in else OPEN)}</p>{drawing.paragraph(PERSONS)}'
    return f'<section class="fd-prose">{note}{jobs}</section>'


@cache
def words() -> str:
    """Marks, letters and words."""
    grid = {letter: reporting.WORDS[state] for state, letter in reporting.LETTERS.items()} | dict([reporting.LATE])
    courses = {letter: course_words.SAID[state] for state, letter in course_words.LETTERS.items()}
    parts = {"Tegn": MARKS, "Tegn på siden Indberetning og historik": grid,
             "Tegn på siden Kurser": courses | {course_words.PARTLY: PARTLY}, "Ordliste": WORDS}
    folds = "".join(drawing.folded(title, _terms(terms)) for title, terms in parts.items())
    return f'<section class="fd-prose"><h2>Tegn og ord</h2>{folds}</section>'


def steps(lines: tuple[str, ...]) -> str:
    """What to do, in order."""
    return f'<ol>{"".join(f"<li>{drawing.text(line)}</li>" for line in lines)}</ol>'


def _terms(pairs: dict[str, str]) -> str:
    items = "".join(f"<dt>{drawing.text(term)}</dt><dd>{drawing.text(said)}</dd>" for term, said in pairs.items())
    return f'<dl class="fd-terms">{items}</dl>'
