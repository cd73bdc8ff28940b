"""Definitions of the goals and of what is computed from the figures."""

from model.basics.formatting import capital, month_long, month_name
from model.programmes.current import FINDINGS, PROGRAMME
from model.programmes.words import (
    ACTIVATION,
    GOAL_1,
    GOAL_2,
    GROUP,
    ITS,
    OTHER_OUTCOME,
    PARTS_AND,
    PARTS_OR,
    REGION,
    SHORT_PARTS,
    SUPPORT,
    SUPPORTED,
    THE_ACTIVATION,
    WEEKS,
)
from model.subjects.definitions.measure import PLAN, Measure, quote, reading, weaknesses

OWN = "Fremdrifts egen beregning; planen nævner den ikke."
ENDED, OUTCOME, BESIDE_OUTCOME = (PROGRAMME.measure(role) for role in ("ended", "outcome", "outcome_beside"))
ENDED_AFTER_CENTRE, AFTER_CENTRE = (PROGRAMME.measure(role) for role in ("ended_after_centre", "outcome_after_centre"))
TOTAL, LAST, TRIALS = PROGRAMME.measure("reached").heading, month_long(PROGRAMME.ends), FINDINGS is not None
BASELINE = month_name(PROGRAMME.baseline.month if PROGRAMME.baseline else PROGRAMME.starts)

