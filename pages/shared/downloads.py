"""Files to take away. Each is made when it is asked for, never for a page that is only read."""

import re
from collections.abc import Callable

import pandas as pd
import streamlit as st

from model.formatting import normalise
from pages.shared import data

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
INVENTED = "Eksempeldata – ikke virkelige tal"


def csv_button(label: str, frame: pd.DataFrame | Callable[[], pd.DataFrame], file_name: str) -> None:
    """A button that fetches the frame as a Danish spreadsheet reads it; invented figures say so in the first line."""
    first = INVENTED if data.invented() else None
    file_button(label, lambda: danish_csv(frame() if callable(frame) else frame, first_line=first), file_name, CSV)


def file_button(label: str, make: Callable[[], bytes | str], file_name: str, mime: str) -> None:
    """A button that makes a file on the click."""
    st.download_button(label, make, file_name=file_name, mime=mime, on_click="ignore",
                       key=f"download_{normalise(label)}_{normalise(file_name)}")


def danish_csv(frame: pd.DataFrame, *, first_line: str | None = None) -> bytes:
    """Semicolons, decimal commas, UTF-8 with a BOM; a text that a spreadsheet would run as a formula is defused."""
    texts = frame.select_dtypes(exclude=["number", "bool", "datetime"])
    safe = frame.assign(**{str(name): texts[name].map(_defused) for name in texts})
    body = safe.to_csv(sep=";", decimal=",", index=False, date_format="%Y-%m-%d", lineterminator="\r\n")
    return f"\ufeff{first_line}\r\n{body}".encode() if first_line else f"\ufeff{body}".encode()


def _defused(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and re.match(r"[=+@\t\r]|-(?!\d)", cell) else cell
