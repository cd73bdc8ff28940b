"""The smaller jobs step by step, each folded, and what every page of the menu answers."""

from functools import cache

import pandas as pd

from model.programmes.current import PLAN, PRICES
from model.programmes.projects import PROJECTS
from model.programmes.words import ITS, SHORT
from model.subjects.comparison.words.comparison import AGAINST_REGION
from model.subjects.support.words.hotline import taking_turns
from pages.guide.guide_jobs import steps
from pages.shared import drawing
from pages.shared.navigation import SHOWN

LEAST = f" mindst {PLAN.mentor_courses.least_of_a_run}" if PLAN.mentor_courses else ""
PROJECT_TASKS: dict[str, tuple[str, ...]] = {
    "Indberet et projekts resultater før et møde": (
        "Vælg indsatsen under Indsats øverst i menuen; så er siderne dens egne. Åbn siden Projekt, vælg projektet, og "
        "åbn »Indberet resultater«. Vælg dagen i planen, og skriv det, der er nået i alt til og med den. Et tomt felt "
        "er ikke det samme som 0.",
        "Samme side har fanen Holdepunkter: skriv, hvor langt et punkt er, hvem der har ansvaret, og hvad der hindrer.",
        "En fil kan også indlæses; skabelonerne »Milepæle« og »Opfølgning« ligger på siden Indlæs tal.",
        "Det hele kan fortrydes under Historik.",
        "Mødet selv holdes på indsatsens egen side Dialogmøde: vælg projektet og dagen. Siden viser, om der er "
        "indberettet til mødet, og hvad I aftalte sidst. Resten er som på et møde med et jobcenter.",
        "Er planen lavet om, så ret den under »Ret planen« på fanen Planen, med en begrundelse. Tallene måles efter "
        "den nye plan, og siden viser, hvad der er ændret, hvornår og hvorfor.",
        "»Hent projektark (PDF)« øverst på siden Projekt er ét ark med plan og resultat, punkterne og det, der "
        "hindrer. »Hent opfølgning« på siden Resultatkontrakt er kontraktens mål i dens egen rækkefølge, som Word "
        "eller PDF. Nederst på Projekterne ligger PowerPoint og et Excel-ark med alle resultater og punkter. Det hele "
        "er kun til internt brug."),
} if PROJECTS else {}
TASKS: dict[str, tuple[str, ...]] = {
    "Registrér fremmøde på kursusdagen": (
        "Åbn »Registrér fremmøde« på siden Kurser, gerne på telefonen. Skriv, hvem du er, og vælg dag og rolle.",
        "»Begynd med de tilmeldte« udfylder de tomme felter. Ret dem med − og +.",
        "Et tomt felt betyder »ikke meldt«. Skriv 0, hvis ingen kom.",
        "Gem, før du skifter dag eller rolle. Alt det, du har ændret, gemmes på én gang."),
    "Tæl en deltagerliste eller svarene på et skema": (
        "Vælg listen på siden Indlæs tal, som den er: én række pr. person eller svar, gerne med navne.",
        "Tryk »Tæl listen«, og svar på, hvad ord og tomme felter betyder. Svarene huskes til næste liste med de samme "
        "overskrifter.",
        "Kun tallene gemmes: hvor mange der var tilmeldt og kom fra hvert jobcenter i hver rolle, eller hvor mange der "
        "gav hvert svar. Navnene bliver ikke gemt nogen steder."),
    "Meld en kursusdag aflyst": (
        "Åbn »Registrér fremmøde« på siden Kurser, og vælg dagen. Tryk »Dagen er aflyst« under »Er dagen aflyst?«.",
        "I en fil er det nok at skrive »aflyst« i en af dagens celler, i kolonnen »Hændelse« eller over "
        "tabellen. Det gælder hele dagen.",
        f"En aflyst dag tæller hverken som holdt eller som manglende, heller ikke i mentorkursernes{LEAST}. I "
        "kalenderen og .ics-filen står den som aflyst.",
        "Er der skrevet fremmøde eller svar for dagen, kan den ikke meldes aflyst, før det er taget tilbage. Blev "
        "dagen holdt alligevel, så tryk »Dagen holdes alligevel«, eller skriv »holdes« i filen."),
    "Skriv, hvad der sker i et mentornetværk": (
        "Åbn fanen Mentornetværk på siden Kurser og derefter »Skriv om et mentornetværk«.",
        "Vælg jobcenter, dag og hvad der skete: tilbudt hjælp, startet, mødtes eller takket nej. Et netværk kan godt "
        "starte, uden at der er tilbudt hjælp.",
        "Ved et møde kan I skrive, hvor mange der deltog, og hvilke jobcentre netværket deles med. Lad feltet være "
        "tomt, hvis antallet ikke er kendt.",
        "Er det samme lavet i et regneark, kan filen indlæses på siden Indlæs tal."),
    "Skriv en henvendelse til hotlinen ind": (
        "Åbn »Skriv en henvendelse, et svar eller en rådgivning ind« på siden Hotline og rådgivning.",
        "Skriv dato, jobcenter og tema. Nummeret er det næste ledige. Skriv aldrig noget om enkelte borgere.",
        "Når svaret er givet, så vælg »Svar på en henvendelse«. De ældste står først.",
        f"Er der ikke valgt, hvem der svarede, går Fremdrift efter datoen: {taking_turns()}."),
    "Sæt status på en rådgivning": (
        "Se, hvem der var længst fra målet ved udgangspunktet, på siden Hotline og rådgivning under Længst fra målet. "
        f"Listen er et oplæg; {SHORT} afgør, hvem der får tilbuddet.",
        "Vælg »Rådgivning« i formularen samme sted, og vælg jobcentret.",
        "Sæt status (ønsket, tilbudt, aftalt, afholdt eller takket nej) og dagen, der hører til.",
        "Har et jobcenter selv bedt om rådgivning, er status »ønsket«. Det står øverst som et, der venter, til det har "
        "fået et svar.",
        "Skriv svarene på de tre spørgsmål før mødet. Tallene til spørgsmål a står der i forvejen."),
    "Åbn, ret eller luk et virksomhedscenter": (
        "Et nyt center skrives ind på siden Virksomhedscentre under Register i »Et nyt center åbner«.",
        "Skal et center rettes, så vælg det under registret i »Se et center«, og åbn »Ret« med centrets navn.",
        "Vælg, hvad der er sket: pladser, en måneds belægning, pause, lukning, genåbning eller en forkert dato.",
        "»Lukker« kræver en dag og en årsag. »Udgår« er kun til rækker, der er skrevet ind ved en fejl.",
        "Hver ændring kan fortrydes under Historik."),
    "Sammenlign jobcentre på en fair måde": (
        "Vælg på siden Sammenligning, hvem der skal sammenlignes: hele regionen, en landsdel, en størrelse eller en "
        "klynge. I kan lave en klynge selv nederst på siden. Kommer I fra et jobcenters side, er det fremhævet mellem "
        "dem, der har en målgruppe på samme størrelse.",
        "Se på stregen om prikken, ikke kun på prikken. Dækker to streger hinanden, kan forskellen være tilfældig.",
        "Jobcentre med under 20 forløb vises, men vurderes ikke.",
        f"Vælg »{AGAINST_REGION}« for at se, om forskellene kan være tilfældige. Sig kun, at et jobcenter afviger, når "
        "det ligger uden for den yderste grænse. Spørg til resten.",
        "Tallene siger ikke hvorfor. Brug dem til at spørge, ikke til at dømme."),
    "Hold et dialogmøde, og luk det med et referat": (
        "Vælg jobcentret og mødets dag på siden Dialogmøde, og tryk »Åbn mødet«. Tallene er dem, der var kendt den "
        "dag.",
        "Lad før mødet jobcentret sige god for tallene under »Bekræftet af jobcentret«.",
        "Gennemgå, hvad I aftalte sidst, og skriv status på hver aftale.",
        "Skriv nye aftaler med ansvarlig funktion og frist, og skriv noter. Nævn ingen borgere.",
        "Skriv, hvem der deltog, og hvornår næste møde er. Begge dele kommer med i referatet.",
        "Åbn »Luk mødet, og gem referatet«. »Hent udkast til referat (Word)« viser, hvad der kommer til at stå.",
        "Sæt hak ved, at mødet er slut, og tryk »Luk mødet og gem referatet«. Referatet ændres aldrig siden, heller "
        "ikke når tal bliver rettet, og mødet kan ikke åbnes igen."),
    "Set og godkend en måneds tal": (
        "Åbn siden Jobcenter, vælg jobcentret og måneden, og tryk »Se og godkend tallene« under overskriften.",
        "Under »Set og godkendt af jobcentret« står månedens tal. Er måneden godkendt før, står det også, hvilke tal "
        "der er ændret siden, med begge værdier.",
        "Tryk »Set og godkendt«. Det er frivilligt og låser ikke noget, og det kan tages tilbage samme sted. Kun "
        "jobcentret selv kan godkende sine tal.",
        "Derefter står dagen og funktionen ved tallene på Jobcenter, Dialogmøde og dialogarket. Bliver et tal rettet, "
        "står der i stedet, hvor mange der er ændret siden. På Indberetning er det en kolonne."),
    "Få nyt siden sidst på mail": (
        "Åbn »Nyt på mail« ved din funktion over menuen, og tryk »Slå mail til«. Det slås fra samme sted.",
        "Står der ingen adresse, så bed den, der giver adgang, om at skrive din mailadresse på siden Brugere.",
        "Mailen siger det samme som »Nyt siden sidst« på siden Jobcenter, for de jobcentre, din adgang gælder. Der "
        "kommer kun en, når der er sket noget siden den forrige."),
    "Hent dialogark og andre papirer": (
        "»Hent dialogark (PDF)« ligger øverst på siden Jobcenter og gælder det jobcenter og den måned, siden viser.",
        "Ved siden af ligger »Hent til udvalg og LBR (Word)«: et halvt ark med dom, mangel og åbne aftaler.",
        "Nederst på Regionen ligger regionsarket, et Excel-ark og alle dialogark i én zip-fil.",
        "Under figurerne henter »Hent CSV« tallene som regneark. Gælder din adgang nogle jobcentre, hedder den »Hent "
        f"egne rækker (CSV)«, og filen har kun deres rækker; det, der er lagt sammen for alle, henter {SHORT}.",
        "Vælg en dag under »Tallene på en anden dag«, hvis arket skal vise, hvad der stod dengang."),
    "Vis tallene på en konference": (
        "Vælg skærmene på siden Konference, og sæt dem i rækkefølge. Adressen husker valget og kan sendes som et link.",
        "Tryk »Start visningen« og F11. Piletasterne skifter, og Esc fører tilbage.",
        "Er der ikke net i salen, så hent »Hent som én HTML-fil (virker uden net)« i forvejen.",
        "Visningen er offentlig: den viser en udgivelse, den nyeste, hvis du ikke vælger en anden. Det gælder også "
        "filen og PowerPoint. Udgivelser laves på siden Udgivelse; se fanen Udgivelsesdag øverst her."),
    "Ret aktivitetsplanen, og få datoerne i din egen kalender": (
        f"Siden Kalender viser alle datoer og {ITS} aktiviteter.",
        "»Hent til din kalender (.ics)« giver en fil, som Outlook og telefoner kan åbne.",
        "Ændres planen, så åbn »Ret aktivitetsplanen« på fanen Aktivitetsplan, og skriv kilde og begrundelse. Det "
        "gamle bliver stående."),
    "Del en god historie": (
        "Åbn »Skriv eller ret en historie« på siden Historier og eksempler. Den er en kladde, til den bliver udgivet.",
        f"Læs den igennem: ingen borger må kunne genkendes. {SHORT} sætter hak og trykker »Udgiv«.",
        f"Skal en historie, der er udgivet, rettes, så bed {SHORT} trække den tilbage. Ret kladden, og bed {SHORT} "
        "udgive den igen: til da er den væk for alle andre."),
    **PROJECT_TASKS,
    "Regn på, hvad pladserne koster": (
        f"Fanen Pris på siden Virksomhedscentre begynder med et priseksempel{f' fra {PRICES.who}' if PRICES else ''}. "
        "Vælg et jobcenter for at bruge dets egne tal, hvor de er kendt.",
        "Ret felterne; »90–100« er fra og til. Regnestykket står i adressen og kan sendes som et link.",
        "Tag forbeholdene med, når tallene bruges. Det er et regneeksempel, ikke et resultat."),
}
PAGES = {
    "": "Hvor mange har nået målene, hvad mangler, og hvem skal vi tale med?",
    "jobcenter": "Hvor står ét jobcenter, hvad mangler det, og hvorfor flyttede tallet sig?",
    "sammenligning": "Er forskellene større, end tilfældigheder kan forklare?",
    "kurser": "Hvem har deltaget, hvem mangler, og nåede mentorkurserne deres deltagere?",
    "raadgivning": "Hvad spørger jobcentrene om, hvem venter på svar, og hvem har fået hjælp?",
    "kalender": "Hvad sker der hvornår, og hvem har ansvaret?",
    "centre": "Hvor mange centre åbner og lukker, er pladserne i brug, og hvad koster de?",
    "dialogmoede": "Hvad aftalte vi sidst, og hvad har ændret sig siden?",
    "konference": "Hvad viser vi på væggen, én pointe ad gangen, uden at små tal kommer frem?",
    "historier": "Hvad har virket hvor, og sammen med hvem?",
    "indlaes": "Kan filen bruges, og hvad ændrer den?",
    "indberetning": "Hvem har indberettet, hvem mangler, hvad er rettet, hvornår og af hvem?",
    "udgivelse": "Hvad får offentligheden at se, hvad er nyt i det, og hvad er fortalt før?",
    "projekter": "Hvor langt er hvert projekt, og hvad er det næste?",
    "projekt": "Hvad er nået af planen, og hvem gør hvad ved holdepunkterne?",
    "kontrakt": "Hvad var aftalt, hvordan måles det, og hvor langt er det?",
    "metode": "Hvad betyder tallet, og hvordan er det beregnet?",
    "vejledning": "Hvordan gør jeg?",
    "brugere": "Hvem har adgang til hvad, og hvem har gjort hvad?",
}


@cache
def content() -> str:
    """Every smaller job folded, then the pages."""
    folds = "".join(drawing.folded(title, steps(lines)) for title, lines in TASKS.items())
    table = drawing.table(pages(), alt="Tabel: siderne og det, de svarer på")
    return (f'<section class="fd-prose"><h2>De øvrige opgaver, trin for trin</h2>{folds}'
            f'<h2>Siderne</h2></section>{drawing.folded("Vis, hvad hver side svarer på", table)}')


def pages() -> pd.DataFrame:
    """One row per page of the menu, in its order: its title and the question it answers."""
    return pd.DataFrame([(entry.title, PAGES[entry.address]) for entry in SHOWN],
                        columns=["Side", "Svarer på"])