INDICATORS: tuple[Measure, ...] = (
    Measure(
        "maal_1", GOAL_1, f"Om jobcentret i en måned har nået begge dele af {ITS} første mål.",
        f"Personer i {ACTIVATION}", capital(GROUP), quote("maal_1"),
        "Begge dele kræves: mindst {share} af målgruppen og mindst {increase} flere end i udgangspunktet. Hver del "
        "vises for sig, og status siges med ord. Er den ene del ukendt, kan målet ikke opgøres. Andele sammenlignes i "
        "hele tal, så ingen afrunding afgør, om målet er nået.",
        "Meget små jobcentre kan ikke nå {increase} flere, uanset hvor stor en andel der er i gang. Det vises, men "
        "målet er det samme.", unit="status"),
    Measure(
        "andel", f"Andel i {ACTIVATION} ({{share}})",
        f"Hvor stor en del af målgruppen der er i {PARTS_OR} i måneden.",
        f"{TOTAL}; mangler den, summen af {PARTS_AND} (mærket »summeret«)", capital(GROUP), quote("andel"),
        reading("andel", "Regionens andel er summen af tællere delt med summen af nævnere."),
        "En mindre målgruppe løfter andelen, uden at flere er i gang; derfor deles ændringer op. Er tallet summeret, "
        f"tæller en person i både {SHORT_PARTS} to gange. En målgruppe på nul har ingen andel.", unit="procent"),
    Measure(
        "foroegelse", "Forøgelse siden udgangspunktet (+{increase})",
        f"Hvor mange flere der er i {ACTIVATION} end i jobcentrets udgangspunkt.",
        f"{capital(ACTIVATION)} i måneden minus {ACTIVATION} i udgangspunktet", "", quote("foroegelse"),
        reading("foroegelse", "Det kan ændres for det enkelte jobcenter med begrundelse, også til et indtastet tal."),
        weaknesses("foroegelse", f"Sæsonen spiller ind, når måneden er en anden end {BASELINE}.")),
    Measure(
        "mangler", f"Mangler i at nå {GOAL_1}", "Hvor mange flere personer der skal i gang, for at begge dele er nået.",
        "Det største af to tal: op til {share} af målgruppen og op til {increase} flere end udgangspunktet", "",
        quote("mangler"),
        "Andelen rundes altid op til hele personer. Regionens tal er summen af jobcentrenes egne mangler, ikke "
        "regionens samlede afstand: ét jobcenters overskud hjælper ikke et andet.",
        "Tallet følger målgruppens størrelse. Jobcentre, der ikke kan opgøres, er ikke med i summen."),
    Measure(
        "maal_2", f"{GOAL_2}: {SUPPORTED} efter {WEEKS} ({{self_supporting}})",
        f"Hvor stor en del af de afsluttede forløb der har ført til {SUPPORT} {WEEKS} efter.",
        OUTCOME.heading, f"{ENDED.heading} i {ACTIVATION}", quote("maal_2"),
        "Først siges kendsgerningen (over eller under {self_supporting}), så hvor sikker den er. Alle forløb fra "
        f"{month_long(PROGRAMME.starts)} til den valgte måned tæller sammen, men kun måneder, hvis udfald er modtaget "
        f"mindst {WEEKS} plus registrenes forsinkelse efter månedens udgang. Sikkerheden er Wilsons "
        "95\u00a0%-interval; under 20 "
        "forløb siges intet om den.",
        "Beregningen går ud fra, at alle forløb har samme chance. Samme person to gange eller én stor arbejdsgiver gør "
        "intervallet for smalt. Er et tal skjult, kan målet ikke opgøres for jobcentret.", unit="procent"),
    Measure(
        "job_eller_uddannelse", f"{capital(OTHER_OUTCOME)} efter {WEEKS}",
        f"Hvor mange afsluttede forløb der har ført til {BESIDE_OUTCOME.plural or OTHER_OUTCOME} {WEEKS} efter.",
        BESIDE_OUTCOME.heading, f"{ENDED.heading} i {ACTIVATION}", quote("job_eller_uddannelse"),
        f"Vises ved siden af {GOAL_2}. Målet på {{self_supporting}} gælder kun {SUPPORT}, så her er ingen mållinje.",
        weaknesses("job_eller_uddannelse") or f"Tallet er ikke det samme som {SUPPORT}.", unit="procent"),
    Measure(
        "job_eller_uddannelse_virksomhedscenter", f"{capital(OTHER_OUTCOME)} efter virksomhedscenter",
        "Det samme, men kun for dem, hvis forløb var i et virksomhedscenter.",
        AFTER_CENTRE.heading, ENDED_AFTER_CENTRE.heading, quote("job_eller_uddannelse_virksomhedscenter"),
        reading("job_eller_uddannelse_virksomhedscenter", (
            f"Regnes som {GOAL_2}: kun forløb, hvis udfald kan være kendt, andel og Wilsons 95\u00a0%-interval først "
            "fra "
            "20 forløb. Der er intet mål for "
            f"den{'; forsøgenes tal står ved siden af og er heller ikke et mål' * TRIALS}.")),
        "Få forløb pr. jobcenter; tallet egner sig bedst for regionen. Fleksjob tæller som job.", unit="procent"),
    Measure(
        "tempo", "Hvad skal der til?", f"Hvor mange flere der skal i gang om måneden frem til {LAST}.",
        f"Mangler i at nå {GOAL_1}", f"Måneder tilbage til og med {LAST}", quote("tempo"),
        "Rundes op til hele personer. Ved siden af står ændringen pr. måned de seneste 6 måneder, og hvad der mangler, "
        "hvis målgruppen bliver 10\u00a0% større eller mindre.",
        "Når nogen slutter, skal der flere nye i gang, end tallet siger. Det er en sammenligning, ikke en "
        "fremskrivning.", unit="personer pr. måned"),
    Measure(
        "hvorfor_flyttede_andelen", "Hvorfor flyttede andelen sig?",
        "Ændringen i andelen mellem to måneder, delt på flere eller færre i gang og en større eller mindre målgruppe.",
        f"Ændringen i antal i {ACTIVATION}, vægtet med gennemsnittet af de to måneders 1/målgruppe",
        "Ændringen i 1/målgruppe, vægtet med gennemsnittet af de to måneders antal", "",
        "De to dele giver tilsammen hele ændringen. I regionen sammenlignes kun jobcentre med tal i begge måneder.",
        "Delingen siger, hvilket tal der flyttede sig, ikke hvorfor.", source=OWN, unit="procentpoint"),
    Measure(
        "daekning", "Dækning", "Hvor stor en del af målgruppen der er indberettet for en måned.",
        "Målgruppen i de jobcentre, der har indberettet", "Målgruppen i alle deltagende jobcentre", "",
        f"Et jobcenter har indberettet, når både målgruppen og {THE_ACTIVATION} er kendt eller skjult af "
        "afsenderen. Det vejer med sin senest kendte målgruppe. Siderne viser den nyeste måned, hvor "
        "dækningen er stor nok (se »Fælles regler«); en nyere måned kan vælges og er mærket »foreløbig«.",
        "Vægten er den seneste kendte og kan være nogle måneder gammel.", source=OWN, unit="procent"),
)
if PROGRAMME.national:
    INDICATORS += (Measure(
        "landsmaal", "Landsmålet på {national}", f"{capital(ITS)} mål for hele landet.",
        "{national} personer på månedsbasis", "", quote("landsmaal"),
        reading("landsmaal", f"Vises kun som sammenhæng; der findes ingen officiel andel for {REGION}."),
        "Fremdrift har ikke tal for hele landet og siger derfor intet om, hvorvidt landsmålet er nået.", source=PLAN),)
