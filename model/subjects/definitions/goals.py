"""Definitions of the campaign's goals and of what is computed from the figures."""

from model.subjects.definitions.measure import PLAN, Measure

GOAL_1_QUOTE = (
    "At der på månedsbasis er 9.000 kontant- og starthjælpsmodtagere i matchgruppe 4 i virksomhedspraktik eller "
    "løntilskud. Således skal hvert jobcenter når op på at have mindst 16% af kontant- og starthjælpsmodtagere i "
    "virksomhedspraktik og mindst en forøgelse på 15 personer i virksomhedsaktivering.")
GOAL_2_QUOTE = (
    "At 20% af de kontant- og starthjælpsmodtagere i matchgruppe 4, der har deltaget i virksomhedsaktivering, er "
    "selvforsørgende 4 uger efter afsluttet forløb i virksomhedsaktivering.")
FOLLOW_UP_QUOTE = (
    "Her er det interessant at undersøge, hvor mange af de kontant- og starthjælpsmodtagere der kommer ud i et "
    "virksomhedscenter, som efterfølgende opnår uddannelse eller job.")
PERIOD_QUOTE = "Kampagnen strækker sig over en 2-årig periode indtil juni 2011."
OWN = "Fremdrifts egen beregning; planen nævner den ikke."

INDICATORS = (
    Measure(
        "maal_1", "Mål 1", "Om jobcentret i en måned har nået begge dele af kampagnens første mål.",
        "Personer i virksomhedsaktivering", "Kontant- og starthjælpsmodtagere i matchgruppe 4", GOAL_1_QUOTE,
        "Begge dele kræves: mindst {share} af målgruppen og mindst {increase} flere end i udgangspunktet. Hver del "
        "vises for sig, og status siges med ord. Er den ene del ukendt, kan målet ikke opgøres. Andele sammenlignes i "
        "hele tal, så ingen afrunding afgør, om målet er nået.",
        "Meget små jobcentre kan ikke nå {increase} flere, uanset hvor stor en andel der er i gang. Det vises, men "
        "målet er det samme.", unit="status"),
    Measure(
        "andel_virksomhedsaktivering", "Andel i virksomhedsaktivering ({share})",
        "Hvor stor en del af målgruppen der er i virksomhedspraktik eller løntilskud i måneden.",
        "Virksomhedsaktivering i alt; mangler den, summen af virksomhedspraktik og løntilskud (mærket »summeret«)",
        "Kontant- og starthjælpsmodtagere i matchgruppe 4", GOAL_1_QUOTE,
        "Planen skriver »16% af kontant- og starthjælpsmodtagere« uden matchgruppe. Kun matchgruppe 4 passer med "
        "planens »9.000« i hele landet, så den er nævneren. Tælleren er virksomhedspraktik og løntilskud tilsammen, "
        "som planen andre steder kalder virksomhedsaktivering. Regionens andel er summen af tællere "
        "delt med summen af nævnere.",
        "En mindre målgruppe løfter andelen, uden at flere er i gang; derfor deles ændringer op. Er tallet summeret, "
        "tæller en person i både praktik og løntilskud to gange. En målgruppe på nul har ingen andel.", unit="procent"),
    Measure(
        "foroegelse", "Forøgelse siden udgangspunktet (+{increase})",
        "Hvor mange flere der er i virksomhedsaktivering end i jobcentrets udgangspunkt.",
        "Virksomhedsaktivering i måneden minus virksomhedsaktivering i udgangspunktet", "", GOAL_1_QUOTE,
        "Planen nævner intet udgangspunkt. Vi bruger september 2009, den sidste hele måned før startkonferencen den "
        "5. oktober 2009. Det kan ændres for det enkelte jobcenter med begrundelse, også til et indtastet tal.",
        "Matchgrupperne blev ændret i foråret 2010. Er udgangspunktet opgjort på matchgruppe 1–5 og måneden på 1–3, er "
        "forøgelsen vejledende. Sæsonen spiller ind, når måneden er en anden end september."),
    Measure(
        "mangler", "Mangler i at nå Mål 1", "Hvor mange flere personer der skal i gang, for at begge dele er nået.",
        "Det største af to tal: op til {share} af målgruppen og op til {increase} flere end udgangspunktet", "",
        GOAL_1_QUOTE,
        "Andelen rundes altid op til hele personer. Regionens tal er summen af jobcentrenes egne mangler, ikke "
        "regionens samlede afstand: ét jobcenters overskud hjælper ikke et andet.",
        "Tallet følger målgruppens størrelse. Jobcentre, der ikke kan opgøres, er ikke med i summen."),
    Measure(
        "maal_2", "Mål 2: selvforsørgende efter 4 uger ({self_supporting})",
        "Hvor stor en del af de afsluttede forløb der har ført til selvforsørgelse 4 uger efter.",
        "Heraf selvforsørgende 4 uger efter", "Afsluttede forløb i virksomhedsaktivering", GOAL_2_QUOTE,
        "Først siges kendsgerningen (over eller under {self_supporting}), så hvor sikker den er. Alle forløb fra "
        "oktober 2009 til den valgte måned tæller sammen, men kun måneder, hvis udfald er modtaget mindst 4 uger "
        "plus registrenes forsinkelse efter månedens udgang. Sikkerheden er Wilsons 95\u00a0%-interval; under 20 "
        "forløb siges intet om den.",
        "Beregningen går ud fra, at alle forløb har samme chance. Samme person to gange eller én stor arbejdsgiver gør "
        "intervallet for smalt. Er et tal skjult, kan målet ikke opgøres for jobcentret.", unit="procent"),
    Measure(
        "job_eller_uddannelse", "Job eller uddannelse efter 4 uger",
        "Hvor mange afsluttede forløb der har ført til ordinært job, fleksjob eller uddannelse 4 uger efter.",
        "Heraf i job eller uddannelse 4 uger efter", "Afsluttede forløb i virksomhedsaktivering", FOLLOW_UP_QUOTE,
        "Vises ved siden af Mål 2. Målet på {self_supporting} gælder kun selvforsørgelse, så her er ingen mållinje.",
        "Tallet er ikke det samme som selvforsørgelse: fleksjob tæller som job, og den, der forsørges af en "
        "ægtefælle, er selvforsørgende uden job.", unit="procent"),
    Measure(
        "job_eller_uddannelse_virksomhedscenter", "Job eller uddannelse efter virksomhedscenter",
        "Det samme, men kun for dem, hvis forløb var i et virksomhedscenter.",
        "Heraf i job eller uddannelse efter virksomhedscenter", "Afsluttede forløb i virksomhedscenter",
        FOLLOW_UP_QUOTE,
        "Planens egen opfølgning. Regnes som Mål 2: kun forløb, hvis udfald kan være kendt, andel og Wilsons "
        "95\u00a0%-interval først fra 20 forløb. Der er intet mål for den; forsøgenes tal står ved siden af og er "
        "heller ikke et mål.",
        "Få forløb pr. jobcenter; tallet egner sig bedst for regionen. Fleksjob tæller som job.", unit="procent"),
    Measure(
        "tempo", "Hvad skal der til?", "Hvor mange flere der skal i gang om måneden frem til juni 2011.",
        "Mangler i at nå Mål 1", "Måneder tilbage til og med juni 2011", PERIOD_QUOTE,
        "Rundes op til hele personer. Ved siden af står ændringen pr. måned de seneste 6 måneder, og hvad der mangler, "
        "hvis målgruppen bliver 10\u00a0% større eller mindre.",
        "Netto: når nogen slutter, skal der flere nye i gang, end tallet siger. Det er en sammenligning, ikke en "
        "fremskrivning.", unit="personer pr. måned"),
    Measure(
        "hvorfor_flyttede_andelen", "Hvorfor flyttede andelen sig?",
        "Ændringen i andelen mellem to måneder, delt på flere eller færre i gang og en større eller mindre målgruppe.",
        "Ændringen i antal i virksomhedsaktivering, vægtet med gennemsnittet af de to måneders 1/målgruppe",
        "Ændringen i 1/målgruppe, vægtet med gennemsnittet af de to måneders antal", "",
        "De to dele giver tilsammen hele ændringen. I regionen sammenlignes kun jobcentre med tal i begge måneder.",
        "Delingen siger, hvilket tal der flyttede sig, ikke hvorfor.", source=OWN, unit="procentpoint"),
    Measure(
        "daekning", "Dækning", "Hvor stor en del af målgruppen der er indberettet for en måned.",
        "Målgruppen i de jobcentre, der har indberettet", "Målgruppen i alle deltagende jobcentre", "",
        "Et jobcenter har indberettet, når både målgruppen og virksomhedsaktiveringen er kendt eller skjult af "
        "afsenderen. Det vejer med sin senest kendte målgruppe. Siderne viser den nyeste måned, hvor "
        "dækningen er stor nok (se »Fælles regler«); en nyere måned kan vælges og er mærket »foreløbig«.",
        "Vægten er den seneste kendte og kan være nogle måneder gammel.", source=OWN, unit="procent"),
    Measure(
        "landsmaal", "Landsmålet på {national}", "Kampagnens mål for hele landet.",
        "{national} personer på månedsbasis", "", GOAL_1_QUOTE,
        "Gælder hele landet: planens »9.000« og »16%« svarer til omkring 56.000 personer i matchgruppe 4, og så "
        "mange er der kun i hele landet. Vises kun som sammenhæng; der findes ingen officiel andel for Midtjylland.",
        "Fremdrift har ikke tal for hele landet og siger derfor intet om, hvorvidt landsmålet er nået.", source=PLAN),
)
