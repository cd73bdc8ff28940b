"""The programme that this house is about, as its declaration says."""

from model.programmes.loading import load
from model.programmes.register import OURS

PROGRAMME = load(OURS / "virksomhedscenterkampagnen")
