"""Streamlit's own English words in Danish, and the page's language: a script."""

import json
from pathlib import Path

from pages.shared.navigation import ADDRESSES

WORDS = {
    "Browse files": "Vælg fil", "file upload": "Filvælger", "Upload": "Vælg fil", "Upload file": "Vælg fil",
    "Upload files": "Vælg filer",
    "Drag and drop file here": "Træk en fil hertil", "Drag and drop files here": "Træk filer hertil",
    "Remove file": "Fjern filen", "Cancel upload": "Afbryd", "Delete file": "Fjern filen",
    "Choose an option": "Vælg", "Choose options": "Vælg", "Choose date": "Vælg dato", "Choose a date": "Vælg dato",
    "Select all": "Vælg alle", "Selected values": "Valgte",
    "No results": "Ingen fundet", "No options to select": "Intet at vælge",
    "No results found": "Ingen fundet", "Clear all": "Ryd alle", "Clear value": "Ryd", "Clear": "Ryd", "Open": "Åbn",
    "Close": "Luk", "Cancel": "Fortryd", "Dismiss": "Luk", "Search": "Søg", "Fullscreen": "Fuld skærm",
    "Close fullscreen": "Luk fuld skærm", "Exit fullscreen": "Luk fuld skærm", "View fullscreen": "Fuld skærm",
    "Download as CSV": "Hent som CSV", "Download": "Hent", "Show/hide columns": "Vis eller skjul kolonner",
    "Show data": "Vis tal", "Copy to clipboard": "Kopiér", "Copied": "Kopieret", "Copied!": "Kopieret",
    "Copy": "Kopiér", "View more": "Vis flere", "View less": "Vis færre", "Show more": "Vis flere",
    "Show less": "Vis færre", "Running": "Arbejder", "Running...": "Arbejder …", "Running…": "Arbejder …",
    "Stop": "Stop", "Rerun": "Kør igen", "Settings": "Indstillinger", "Print": "Udskriv", "Theme": "Tema",
    "Appearance": "Udseende", "Light": "Lyst", "Dark": "Mørkt", "System": "Som systemet",
    "Use system setting": "Som systemet", "Wide mode": "Bred visning", "About": "Om",
    "Main menu": "Menu", "Page not found": "Siden findes ikke", "Connecting": "Forbinder",
    "Connecting...": "Forbinder …", "Connection error": "Ingen forbindelse til serveren",
    "Press Enter to apply": "Tryk Enter", "Press Enter to submit form": "Tryk Enter for at sende",
    "Press Ctrl+Enter to apply": "Tryk Ctrl+Enter", "Press ⌘+Enter to apply": "Tryk ⌘+Enter",
    "Increment": "Én op", "Decrement": "Én ned", "Error": "Fejl", "Error:": "Fejl:", "Warning": "Advarsel", "Loading...": "Henter …",
    "Loading…": "Henter …", "Collapse sidebar": "Skjul menu", "Expand sidebar": "Vis menu",
    "Open sidebar": "Vis menu", "Close sidebar": "Skjul menu", "Skip to main content": "Gå til indholdet",
    "Skip to content": "Gå til indholdet", "Page navigation": "Menu", "App pages": "Menu",
    "yyyy": "åååå", "Sidebar": "Sidepanel",
    "Link to heading": "Link til overskriften", "Add": "Tilføj", "Show password text": "Vis teksten",
    "The page that you have requested does not seem to exist. Running the app's main page.":
        "Siden findes ikke. Her vises forsiden i stedet.",
    "Streamlit server is not responding. Are you connected to the internet?":
        "Serveren svarer ikke. Er der forbindelse til nettet?",
    "Failed to generate file for download": "Filen er ikke lavet.", "Download failed": "Filen kunne ikke hentes.",
    "Something went wrong.": "Der skete en fejl.", "Sort ascending": "Sortér stigende",
    "Sort descending": "Sortér faldende", "Previous month": "Forrige måned", "Next month": "Næste måned",
    "Previous month.": "Forrige måned.", "Next month.": "Næste måned.", "Select...": "Vælg",
}
# English with something in it: a pattern and its Danish form.
PATTERNS = {
    r"^(\d+(?:\.\d+)?)\s?(MB|KB|GB) per file(?: • (.*))?$": "Højst $1 $2 pr. fil",
    r"^Limit (\d+(?:\.\d+)?)\s?(MB|KB|GB) per file(?: • (.*))?$": "Højst $1 $2 pr. fil",
    r"^(?:Error: )?Number is outside the allowed range\. Please enter a value between (.*) and (.*)\.$":
        "Tallet gemmes ikke. Skriv et tal fra $1 til $2.",
    r"^(?:Error: )?Number is below the allowed range\..*$": "Tallet er for lille og gemmes ikke.",
    r"^(?:Error: )?Number is above the allowed range\..*$": "Tallet er for stort og gemmes ikke.",
    r"^(?:Error: )?AxiosError: .*$": "Filen kom ikke frem. Vælg den igen.",
    r"^(.*) files are not allowed\.?$": "Filer af typen $1 kan ikke bruges.",
    r"^File must be (.*) or smaller\.?$": "Filen må højst fylde $1.",
    r"^Help for (.*)$": "Hjælp til $1", r"^day, (.*)$": "dag, $1", r"^month, (.*)$": "måned, $1",
    r"^year, (.*)$": "år, $1", r"^Choose date, (.*)$": "Vælg dato, $1",
    r"^Remove (.*)$": "Fjern $1", r"^Clear (.*)$": "Ryd $1", r"^Open (.*) menu$": "Åbn menuen $1",
    r"^You can only select up to (\d+) options?.*$": "Der kan højst vælges $1.",
    r"^Selected (.*)\. (.*)$": "Valgt: $1.", r"^View (\d+) more$": "Vis $1 flere",
    r"^(\d+) results? available\.?$": "$1 fundet",
    r"^(\d+) options? available\.?$": "$1 at vælge imellem",
}
SCRIPT = Path(__file__).with_name("danish.js").read_text(encoding="utf-8")
HTML = (f"<script>{SCRIPT}\nfremdriftInDanish({json.dumps(WORDS, ensure_ascii=False)}, "
        f"{json.dumps(PATTERNS, ensure_ascii=False)}, {json.dumps(ADDRESSES)});</script>")
