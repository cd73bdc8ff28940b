"""Definitions of the figures that jobcenters report; headings come from the dataset's own declaration."""

from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.subjects.definitions.goals import FOLLOW_UP_QUOTE, GOAL_1_QUOTE, GOAL_2_QUOTE
from model.subjects.definitions.measure import PLAN, Measure

PURPOSE_QUOTE = ("Formålet med kampagnen er at øge anvendelsen af virksomhedsrettede tilbud i aktiveringsindsatsen for "
                 "personer i matchkategori 4.")
CENTRE_QUOTE = ("Virksomhedscentre består af minimum 4 (kontinuerlige) pladser til ledige i match 4, som løser "
                "arbejdsopgaver for virksomheden.")
AFFECTED = "Personer, der er berørt i måneden (»på månedsbasis«), ikke et gennemsnit og ikke fuldtidspersoner."
TWICE = "En person, der både er i praktik og løntilskud i måneden, tæller i begge."
ENDED_READING = "Forløb, der slutter i måneden, uanset hvornår de begyndte. Udfaldet er først kendt uger senere."
PART = "Del af »job eller uddannelse«, som kan oplyses for sig."


def _count(name: str, what: str, *, reading: str, weaknesses: str, quote: str = "", unit: str = "personer",
           source: str = PLAN) -> Measure:
    title = MAANEDSTAL.field(name).heading
    return Measure(name, title, what, numerator=title, denominator="", quote=quote, reading=reading,
                   weaknesses=weaknesses, source=source if quote else "Datasættet Månedstal", unit=unit)


