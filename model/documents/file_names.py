"""What documents are called as files: a page says so before any of them, or what makes it, is loaded."""

from datetime import date

from model.basics.formatting import month_key, normalise
from model.subjects.meetings.figures.agenda import Agenda


def sheet(name: str, month: date) -> str:
    """The dialogark of a jobcenter: ``dialogark_viborg_2010-12.pdf``."""
    return f"dialogark_{normalise(name)}_{month_key(month)}.pdf"


def committee(name: str, month: date) -> str:
    """The paper for the committee and LBR: ``orientering_viborg_2010-12.docx``."""
    return f"orientering_{normalise(name)}_{month_key(month)}.docx"


def sheets(month: date, ending: str) -> str:
    """All of them: ``dialogark_2010-12.zip``."""
    return f"dialogark_{month_key(month)}.{ending}"


def region_sheet(month: date) -> str:
    """``regionsark_2010-12.pdf``."""
    return f"regionsark_{month_key(month)}.pdf"


def economy_sheet(name: str) -> str:
    """``oekonomi_viborg.pdf``, or without a jobcenter the price example's."""
    return f"oekonomi_{normalise(name) or 'eksempel'}.pdf"


def project_sheet(name: str) -> str:
    """``projektark_middelfart.pdf``."""
    return f"projektark_{normalise(name)}.pdf"


def contract_report(name: str, ending: str) -> str:
    """The follow-up of a contract: ``opfoelgning_udviklingsplatform.docx``."""
    return f"opfoelgning_{normalise(name)}.{ending}"


def projects(name: str, ending: str) -> str:
    """The projects of a programme: ``projekter_virksomhedscentergeneration2.pptx``."""
    return f"projekter_{normalise(name)}.{ending}"


def workbook(month: date) -> str:
    """``fremdrift_2010-12.xlsx``."""
    return f"fremdrift_{month_key(month)}.xlsx"


def slides(month: date, edition: int, name: str = "") -> str:
    """``fremdrift_dias_2011-02_udgivelse_7.pptx``; of a jobcenter with its name before the month."""
    parts = ("fremdrift_dias", normalise(name), month_key(month))
    return f"{_of_edition('_'.join(part for part in parts if part), edition)}.pptx"


def offline(month: date, edition: int) -> str:
    """``fremdrift_konference_2011-02_udgivelse_7.html``."""
    return f"{_of_edition(f'fremdrift_konference_{month_key(month)}', edition)}.html"


def _of_edition(name: str, edition: int) -> str:
    """With which edition it is of; 0: of one that is not published."""
    return f"{name}_udgivelse_{edition}" if edition else f"{name}_proevevisning"


def minutes(agenda: Agenda) -> str:
    """``referat_viborg_2010-04-12.docx``."""
    return f"referat_{normalise(agenda.name)}_{agenda.held_on.isoformat()}.docx"
