"""What kind of file the bytes are, whatever the name says, and what to do about those that cannot be read."""

from pathlib import PurePath
from typing import Literal

from model.intake.files.workbook import FileRefused, refusal

Kind = Literal["text", "xlsx"]

TEXT_ENDINGS = {".csv", ".txt", ".tsv"}
ENDINGS = TEXT_ENDINGS | {".xlsx"}
TO_XLSX = "Åbn den i Excel, vælg Filer → Gem som → »Excel-projektmappe (*.xlsx)«, og indlæs den nye fil."
ASK_FOR_SHEET = "Bed afsenderen om regnearket bag, og indlæs det som .xlsx eller .csv."

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", f"Filen er en PDF, og tal kan ikke læses sikkert ud af en PDF. {ASK_FOR_SHEET}"),
    (b"\x89PNG", f"Filen er et billede (PNG). {ASK_FOR_SHEET}"),
    (b"\xff\xd8\xff", f"Filen er et billede (JPEG). {ASK_FOR_SHEET}"),
    (b"GIF8", f"Filen er et billede (GIF). {ASK_FOR_SHEET}"),
    (b"BM", f"Filen er et billede (BMP). {ASK_FOR_SHEET}"),
    (b"II*\0", f"Filen er et billede (TIFF). {ASK_FOR_SHEET}"),
    (b"MM\0*", f"Filen er et billede (TIFF). {ASK_FOR_SHEET}"),
    (b"RIFF", f"Filen er et billede eller en lydfil. {ASK_FOR_SHEET}"),
    (b"{\\rtf", f"Filen er et tekstdokument (RTF). {ASK_FOR_SHEET}"),
    (b"SQLite format 3", f"Filen er en database. {ASK_FOR_SHEET}"),
    (b"\x1f\x8b", "Filen er pakket (gzip). Pak den ud, og indlæs regnearket i den."),
    (b"7z\xbc\xaf", "Filen er pakket (7-Zip). Pak den ud, og indlæs regnearket i den."),
    (b"Rar!", "Filen er pakket (RAR). Pak den ud, og indlæs regnearket i den."),
)
MARKUP = (b"<!doctype", b"<html", b"<head", b"<body", b"<table", b"<?xml", b"<meta")
WEB_PAGE = f"Filen er en webside eller XML, selv om den kan åbnes i Excel. {TO_XLSX}"
OLD_EXCEL = f"Filen er i det gamle Excel-format (.xls). {TO_XLSX}"
OPEN_DOCUMENT = ("Filen er i OpenDocument-format (.ods). Åbn den i LibreOffice eller Excel, vælg Filer → Gem som → "
                 "»Excel-projektmappe (*.xlsx)«, og indlæs den nye fil.")
PASSWORD = ("Filen er beskyttet med en adgangskode. Åbn den i Excel, fjern adgangskoden under Filer → Oplysninger → "
            "Beskyt projektmappe, gem, og indlæs filen igen.")
OTHER_OFFICE = f"Filen er et dokument fra Word, PowerPoint eller Outlook, ikke et regneark. {ASK_FOR_SHEET}"
NOT_EXCEL = f"Filen hedder .xlsx, men indholdet er ikke en Excel-projektmappe. {TO_XLSX}"
EMPTY = "Filen er tom. Kontrollér, at det er den rigtige fil, gem den igen, og indlæs den."
MACROS = f"Filen kan indeholde makroer (.xlsm). {TO_XLSX}"
BINARY_EXCEL = f"Filen er i Excels binære format (.xlsb). {TO_XLSX}"
TEXT_AS_XLS = "Filen hedder .xls, men er en tekstfil og er læst som tekst."
BY_ENDING = {".xls": OLD_EXCEL, ".ods": OPEN_DOCUMENT, ".xlsm": MACROS, ".xlsb": BINARY_EXCEL}


def kind(file_name: str, content: bytes) -> Kind:
    """Whether to read the bytes as text or as a workbook. Raises FileRefused for everything else."""
    ending = PurePath(file_name).suffix.casefold()
    if not content.strip(b"\0 \t\r\n"):
        raise refusal(EMPTY)
    _refuse_other_formats(content)
    zipped = content.startswith(b"PK\x03\x04")
    if ending not in ENDINGS and not (ending == ".xls" and (zipped or _is_text(content))):
        raise _unknown_ending(ending)
    if ending == ".xlsx" and not zipped:
        raise refusal(NOT_EXCEL)
    return "xlsx" if zipped else "text"


def _refuse_other_formats(content: bytes) -> None:
    if content.startswith(OLE):
        raise refusal(_ole(content))
    for signature, text in SIGNATURES:
        if content.startswith(signature) and _surely(signature, content):
            raise refusal(text)
    if content[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(MARKUP):
        raise refusal(WEB_PAGE)


def _surely(signature: bytes, content: bytes) -> bool:
    """A heading may begin with BM, GIF8 or RIFF too: short signatures need a byte no text holds."""
    return len(signature) > 4 or not signature.isalnum() or b"\0" in content[:64]


def _is_text(content: bytes) -> bool:
    """Programs call a text with tabulators .xls, so that Excel opens it; Excel's own first formats hold zero bytes."""
    return content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in content


def _ole(content: bytes) -> str:
    """The container Office used before 2007 and still uses around encrypted files."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return PASSWORD
    documents = ("WordDocument", "PowerPoint Document", "__properties_version1.0")
    return OTHER_OFFICE if any(name.encode("utf-16-le") in content for name in documents) else OLD_EXCEL


def _unknown_ending(ending: str) -> FileRefused:
    told = BY_ENDING.get(ending)
    if told:
        return refusal(told)
    what = "Filer af denne type kan" if ending else "Filer uden endelse i navnet (.csv, .xlsx) kan"
    return refusal(f"{what} ikke indlæses. Gem tallene som .xlsx eller .csv fra regnearket, og indlæs den nye fil.")