COUNTS = (
    _count("personer_match4", "Målgruppen: kontant- og starthjælpsmodtagere i matchgruppe 4.", quote=PURPOSE_QUOTE,
           reading=f"{AFFECTED} Efter foråret 2010 svarer den gamle matchgruppe 4 omtrent til den nye matchgruppe 2.",
           weaknesses="Matchgrupperne blev ændret fra 1–5 til 1–3 i foråret 2010; tal før og efter kan ikke uden "
                      "videre sammenlignes, og databruddet er tegnet, hvor det er oplyst."),
    _count("heraf_virksomhedspraktik", "Personer i målgruppen i virksomhedspraktik.", quote=GOAL_1_QUOTE,
           reading=AFFECTED, weaknesses=TWICE),
    _count("heraf_loentilskud", "Personer i målgruppen ansat med løntilskud.", quote=GOAL_1_QUOTE, reading=AFFECTED,
           weaknesses=TWICE),
    _count("virksomhedsaktivering_i_alt", "Personer i målgruppen i virksomhedspraktik eller løntilskud.",
           quote=GOAL_1_QUOTE, reading="En person i begge dele tæller én gang. Mangler tallet, bruges summen af de to, "
                                       "mærket »summeret«. Er det skjult, er det skjult: summen træder ikke i stedet.",
           weaknesses="Summen kan være for høj, da nogle er i begge dele i samme måned."),
    _count("heraf_i_virksomhedscenter", "Personer i virksomhedsaktivering, hvis plads er i et virksomhedscenter.",
           quote=CENTRE_QUOTE, reading=AFFECTED,
           weaknesses="Tallet viser ikke, om stedet har de mindst 4 pladser, som planen kræver."),
    _count("paabegyndte_forloeb", "Forløb i virksomhedsaktivering, der begynder i måneden.", unit="forløb",
           reading="Forløb, ikke personer: den samme person kan begynde to gange.",
           weaknesses="Planen siger ikke, om en forlængelse er et nyt forløb."),
    _count("afsluttede_forloeb", "Forløb i virksomhedsaktivering, der slutter i måneden.", quote=GOAL_2_QUOTE,
           reading=ENDED_READING, unit="forløb",
           weaknesses="Den samme person kan afslutte to forløb og tæller så to gange."),
    _count("heraf_selvforsoergende_4_uger", "Afsluttede forløb, hvis deltager er selvforsørgende 4 uger efter.",
           quote=GOAL_2_QUOTE, unit="forløb",
           reading="Modtager ikke offentlig forsørgelse 4 uger efter forløbets slutning. Tal for 5, 13 eller 26 uger "
                   "er noget andet og vises aldrig som Mål 2.",
           weaknesses="Registrene er forsinkede; et tal, der er modtaget for tidligt, tæller ikke med i Mål 2."),
    _count("heraf_job_eller_uddannelse_4_uger",
           "Afsluttede forløb, hvis deltager er i job eller uddannelse 4 uger efter.",
           quote=FOLLOW_UP_QUOTE, reading="Ordinært job, fleksjob eller uddannelse.", unit="forløb",
           weaknesses="Ikke det samme som selvforsørgelse."),
    _count("heraf_ordinaert_job", "Afsluttede forløb, hvis deltager er i ordinært job uden tilskud 4 uger efter.",
           reading=PART, unit="forløb",
           weaknesses="Delene giver kun helheden, når alle tre er oplyst."),
    _count("heraf_fleksjob", "Afsluttede forløb, hvis deltager er i fleksjob 4 uger efter.",
           reading=PART, unit="forløb",
           weaknesses="Fleksjob er job med tilskud og tæller ikke som selvforsørgelse."),
    _count("heraf_uddannelse", "Afsluttede forløb, hvis deltager er i uddannelse 4 uger efter.",
           reading=PART, unit="forløb",
           weaknesses="Planen siger ikke, hvilke uddannelser der tæller."),
    _count("heraf_loentilskudsjob", "Afsluttede forløb, hvis deltager går videre i løntilskudsjob.", unit="forløb",
           reading="Holdes uden for job eller uddannelse, som i forsøget før kampagnen.",
           weaknesses="Planen nævner ikke løntilskud efter forløbet."),
    _count("afsluttede_forloeb_virksomhedscenter", "Afsluttede forløb, der foregik i et virksomhedscenter.",
           quote=FOLLOW_UP_QUOTE, reading=ENDED_READING, unit="forløb",
           weaknesses="Planen siger ikke, hvordan et forløb tælles, der skifter sted undervejs."),
    _count("heraf_job_eller_uddannelse_virksomhedscenter",
           "Forløb i virksomhedscenter, hvis deltager er i job eller uddannelse 4 uger efter.", quote=FOLLOW_UP_QUOTE,
           reading="Ordinært job, fleksjob eller uddannelse.", unit="forløb", weaknesses="Få forløb pr. jobcenter."),
    _count("matchmodel", "Hvilken inddeling i matchgrupper tallene er opgjort på: 1–5 eller 1–3.", unit="tekst",
           reading="Gælder fra den måned, den er oplyst, til en anden oplyses. Uden oplysning regnes med 1–5.",
           weaknesses="Oversættelsen fra gammel matchgruppe 4 til ny matchgruppe 2 er kun omtrentlig."),
    _count("opgoerelsesmetode", "Hvordan tallene er talt op: berørte personer, fuldtidspersoner eller personer sidst i "
           "måneden (ultimo).",
           unit="tekst", reading="Skifter metoden, tegnes et brud i kurven: »Ændret opgørelse«.",
           weaknesses="Et skift, der ikke er oplyst, kan ikke ses."),
    _count("bemaerkning", "Afsenderens egen bemærkning til måneden.", unit="tekst",
           reading="Vises, men regnes ikke med.",
           weaknesses="En rettelse, der kun står i en bemærkning, ændrer intet tal."),
    _count("modtaget", "Den dag, jobcentret afleverede, når den ikke er dagen for indlæsningen.", unit="dato",
           reading="Bruges kun til at afgøre, om tallene kom for sent. Hvad der var kendt en bestemt dag, afgøres af "
                   "dagen for indlæsningen.", weaknesses="Oplyses af den, der indlæser."),
)
