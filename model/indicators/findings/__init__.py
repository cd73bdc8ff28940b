"""Titles and sentences made from the figures by rules: no cause words, no praise, no claimed significance."""

from model.indicators.findings.movement_sentences import movement_sentence, movement_title
from model.indicators.findings.region import missing_title, region_sentence, region_title
from model.indicators.findings.sentences import (
    pace_sentence,
    pace_text,
    pace_title,
    recent_sentence,
    resized_sentence,
    rest_sentence,
)
from model.indicators.findings.talking import talking_points
from model.indicators.findings.titles import (
    goal1_title,
    goal2_sentence,
    goal2_title,
    indicative_note,
    verdict_label,
    verdict_sentence,
    verdict_words,
)

__all__ = [
    "goal1_title", "goal2_sentence", "goal2_title", "indicative_note", "missing_title",
    "movement_sentence", "movement_title", "pace_sentence", "pace_text", "pace_title", "recent_sentence",
    "region_sentence", "region_title", "resized_sentence", "rest_sentence", "talking_points", "verdict_label",
    "verdict_sentence", "verdict_words",
]
