"""Definitions of how jobcenters are compared: each with its own uncertainty, and against what chance allows."""

from model.basics.formatting import number
from model.programmes.words import ACTIVATION, GOAL_1, GOAL_2, SUPPORT
from model.subjects.comparison.figures.peers import SIZES as LIMITS
from model.subjects.definitions.goals import ENDED, OUTCOME, OWN
from model.subjects.definitions.measure import Area, Measure, quote

SIZES = (f"Grænserne er {' og '.join(map(number, LIMITS))} personer i målgruppen, efter det seneste tal, der kendes "
         "til og med måneden. Jobcentret selv er med i tallet.")
COMPARISON = Area("Sammenligning", "Andele med usikkerhed, og hvornår en forskel er større end tilfældig.", (
    Measure(
        "andel_med_usikkerhed", f"{GOAL_2} med usikkerhed",
        f"Hvert jobcenters andel af forløb, der førte til {SUPPORT}, og hvor sikker den er.",
        OUTCOME.heading, f"{ENDED.heading} i {ACTIVATION}", quote("andel_med_usikkerhed"),
        "Stregen om hver andel er Wilsons 95\u00a0%-interval. Klart over eller under målet siges kun, når hele stregen "
        "ligger på den ene side; ellers kan det være tilfældigt. Under 20 forløb vises tallet, men det vurderes ikke. "
        "Regionens og gruppens andel er summen af udfald delt med summen af forløb.",
        "Rækkefølgen er ikke en rangliste: to jobcentre, hvis streger dækker hinanden, kan lige så godt ligge "
        "omvendt. Uoplyste udfald kan trække andelen begge veje.", unit="procent"),
    Measure(
        "afviger", "Afviger et jobcenter?",
        "Om et jobcenter ligger længere fra regionens andel, end tilfældigheder kan forklare.",
        "Jobcentrets andel minus hele regionens andel",
        "Den tilfældige spredning ved jobcentrets antal forløb: √(p · (1 − p) / n)", "",
        "Grænserne på 95\u00a0% og 99,8\u00a0% tegnes som en tragt: jo færre forløb, jo bredere (Spiegelhalter 2005). "
        "Kun uden for 99,8\u00a0% siges det, at et jobcenter »afviger«. Mellem de to grænser er det »værd at spørge "
        "til«. Ved siden af står, hvor mange der ville ligge uden for 95\u00a0%, hvis alle var ens: 5\u00a0% af de "
        "vurderede. Tragten ligger om hele regionens andel, også når kun en landsdel, en størrelse eller en klynge "
        "vises.",
        "Regner med, at alle forløb har samme chance, og at de ikke hænger sammen. At afvige siger ikke hvorfor: "
        "målgruppen kan være en anden. En klynge er valgt med hånden; begrundelsen står ved den.",
        source=OWN, unit="vurdering"),
    Measure(
        "samme_stoerrelse", "Jobcentre på samme størrelse",
        f"Hvor mange af dem, der har en målgruppe på samme størrelse, der har nået {GOAL_1}.",
        f"Jobcentre på samme størrelse, der har nået {GOAL_1}", "Jobcentre på samme størrelse, der er med i måneden",
        "", SIZES, "Størrelsen er det eneste, der er ens. Erhverv, afstande og målgruppens sammensætning kan være "
        "forskellige; en klynge kan vælges efter det.",
        source=OWN, unit="jobcentre"),
))
