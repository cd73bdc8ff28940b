"""Files to take away. Each is made when it is asked for, never for a page that is only read."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from model.exports.csv_file import danish_csv
from model.exports.marks import INVENTED
from model.formatting import normalise
from pages.shared import data

__all__ = ["CSV", "INVENTED", "PDF", "PPTX", "XLSX", "csv_button", "danish_csv", "file_button"]

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def csv_button(label: str, frame: pd.DataFrame | Callable[[], pd.DataFrame], file_name: str) -> None:
    """A button that fetches the frame as a Danish spreadsheet reads it; invented figures say so in the first line."""
    first = INVENTED if data.invented() else None
    file_button(label, lambda: danish_csv(frame() if callable(frame) else frame, first_line=first), file_name, CSV)


def file_button(label: str, make: Callable[[], bytes | str], file_name: str, mime: str) -> None:
    """A button that makes a file on the click."""
    st.download_button(label, make, file_name=file_name, mime=mime, on_click="ignore",
                       key=f"download_{normalise(label)}_{normalise(file_name)}")
