"""The colours of every chart, light and dark, and what each of them means. Contrast is checked by a test."""

from dataclasses import dataclass

from model.drawing.chart import Mark


@dataclass(frozen=True)
class Palette:
    """Ten colours in the order of Streamlit's ``chartCategoricalColors``."""

    main: str  # the one the chart is about; also »nået«
    signal: str  # »ikke nået«
    context: str  # the region behind a jobcenter; outlines of what is not settled
    target: str  # target lines and axes
    band: str  # the ground of a bullet
    edge: str  # the band's edge
    quiet: str  # secondary text
    spare_one: str
    spare_two: str
    ground: str  # the page


LIGHT = Palette("#12436D", "#B84A00", "#767676", "#1A1A1A", "#DCE6F0", "#5B7FA6", "#595959", "#6A51A3", "#2171B5",
                "#FFFFFF")
DARK = Palette("#8AB8E6", "#FF9A57", "#9AA3AD", "#F2F2F2", "#2A3948", "#7FA0C4", "#C3C9D0", "#B9A7E6", "#6BAED6",
               "#14181D")
# Streamlit's own place-holders, which it fills from the theme in the browser: a chart in these colours follows
# the reader from light to dark without a rerun.
THEMED = Palette(*(f"#{number:06d}" for number in range(1, 11)))

SYMBOLS: dict[Mark, str] = {
    "reached": "✓", "not_reached": "✗", "half": "✗", "unsettled": "?", "too_few": "…", "unknown": "–",
    "plain": "•"}
