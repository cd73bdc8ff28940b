"""What became of every number of a file: a line under the verdict, and the reasons folded."""

import streamlit as st

from model.intake import verdicts
from model.intake.account import account_words
from model.intake.report import Report
from pages.shared import markup


def account(report: Report) -> None:
    """»Filens 214 tal: 133 gemmes, …«, and under »Se hvorfor« the cells of all that is not simply stored."""
    if report.account is None or not report.account.numbers:
        return
    stands = verdicts.changes_nothing(report)
    told = filter(None, (account_words.sentence(report.account, stands=stands), verdicts.beside_numbers(report)))
    st.html(markup.lines([" ".join(f"{sentence}." for sentence in told)]))
    if reasons := account_words.lines(report.account):
        with st.expander("Se hvorfor", key="account"):
            st.html(markup.lines(reasons))
