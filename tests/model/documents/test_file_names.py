"""A document's file is named after what it is of, in letters that every file system takes."""

from datetime import date

import pytest

from model.documents import file_names
from model.subjects.meetings.figures.agenda import Agenda

MONTH = date(2010, 12, 1)
LONG = "Ringkøbing-Skjern"
MEETING = Agenda("760", LONG, date(2010, 4, 11), date(2010, 3, 1), "Møde", "", (), (), (), False)


@pytest.mark.parametrize(("made", "name"), [
    (file_names.sheet(LONG, MONTH), "dialogark_ringkoebingskjern_2010-12.pdf"),
    (file_names.committee(LONG, MONTH), "orientering_ringkoebingskjern_2010-12.docx"),
    (file_names.sheets(MONTH, "zip"), "dialogark_2010-12.zip"),
    (file_names.region_sheet(MONTH), "regionsark_2010-12.pdf"),
    (file_names.economy_sheet(""), "oekonomi_eksempel.pdf"),
    (file_names.economy_sheet(LONG), "oekonomi_ringkoebingskjern.pdf"),
    (file_names.project_sheet("Århus (Udviklingsplatform)"), "projektark_aarhusudviklingsplatform.pdf"),
    (file_names.contract_report("Udviklingsplatform i Vest", "pdf"), "opfoelgning_udviklingsplatformivest.pdf"),
    (file_names.projects("Øst 2", "xlsx"), "projekter_oest2.xlsx"),
    (file_names.workbook(MONTH), "fremdrift_2010-12.xlsx"),
    (file_names.slides(MONTH, 7), "fremdrift_dias_2010-12_udgivelse_7.pptx"),
    (file_names.slides(MONTH, 7, LONG), "fremdrift_dias_ringkoebingskjern_2010-12_udgivelse_7.pptx"),
    (file_names.slides(MONTH, 0), "fremdrift_dias_2010-12_proevevisning.pptx"),
    (file_names.offline(MONTH, 7), "fremdrift_konference_2010-12_udgivelse_7.html"),
    (file_names.minutes(MEETING), "referat_ringkoebingskjern_2010-04-11.docx")])
def test_it_is_named_after_its_month_and_its_jobcenter(made, name):
    assert made == name
