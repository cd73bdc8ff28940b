"""The programme that this house is about, as its declaration says, with its plan and what was found before it."""

from model.programmes.findings import Findings
from model.programmes.plan import Plan
from model.programmes.programme import Programme
from model.programmes.register import chosen


def _whole() -> tuple[Programme, Plan, Findings]:
    programme = chosen()
    assert programme.plan is not None
    assert programme.trials is not None
    return programme, programme.plan, programme.trials


PROGRAMME, PLAN, FINDINGS = _whole()
REFERENCES = FINDINGS.references
