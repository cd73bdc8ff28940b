"""How each of the three users does the job, and what the words and marks mean."""

from functools import cache

from model.indicators import reporting
from pages.shared import drawing

JOBS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Jobcenterchefen til et dialogmøde",
     "Siden Jobcenter svarer på ti minutter: Hvor står vi, hvad mangler vi, og hvorfor flyttede tallet sig?", (
         "Vælg jobcentret og måneden øverst. Begge dele står i adressen, så siden kan sendes som et link.",
         "Overskriften siger, om Mål 1 er nået. De to mærker viser de to dele hver for sig; begge skal være nået.",
         "Mål 2 siger først, om jobcentret er over eller under målet, og derefter, hvor sikkert det er.",
         "»Hvad skal der til?« regner i hele personer frem til kampagnens sidste måned og sammenligner med tempoet "
         "hidtil.",
         "Se »Kan tallet bruges?« nederst, før tallene bruges til en beslutning.",
         "Vil I se, hvad der stod ved sidste møde, så vælg dagen under »Som tallene så ud den« i menuen.")),
    ("Regionen forud for en konference eller et møde",
     "Siden Regionen viser, hvor mange jobcentre der har nået målet, hvad resten mangler, og hvem vi skal tale med.", (
         "Vælg måneden øverst. Siden åbner på den nyeste måned, hvor nok har indberettet; en nyere kan vælges som "
         "foreløbig.",
         "Fliserne har samme størrelse for alle jobcentre. Vælg en flise for at åbne jobcentret i samme måned.",
         "»Det skal vi tale om« er højst fem sætninger, som faste regler finder i tallene. De siger ikke hvorfor.",
         "Under hver figur ligger dens tabel og en CSV-fil, som et dansk regneark åbner direkte.")),
    ("Konsulenten i de første dage af måneden",
     "Siden Indlæs tal siger, om filen kan bruges, og hvad den ændrer, før noget bliver gemt.", (
         "Træk filen hen i feltet. Den behøver ikke følge en skabelon, men en skabelon kan hentes samme sted.",
         "Kender Fremdrift ikke overskrifterne, så svar én gang på, hvad de betyder. Næste fil fra samme afsender "
         "går igennem.",
         "En fejl standser hele filen og siger, hvor den står, og hvad der skal gøres. Listen kan hentes og sendes "
         "videre. Resten af filen kan indlæses uden de jobcentre, fejlen gælder.",
         "En advarsel kræver en begrundelse, som bliver gemt med indlæsningen.",
         "Se, hvad der er nyt og ændret, og hvad det gør ved målene. Gem først derefter.",
         "Se på Indberetning, hvem der mangler; påmindelsen er klar til at kopiere.",
         "Gik noget galt, så fortryd hele indlæsningen på Historik. Intet slettes, og et enkelt tal kan rettes "
         "samme sted.")),
)
CLOSED = (
    "Fremdrift er beregnet til et lukket netværk. Der er endnu ikke login, så alle på netværket kan se og ændre "
    "tallene, og navnet ved en indlæsning er det, der bliver skrevet. Vis ikke siderne på et åbent net.")
PERSONS = (
    "Fremdrift gemmer kun antal. En fil med CPR-numre eller navne på borgere bliver afvist, og intet af den gemmes.")
MARKS = {
    "✓ fyldt cirkel": "nået, eller klart over målet", "✗ fyldt firkant": "ikke nået, eller klart under målet",
    "✗ tom firkant": "kun den ene del af Mål 1 er nået", "? tom cirkel": "over eller under målet, men uafklaret",
    "… stiplet": "for få forløb til en vurdering", "– stiplet": "kan ikke opgøres",
    "hult punkt": "foreløbig måned i en kurve", "f": "foreløbig", "r": "rettet siden første indberetning",
    "u": "umodent: for tidligt til at måle", "(vejl.)": "vejledende: udgangspunktet er opgjort på de gamle "
                                                        "matchgrupper"}
WORDS = {
    "Virksomhedsaktivering": "Virksomhedspraktik og løntilskud tilsammen.",
    "Virksomhedscenter": "En virksomhed med mindst 4 faste pladser til ledige i matchgruppe 4 efter aftale med "
                         "jobcentret.",
    "Målgruppen": "Kontant- og starthjælpsmodtagere i matchgruppe 4. Fra foråret 2010 omtrent matchgruppe 2.",
    "Forløb": "En persons periode i virksomhedspraktik eller løntilskud.",
    "Selvforsørgende": "Modtager ikke offentlig forsørgelse 4 uger efter forløbets slutning.",
    "Udgangspunkt": "Den måned, forøgelsen regnes fra.",
    "Foreløbig": "Endnu ikke nok jobcentre har indberettet.",
    "Uafklaret": "Usikkerheden er så stor, at tallet kan ligge på begge sider af målet.",
    "Databrud": "Opgørelsen er ændret; tal før og efter kan ikke uden videre sammenlignes.",
    "Procentpoint": "Forskellen mellem to procenttal.",
    "Skjult": "Afsenderen har holdt et lille tal tilbage. Det regnes ikke som nul."}


@cache
def content() -> str:
    """The three jobs, and what the product is for."""
    jobs = "".join(f"<h2>{drawing.text(title)}</h2>{drawing.paragraph(what)}{_steps(steps)}"
                   for title, what, steps in JOBS)
    note = f'<p class="fd-empty">{drawing.text(CLOSED)}</p>{drawing.paragraph(PERSONS)}'
    return f'<section class="fd-prose">{note}{jobs}</section>'


@cache
def words() -> str:
    """Marks, letters and words."""
    grid = {letter: reporting.WORDS[state] for state, letter in reporting.LETTERS.items()} | dict([reporting.LATE])
    parts = {"Tegn": MARKS, "Tegn på siden Indberetning": grid, "Ordliste": WORDS}
    inside = "".join(f"<h2>{title}</h2>{_terms(terms)}" for title, terms in parts.items())
    return f'<section class="fd-prose">{inside}</section>'


def _steps(lines: tuple[str, ...]) -> str:
    return f'<ol>{"".join(f"<li>{drawing.text(line)}</li>" for line in lines)}</ol>'


def _terms(pairs: dict[str, str]) -> str:
    items = "".join(f"<dt>{drawing.text(term)}</dt><dd>{drawing.text(said)}</dd>" for term, said in pairs.items())
    return f'<dl class="fd-terms">{items}</dl>'
