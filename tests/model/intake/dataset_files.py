"""A small file of every dataset, and of one that the product knows nothing of."""

from dataclasses import dataclass

from tests.model.intake.newcomer.declaration import MEETINGS

CENTRES = ("Jobcenter;Virksomhedscenter;Åbnet;Pladser", "Skive;Lysthuset;01-10-2009;6", "Lemvig;Havnen;01-11-2009;5")
CONTRACT = "Udviklingsplatform i Region Midtjylland"
BEGUN = ("Jobcenter;Dato;Hændelse", "Skive;28-04-2010;startet", "Lemvig;28-04-2010;startet")


@dataclass(frozen=True)
class Given:
    """A file of a dataset: headings and two rows. other: a cell of the first row, and another text it may have.

    slip: a cell of the first row misspelt. before: what must stand already.
    """

    headings: str
    first: str
    second: str
    other: tuple[str, str]
    slip: tuple[str, str]
    before: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.of(self.first, self.second)

    def of(self, *rows: str) -> str:
        return "".join(f"{line}\n" for line in (self.headings, *rows))


FILES = {
    "maanedstal": Given("Måned;Jobcenter;Kontant- og starthjælpsmodtagere i matchgruppe 4;Heraf i virksomhedspraktik",
                        "2010-03;Skive;414;61", "2010-03;Lemvig;195;12", ("61", "63"), ("Skive", "Skivve")),
    "kursusdeltagelse": Given("Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt", "K1;Skive;jobkonsulent;3;2",
                              "K1;Lemvig;tovholder;1;1", (";2", ";1"), ("jobkonsulent", "jobkonsullent")),
    "kursusevaluering": Given("Kursusdag;Skemaer udsendt;Skemaer besvaret", "K1;40;20", "K2;30;10", ("20", "21"),
                              ("40", "4o")),
    "kursusdage": Given("Kursusdag;Hændelse", "K3;aflyses", "K4;aflyses", ("aflyses", "holdes"),
                        ("aflyses", "aflysses")),
    "hotline": Given("Henvendelse nr.;Dato;Jobcenter;Tema", "1;03-11-2009;Skive;Mentor", "2;04-11-2009;Lemvig;Mentor",
                     ("Mentor", "Praktik"), ("Skive", "Skivve")),
    "raadgivning": Given("Jobcenter;Status;Tilbudt den", "Skive;tilbudt;01-12-2009", "Lemvig;tilbudt;02-12-2009",
                         ("01-12", "03-12"), (";tilbudt", ";tilbuddt")),
    "centre": Given(*CENTRES, other=(";6", ";7"), slip=("Skive", "Skivve")),
    "centermaaned": Given("Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte pladser", "Skive;Lysthuset;2010-01;6;5",
                          "Lemvig;Havnen;2010-01;5;4", (";5", ";4"), ("Skive", "Skivve"), CENTRES),
    "mentornetvaerk": Given("Jobcenter;Dato;Hændelse;Deltagere;Sammen med", "Skive;03-05-2010;mødtes;14;Struer",
                            "Lemvig;02-05-2010;mødtes;9;", (";14", ";15"), ("mødtes", "mødttes"), BEGUN),
    "milepael": Given("Projekt;Opgjort den;Nøgletal;Resultat", f"{CONTRACT};01-03-2009;Støtteerklæringer i vest;2",
                      f"{CONTRACT};01-03-2009;Støtteerklæringer i øst;1", (";2", ";3"), ("i vest", "i vesst")),
    "opfoelgning": Given("Projekt;Punkt;Fulgt op den;Status;Dokumentation",
                         f"{CONTRACT};Mål 1;01-03-2009;delvist;Bilag 1", f"{CONTRACT};Mål 2;01-03-2009;ikke opfyldt;",
                         ("Bilag 1", "Bilag 2"), ("delvist", "delviist")),
    MEETINGS.name: Given("Jobcenter;Mødedato;Inviterede virksomheder;Fremmødte virksomheder;Mødeform",
                         "Skive;12-01-2010;20;14;fysisk", "Lemvig;14-01-2010;8;5;telefonmøde", (";14", ";15"),
                         ("fysisk", "fysiks"))}
