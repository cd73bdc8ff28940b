"""Definitions of what is counted of virksomhedscentre, what the trials found, and what a place costs."""

from model.basics.formatting import number
from model.programmes.current import FINDINGS, PLAN, PRICES
from model.programmes.findings import Findings
from model.programmes.words import ENDED_HEADING, ITSELF, OTHER_OUTCOME
from model.subjects.definitions.goals import OWN
from model.subjects.definitions.measure import Area, Measure, quote, reading, weaknesses
from model.subjects.economy.figures.inputs import EXAMPLE

FEW = f" Et center med færre end planens {PLAN.centres.least_places} pladser er stadig med." if PLAN.centres else ""


def _candidates(found: Findings) -> str:
    """Whom the trial's results are of: those of the largest trial; empty where none says how many they were."""
    counted = [trial for trial in found.rated if trial.persons is not None]
    return f"{number(counted[0].persons)} kandidater i {found.main} {counted[0].period}" if counted else ""


CENTRES = Area("Virksomhedscentre", "Aktive centre, pladser, belægning og forsøgenes tal.", (
    Measure(
        "aktive_centre", "Aktive virksomhedscentre",
        "Hvor mange virksomhedscentre der er åbne, når måneden slutter.",
        "Centre, der er åbne ved udgangen af månedens sidste dag", "", quote("aktive_centre"),
        "En periode går fra den dag, centret åbner, og til dagen før det lukker. Aktive er derfor de aktive måneden "
        "før, plus de åbnede, minus de lukkede. En pause er en lukning, og når centret åbner igen, tæller det som en "
        "åbning. Flere eller færre centre vises aldrig uden både åbnede og lukkede.",
        "Et center, der åbner og lukker i samme måned, når aldrig at være aktivt. Centre, som ingen har skrevet ind, "
        "er ikke med.", unit="centre"),
    Measure(
        "pladser", "Pladser i en måned", "Hvor mange pladser de aktive centre har.",
        "Pladser i de aktive centre, hvor pladserne er kendt", "",
        quote("pladser"),
        "Månedens eget tal bruges, hvor det er oplyst. I et hul mellem to oplyste måneder bruges den før hullet, og "
        "før den første oplyste måned bruges den første. Efter den sidste, eller når ingen måned er oplyst, bruges "
        f"det, der senest er oplyst om centret. Er tallet skjult, er det ukendt.{FEW}",
        "Pladser er det, virksomheden stiller til rådighed, ikke hvor mange der er i gang. Et gammelt tal står, til "
        "et nyt er oplyst.", unit="pladser"),
    Measure(
        "belaegning", "Belægning", "Hvor stor en del af pladserne der er besat.",
        "Summen af besatte pladser", "Summen af pladser i de samme centre", "",
        "Kun aktive centre, hvor både pladser og besatte er kendt, er med, og der står, hvor mange det er. Regionens "
        "belægning er summer, aldrig et gennemsnit af centre. Under 20 pladser vises alene antal. Det, der er til "
        "offentligheden, har procenten rundet til nærmeste 5 og intet antal, så små tal ikke kan regnes ud.",
        "Er der flere besatte end pladser, er det regnet med, som det er oplyst, så belægningen kan være over "
        "100\u00a0%. Centre uden oplysning kan være mere eller mindre besat end de andre.", source=OWN, unit="procent"),
    Measure(
        "generation_2", "Centre af generation 2",
        "Hvor mange af de aktive centre der er generation 2 ved månedens slutning.",
        "Aktive centre, der er blevet generation 2 senest den dag", "", "",
        "Et nyt center begynder som generation 1. Fra den dag, der står som »Generation 2 fra«, er det generation 2, "
        "også hvis det holder pause og åbner igen. Er dagen ikke oplyst, bruges den generation, der senest er oplyst, "
        "i alle måneder.",
        "Et center, hvor hverken dagen eller generationen er oplyst, er ukendt og ikke generation 1.", source=OWN,
        unit="centre"),
    Measure(
        "forloeb_pr_plads", "Forløb pr. plads", "Hvor mange forløb en plads tager på et år.",
        f"{ENDED_HEADING} i virksomhedscentre i tolv måneder", "Pladser i snit af de samme tolv måneder", "",
        "Året slutter med den måned, hvis forløb flest jobcentre kan måle. Et jobcenter er med, når både forløb og "
        "pladser er kendt i alle tolv måneder; en måned uden centre har ingen pladser. Regionen er alle forløb af alle "
        "pladser. Under 20 forløb eller pladser vises alene antal.",
        "En person med to forløb tæller to gange. Lange forløb og ledige pladser giver begge et lavt tal.", source=OWN,
        unit="forløb"),
    *((Measure(
        "forsoegenes_tal", "Forsøgenes tal", f"Hvad forsøgene før {ITSELF} viste; til sammenligning, aldrig et mål.",
        FINDINGS.references.job_or_education.detail, _candidates(FINDINGS), quote("forsoegenes_tal"),
        f"Tallene er altid mærket »{FINDINGS.label}«. {reading('forsoegenes_tal')}", weaknesses("forsoegenes_tal"),
        source=FINDINGS.source, unit="procent"),) if FINDINGS else ()),
))

PLACES = number(EXAMPLE.places.low / EXAMPLE.consultants.low) if PRICES else ""
MUNICIPAL = number(EXAMPLE.municipal.low) if PRICES else ""
ECONOMY = Area("Pris", "Hvad en plads koster, og hvad der spares i kontanthjælp.", () if PRICES is None else (
    Measure(
        "pris_paa_en_plads", "Prisen på en plads", "Hvad en plads i et virksomhedscenter koster om ugen.",
        "Løn til jobkonsulenter, mentorstøtte og mentorkurser om året", "Faste pladser gange uger om året",
        quote("pris_paa_en_plads"),
        reading("pris_paa_en_plads", (
            "Eksemplet regner med, at alle pladser er besat: er de ikke det, er en deltager dyrere end en plads. Er et "
            "tal givet fra og til, er svaret det også. Med et jobcenters egne pladser regnes med én jobkonsulent for "
            f"hver påbegyndt {PLACES} pladser.")),
        f"Husleje, administration og ledelse er ikke med, men de er med i de ca. {MUNICIPAL} kr. for et kommunalt "
        "tilbud. Derfor vises en sammenlignelig forskel først, når de er skrevet ind. Støtteaktiviteter er ikke med "
        "i nogen "
        "af priserne. Det er et regneeksempel, ikke et resultat.", source=PRICES.source, unit="kroner"),
    Measure(
        "mindre_kontanthjaelp", "Mindre kontanthjælp",
        f"Hvad der spares i kontanthjælp, når kandidater kommer i {OTHER_OUTCOME}.",
        f"Kandidater i {OTHER_OUTCOME} om året gange sparet kontanthjælp pr. person", "",
        quote("mindre_kontanthjaelp"),
        reading("mindre_kontanthjaelp") or f"Kandidater i {OTHER_OUTCOME} gange besparelsen for hver.",
        f"Regner med, at alle bliver i {OTHER_OUTCOME} et helt år, og at ingen af dem var kommet det uden et "
        "virksomhedscenter.", source=PRICES.source, unit="kroner"),
))
