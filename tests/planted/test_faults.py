"""The planted faults keep up with the product: each still fits one place, and what it makes can be run."""

import ast

import pytest

from tests.planted.__main__ import places
from tests.planted.faults import FAULTS


def test_there_are_sixty_and_each_is_another():
    assert len({fault.text for fault in FAULTS}) == len({fault.what for fault in FAULTS}) == len(FAULTS) == 60


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what)
def test_a_fault_fits_one_place_and_is_no_slip_of_the_pen(fault):
    module, = places(fault)
    text = module.read_text(encoding="utf-8")
    assert ast.dump(ast.parse(text.replace(fault.text, fault.instead))) != ast.dump(ast.parse(text))
