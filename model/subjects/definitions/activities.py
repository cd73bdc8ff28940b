"""Definitions of what is counted of courses, mentor courses, evaluations, the hotline and the counselling."""

from model.basics.formatting import capital
from model.programmes.current import PLAN
from model.programmes.words import ACTIVATION, GROUP, ITS, SHORT
from model.subjects.definitions.goals import OWN
from model.subjects.definitions.measure import Area, Measure, quote, reading

SEATS = f"{PLAN.courses.most_of_a_day} pladser" if PLAN.courses else "pladserne"
LEAST = f", og om de mindst {PLAN.mentor_courses.least_of_a_run} er nået" if PLAN.mentor_courses else ""
ABOUT = f", og planen nævner »omkring {PLAN.counselling.about} jobcentre«" if PLAN.counselling else ""

COURSES = Area("Kurser", "Fremmøde på kursusdagene, deltagere i mentorkurserne, mentornetværk og evalueringsskemaer.", (
    Measure(
        "fremmoede", "Fremmøde på kursusdagene",
        "Hvor mange af sine pladser på kursusdagene et jobcenter har brugt.",
        "Mødte på de kursusdage, hvor jobcentrets fremmøde er kendt, alle roller tilsammen",
        f"De samme dage gange {SEATS}", quote("fremmoede"),
        reading("fremmoede", (
            "En dag, der ikke er holdt, en dag uden indberetning og en dag, hvor ingen mødte, er tre forskellige "
            "ting. En "
            "dag, der er meldt aflyst, er en fjerde: den tæller hverken som holdt eller som manglende. En dag uden "
            "indberetning tæller hverken med i mødte eller i pladser. At et jobcenter aldrig har deltaget, siges "
            "kun, når "
            "alle de holdte dage er indberettet.")),
        "Den samme person tæller med på hver dag, så tallet er fremmøder, ikke forskellige personer. Uanmeldte gæster "
        "tælles med, så der kan være flere mødte end pladser. Mangler en af de tilmeldte roller, siges der »mindst«, "
        "og jobcentret er ikke blandt dem, der har meldt alt fremmøde.",
        unit="fremmøder"),
    Measure(
        "deltagere_mentorkursus", "Deltagere i et mentorkursus",
        f"Hvor mange der deltog i et forløb på tre halve kursusdage{LEAST}.",
        "Mødte på den af forløbets dage, hvor flest kom", "",
        quote("deltagere_mentorkursus"),
        reading("deltagere_mentorkursus", (
            "Dagene tælles hver for sig, så det vides ikke, hvem der kom igen. Derfor gælder dagen med flest mødte for "
            "hele forløbet. En aflyst dag kan ikke stå for det, og et forløb, hvis dage alle er aflyst, har intet "
            "minimum at nå. Er ingen af dagene talt op endnu, bruges de tilmeldte, og det siges."), last=True),
        "Kom der andre personer på de øvrige dage, er tallet for lavt. Mangler et jobcenters tal for dagen, siges der, "
        "at forløbet »mangler højst« så mange."),
    Measure(
        "mentornetvaerk", "Mentornetværk",
        "Hvilke jobcentre der er tilbudt hjælp til et mentornetværk, har et, og hvor mange gange det har mødtes.",
        "Jobcentre, hvor det er oplyst, at netværket er startet eller har mødtes", "", quote("mentornetvaerk"),
        reading("mentornetvaerk", (
            "At et jobcenter ikke har et netværk, siges aldrig, kun at intet er oplyst. Møderne er dem, der er oplyst. "
            "Har et jobcenter takket nej, står det, til det er tilbudt hjælp igen, er startet eller har mødtes. Deles "
            "et netværk af flere jobcentre, tæller det med i hvert af dem.")),
        "Ingen skal melde et netværksmøde, så der kan være flere møder end dem, der er oplyst.", unit="jobcentre"),
    Measure(
        "svarprocent", "Besvarede evalueringsskemaer",
        "Hvor stor en del af de udsendte evalueringsskemaer der er besvaret.",
        "Besvarede skemaer", "Udsendte skemaer", quote("svarprocent"),
        "For alle dage tilsammen regnes kun med de dage, hvor både udsendte og besvarede er kendt. Aflyste dage er "
        "ikke med. Under 20 skemaer "
        "vises alene antal.",
        "De, der svarer, kan være mere eller mindre tilfredse end de andre.", unit="procent"),
    Measure(
        "tilfredshed", "Tilfredshed med en kursusdag",
        "Hvordan svarene fordeler sig fra 1 (mindst tilfreds) til 5 (mest tilfreds).",
        "Svar med hver tilfredshed", "", quote("tilfredshed"),
        "Vises som antal. Der regnes aldrig gennemsnit, og farven viser kun fordelingen, når der er mindst 20 svar. "
        "Svar uden tilfredshed står for sig.",
        "Planen siger ikke, hvad skemaet spørger om. To kursusdage har ikke nødvendigvis samme deltagere.",
        unit="svar"),
))

