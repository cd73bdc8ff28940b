"""What the widgets of »Indlæs tal« hold of the file that is shown, and how it is forgotten."""

import streamlit as st

ANSWERS = ("map_", "without", "file_month", "outcome_month", "profile_name", "file_sheet")
PER_FILE = (*ANSWERS, "reason", "file_kind", "mend_page", "sheet_", "keep_original")


def forget(names: tuple[str, ...]) -> None:
    """Forget what the widgets whose keys begin so hold."""
    for key in [k for k in st.session_state if str(k).startswith(names)]:
        del st.session_state[key]
