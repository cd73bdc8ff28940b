"""The programme that this house is about, as its declaration says, with its plan and what was found before it."""

from model.programmes.findings import Findings
from model.programmes.loading import load
from model.programmes.plan import Plan
from model.programmes.programme import Programme
from model.programmes.register import OURS


def _whole() -> tuple[Programme, Plan, Findings]:
    programme = load(OURS / "virksomhedscenterkampagnen")
    assert programme.plan is not None
    assert programme.trials is not None
    return programme, programme.plan, programme.trials


PROGRAMME, PLAN, FINDINGS = _whole()
REFERENCES = FINDINGS.references
