"""Files to run the command line on."""

from pathlib import Path

ROOT = Path(__file__).parents[3]
FILES = ROOT / "tests" / "files"
CONSULTANT = FILES / "1_VC-opfoelgning_marts10_ENDELIG_v2.csv"
HEAD = "maaned;kommunekode;personer_match4;heraf_virksomhedspraktik;heraf_loentilskud;virksomhedsaktivering_i_alt\n"
BASELINE = HEAD + "2009-09;791;790;80;30;100\n2009-09;779;400;40;10;48\n"
MARCH = HEAD + "2010-03;791;795;102;32;132\n2010-03;779;414;61;12;72\n"
