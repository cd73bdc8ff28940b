"""The colours of every chart, light and dark, and what each of them means. Contrast is checked by a test."""

from dataclasses import astuple, dataclass

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

    @property
    def categorical(self) -> tuple[str, ...]:
        """The colours as the configuration lists them."""
        return astuple(self)


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


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0–1. Source: WCAG 2.1."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1–21. Source: WCAG 2.1."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