SUPPORT = Area("Hotline og rådgivning", "Henvendelser, svartid, hvad der venter, og hvem der var længst fra målet.", (
    Measure(
        "henvendelser", "Henvendelser til hotlinen", "Hvor mange henvendelser hotlinen fik i en måned.",
        "Henvendelser med en dato i måneden", "", "",
        "En måned uden nogen er 0, når listen er fra en senere dag. Henvendelser uden en dato er ikke med i nogen "
        "måned. Det, der er til offentligheden, har kun måneder, der var slut, da listen kom.",
        "En henvendelse, der ikke er skrevet på listen, er ikke med.", source=OWN, unit="henvendelser"),
    Measure(
        "svartid", "Svartid på hotlinen", "Hvor mange besvarede henvendelser der fik svar inden for 2 dage.",
        "Henvendelser besvaret inden for 2 "
        "dage", "Besvarede henvendelser, hvor begge datoer er kendt", quote("svartid"),
        "Dagene tælles i kalenderen fra henvendelsen til svaret; svar samme dag er 0. Planen har ingen grænse for "
        "svartiden, så 2 dage er vores inddeling og ikke et mål.",
        "Weekender og helligdage tæller med. Henvendelser, der stadig venter, er ikke med; de vises for sig.",
        unit="henvendelser"),
    Measure(
        "aabne_henvendelser", "Ubesvarede henvendelser",
        "Hvilke henvendelser der venter på svar, hvor længe, og hvem der har ansvaret.",
        "Henvendelser uden en dato for svaret", "", quote("aabne_henvendelser"),
        reading("aabne_henvendelser", (
            "Et svar uden navn regnes til den, der havde ansvaret den dag. Ventetiden tælles til den dag, siden "
            "viser, og "
            f"længst til {ITS} slutning.")),
        "Et svar, der er givet, men ikke skrevet ind, ser ud som en henvendelse, der venter.", unit="henvendelser"),
    Measure(
        "laengst_fra_maalet", "Længst fra målet ved udgangspunktet",
        "Hvilke jobcentre der var længst fra {share} ved udgangspunktet.",
        f"{{share}} af målgruppen i udgangspunktet, rundet op til hele personer, minus dem i {ACTIVATION}", "",
        quote("laengst_fra_maalet"),
        reading("laengst_fra_maalet", (
            f"Listen kan ordnes efter procentpoint eller efter personer. Den er kun et oplæg: {SHORT} afgør, hvem "
            "der får "
            f"tilbuddet{ABOUT}. Jobcentre, der havde nået andelen, er ikke på listen, og de, hvis afstand ikke kan "
            "opgøres, nævnes for sig."), last=True),
        "Små jobcentre kan mangle mange procentpoint, men få personer; i store er det omvendt. Afstanden siger intet "
        "om, hvem der er i målgruppen, eller hvad der allerede er sat i gang.", unit="personer eller procentpoint"),
    Measure(
        "venter_paa_raadgivning", "Venter på rådgivning",
        "Hvilke jobcentre der selv har bedt om særlig individuel rådgivning og ikke har fået svar.",
        "Jobcentre med status »ønsket«", "", quote("venter_paa_raadgivning"),
        f"Et ønske er ikke et tilbud: {SHORT} afgør, hvem der får det. Jobcentret venter, til det er tilbudt "
        "rådgivning, "
        "har en aftale, har haft besøg eller har takket nej. Det kan ønske igen, efter at det har takket nej.",
        f"Et ønske, som {SHORT} har hørt, men som ikke er skrevet ind, ses ikke.", unit="jobcentre"),
    Measure(
        "foer_og_efter_besoeg", "Andelen før og efter et besøg",
        f"Andelen i {ACTIVATION} i den nyeste kendte måned før besøget og i den nyeste måned efter.",
        f"{capital(ACTIVATION)} i måneden", f"{capital(GROUP)} i måneden", "",
        "Besøgets egen måned er hverken før eller efter. Figuren siger ikke, hvad besøget har betydet.",
        "De jobcentre, der fik besøg, begyndte lavt; en stigning kunne være kommet alligevel. Er matchgrupperne ændret "
        "imellem, kan de to måneder ikke sammenlignes direkte.", source=OWN, unit="procent"),
))
