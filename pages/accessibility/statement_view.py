"""The accessibility statement in the order that the Danish rules give it."""

from pathlib import Path

import streamlit as st

from model.basics.formatting import day_long, plural
from model.basics.statement import Contact, Fault, Statement
from pages.shared import drawing, layout

EXAMPLE = Path(__file__).with_name("example.toml")
INVENTED = ("Navn, mailadresse og telefonnummer er opdigtede. Den, der driver Fremdrift, skriver de rigtige i en fil "
            "og nævner den i FREMDRIFT_STATEMENT.")
LAW = ("{owner} skal gøre sine websteder tilgængelige efter lov om tilgængelighed af offentlige organers websteder og "
       "mobilapplikationer. Erklæringen gælder for Fremdrift.")
LEVELS = {
    "fuldt": "Fremdrift overholder standarden EN 301 549 (WCAG 2.1 på niveau AA) fuldt ud.",
    "delvist": "Fremdrift overholder delvist standarden EN 301 549 (WCAG 2.1 på niveau AA). Undtagelserne står her.",
    "ikke": "Fremdrift overholder ikke standarden EN 301 549 (WCAG 2.1 på niveau AA). Det, der mangler, står her.",
}
NO_FAULT = "Der er ingen kendte fejl."
MADE = "Erklæringen er senest gennemgået {day}. {method}"
WRITE = ("Kan du ikke bruge noget, eller har du brug for det i en anden form, så skriv til {email} eller ring på "
         "{phone}. ")
ANSWERED = "Du får svar inden for {days}."
ENFORCED = ("Får du ikke svar, eller er du ikke tilfreds med det, kan du klage til Digitaliseringsstyrelsen, som fører "
            "tilsyn med loven: www.digst.dk.")


def show(statement: Statement) -> None:
    """The whole statement; what is invented in it says so first."""
    if statement.invented:
        layout.note(INVENTED)
    sections = {
        "": LAW.format(owner=statement.owner),
        "Hvor tilgængeligt er det?": LEVELS[statement.conformance],
        "Det, der ikke er tilgængeligt": _faults(statement.faults),
        "Hvordan er det undersøgt?": MADE.format(day=day_long(statement.assessed), method=statement.method),
        "Skriv eller ring": _reached(statement.contact),
        "Klage": ENFORCED}
    st.html(f'<section class="fd-prose">{"".join(_section(*each) for each in sections.items())}</section>')


def _section(title: str, said: str | list[str]) -> str:
    heading = f"<h2>{drawing.text(title)}</h2>" if title else ""
    return heading + (drawing.listing(said) if isinstance(said, list) else drawing.paragraph(said))


def _faults(faults: tuple[Fault, ...]) -> str | list[str]:
    return [f"{each.what} I stedet: {each.instead}" for each in faults] or NO_FAULT


def _reached(contact: Contact) -> str:
    within = plural(contact.answered_within_days, "arbejdsdag", "arbejdsdage")
    return WRITE.format(email=contact.email, phone=contact.phone) + ANSWERED.format(days=within)
