"""»Nyt siden sidst« as a mail: plain text, and the same as simple HTML that fetches nothing."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape

from model.basics.formatting import listing, plural
from model.basics.spaces import plain_spaces
from model.documents.marks import sample_mark
from model.mailing.due import Due
from model.snapshot.snapshot import Snapshot
from model.store.once import digest

TITLE = "Nyt i Fremdrift"
NAMED = 2  # jobcenters in the subject; more are counted
WHY = "Du får denne mail, fordi der står ved din adgang, at du vil have nyt. Bed {whom} om at slå det fra."
THEM = "den, der giver adgang til Fremdrift,"
STYLE = "font-family:system-ui,Segoe UI,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1A1A1A;max-width:40em"
Section = tuple[str, str, Sequence[str], str]  # name, heading, lines, link or ""


def letter(snapshot: Snapshot, given: Due, *, sender: str, at: datetime, link: str = "") -> EmailMessage:
    """The mail to one user. link: the address of the app as people open it; "" where nobody has said.

    The subject tells whom it is about and no more: it is shown where others may look on.
    """
    names = snapshot.names
    sections = [(names[code], each.title, tuple(map(plain_spaces, each.texts)),
                 f"{link}/jobcenter?jobcenter={code}" if link else "") for code, each in given.news.items()]
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = f"{TITLE}: {_whom([name for name, *_ in sections])}"
    mail["From"], mail["To"], mail["Date"] = f"Fremdrift <{sender}>", given.user.email, format_datetime(at)
    mail["Message-ID"] = f"<{digest(given.user.subject, given.lines, at.isoformat())[:32]}@{sender.partition('@')[2]}>"
    mail["Auto-Submitted"], mail["Content-Language"] = "auto-generated", "da"
    mark = sample_mark(snapshot)
    foot = WHY.format(whom=sender or THEM)
    mail.set_content(_text(sections, mark, foot))
    mail.add_alternative(_html(sections, mark, foot), subtype="html")
    return mail


def _whom(names: Sequence[str]) -> str:
    return listing(names) if len(names) <= NAMED else plural(len(names), "jobcenter", "jobcentre")


def _text(sections: Iterable[Section], mark: str, foot: str) -> str:
    parts = [part for name, title, lines, link in sections
             for part in (f"{name}\n{title}\n" + "\n".join(f"- {line}" for line in lines), link)]
    return "\n\n".join(part for part in (mark, *parts, foot) if part) + "\n"


def _html(sections: Iterable[Section], mark: str, foot: str) -> str:
    parts = "".join(
        f"<h2>{escape(name)}</h2><p>{escape(title)}</p><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
        + (f'<p><a href="{escape(link)}">Se {escape(name)} i Fremdrift</a></p>' if link else "")
        for name, title, lines, link in sections)
    marked = f"<p><strong>{escape(mark)}</strong></p>" if mark else ""
    return (f'<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><title>{TITLE}</title></head>'
            f'<body style="{STYLE}"><h1>{TITLE}</h1>{marked}{parts}<p style="color:#595959">{escape(foot)}</p>'
            "</body></html>")
