"""Definitions of what is counted of virksomhedscentre, what the trials found, and what a place costs."""

from model.programmes.current import FINDINGS
from model.subjects.definitions.counts import CENTRE_QUOTE
from model.subjects.definitions.goals import OWN
from model.subjects.definitions.measure import Area, Measure
from model.subjects.economy.figures.inputs import SOURCE as PRICES

CENTRES = Area("Virksomhedscentre", "Aktive centre, pladser, belægning og forsøgenes tal.", (
    Measure(
        "aktive_centre", "Aktive virksomhedscentre",
        "Hvor mange virksomhedscentre der er åbne, når måneden slutter.",
        "Centre, der er åbne ved udgangen af månedens sidste dag", "", CENTRE_QUOTE,
        "En periode går fra den dag, centret åbner, og til dagen før det lukker. Aktive er derfor de aktive måneden "
        "før, plus de åbnede, minus de lukkede. En pause er en lukning, og når centret åbner igen, tæller det som en "
        "åbning. Flere eller færre centre vises aldrig uden både åbnede og lukkede.",
        "Et center, der åbner og lukker i samme måned, når aldrig at være aktivt. Centre, som ingen har skrevet ind, "
        "er ikke med.", unit="centre"),
    Measure(
        "pladser", "Pladser i en måned", "Hvor mange pladser de aktive centre har.",
        "Pladser i de aktive centre, hvor pladserne er kendt", "",
        "Beskæftigelsesregionen vil løbende følge op på resultaterne af kampagnen – dvs. antal pladser og effekt.",
        "Månedens eget tal bruges, hvor det er oplyst. I et hul mellem to oplyste måneder bruges den før hullet, og "
        "før den første oplyste måned bruges den første. Efter den sidste, eller når ingen måned er oplyst, bruges "
        "det, der senest er oplyst om centret. Er tallet skjult, er det ukendt. Et center med færre end planens 4 "
        "pladser er stadig med.",
        "Pladser er det, virksomheden stiller til rådighed, ikke hvor mange der er i gang. Et gammelt tal står, til "
        "et nyt er oplyst.", unit="pladser"),
    Measure(
        "belaegning", "Belægning", "Hvor stor en del af pladserne der er besat.",
        "Summen af besatte pladser", "Summen af pladser i de samme centre", "",
        "Kun aktive centre, hvor både pladser og besatte er kendt, er med, og der står, hvor mange det er. Regionens "
        "belægning er summer, aldrig et gennemsnit af centre. Under 20 pladser vises alene antal.",
        "Er der flere besatte end pladser, er det regnet med, som det er oplyst, så belægningen kan være over "
        "100\u00a0%. Centre uden oplysning kan være mere eller mindre besat end de andre.", source=OWN, unit="procent"),
    Measure(
        "forloeb_pr_plads", "Forløb pr. plads", "Hvor mange forløb en plads tager på et år.",
        "Afsluttede forløb i virksomhedscentre i tolv måneder", "Pladser i snit af de samme tolv måneder", "",
        "Året slutter med den måned, hvis forløb flest jobcentre kan måle. Et jobcenter er med, når både forløb og "
        "pladser er kendt i alle tolv måneder; en måned uden centre har ingen pladser. Regionen er alle forløb af alle "
        "pladser. Under 20 forløb eller pladser vises alene antal.",
        "En person med to forløb tæller to gange. Lange forløb og ledige pladser giver begge et lavt tal.", source=OWN,
        unit="forløb"),
    Measure(
        "forsoegenes_tal", "Forsøgenes tal", "Hvad forsøgene før kampagnen viste; til sammenligning, aldrig et mål.",
        "12,5\u00a0% i ordinært job, 2,5\u00a0% i fleksjob og 4\u00a0% i uddannelse",
        "1.480 kandidater i hovedforsøget 2008–09", "1/5 er kommet direkte i job eller uddannelse",
        f"Tallene er altid mærket »{FINDINGS.label}«. De tre dele giver 19\u00a0%, som kilden trykker som »1/5«; "
        "begge vises. Belægningen var »tæt på 100\u00a0%«. Omkring 20\u00a0% mod 13\u00a0% efter anden aktivering var "
        "selvforsørgende efter 5, 13 og 26 uger; det er ikke Mål 2's 4 uger og tegnes derfor aldrig sammen med Mål "
        "2's mål eller vurdering. Kilderne er ikke enige om pilotforsøget: vi læser, at det begyndte i 2006 og kørte "
        "i 2007, og at hovedforsøget havde 13 jobcentre og ét center i hver af 88 virksomheder.",
        "Kun 68\u00a0% af kandidaterne i hovedforsøget var i matchgruppe 4. Tallene er rundet af, og det er ikke "
        "oplyst, hvordan de er talt.", source=FINDINGS.source, unit="procent"),
))

ECONOMY = Area("Økonomi", "Hvad en plads koster, og hvad der spares i kontanthjælp.", (
    Measure(
        "pris_paa_en_plads", "Prisen på en plads", "Hvad en plads i et virksomhedscenter koster om ugen.",
        "Løn til jobkonsulenter, mentorstøtte og mentorkurser om året", "Faste pladser gange uger om året",
        "Prisen pr. uge pr. deltager i virksomhedscentrene er ca. kr. 580.",
        "Skives eksempel er 375.000 + 35 × 1.500 × 12 + 50.000 = 1.055.000 kr. om året. Delt med 35 pladser og 52 uger "
        "giver det 579,67 kr.; antallet af uger nævner kilden ikke. Eksemplet regner med, at alle pladser er besat: "
        "er de ikke det, er en deltager dyrere end en plads. Er et tal givet fra og til, er svaret det også. Med et "
        "jobcenters egne pladser regnes med én jobkonsulent for hver påbegyndt 35 pladser.",
        "Husleje, administration og ledelse er ikke med, men de er med i de ca. 1.100 kr. for et kommunalt tilbud. "
        "Derfor vises en sammenlignelig forskel først, når de er skrevet ind. Støtteaktiviteter er ikke med i nogen "
        "af priserne. Det er et regneeksempel, ikke et resultat.", source=PRICES, unit="kroner"),
    Measure(
        "mindre_kontanthjaelp", "Mindre kontanthjælp",
        "Hvad der spares i kontanthjælp, når kandidater kommer i job eller uddannelse.",
        "Kandidater i job eller uddannelse om året gange sparet kontanthjælp pr. person", "",
        "Hvis 15 kandidater kommer i job eller uddannelse i løbet af et år, sparer kommunen ca. en halv million "
        "kroner.",
        "15 gange 30.000–35.000 kr. er 450.000–525.000 kr.",
        "Regner med, at alle bliver i job eller uddannelse et helt år, og at ingen af dem var kommet det uden et "
        "virksomhedscenter.", source=PRICES, unit="kroner"),
))
