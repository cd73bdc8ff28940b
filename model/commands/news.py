"""``news``: tell those who want it what is new since last time, as mail or as files of mail."""

import argparse
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from model.access import users
from model.access.viewer import Viewer, command_viewer
from model.basics import serving, settings
from model.basics.formatting import listing, plural
from model.basics.settings import Settings
from model.basics.spaces import plain_spaces
from model.basics.whole_file import FOR_ONE, not_written, whole_file
from model.commands import WrongUsage
from model.mailing import post, told
from model.mailing.due import Due, due
from model.mailing.letter import letter
from model.mailing.post import NoServer, NotTaken, PerhapsTaken, Post
from model.mailing.told import How
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store.database import readable
from model.store.once import digest

NOWHERE = ("Der er ikke sagt, hvor mailen skal hen: skriv --out med en mappe, eller sæt FREMDRIFT_SMTP_HOST til jeres "
           "mailserver.")
NOBODY = "fremdrift@localhost"  # of files, where nobody has said whom mail is from
BROKEN_OFF = "En tidligere kørsel blev afbrudt, eller en anden er i gang. Den seneste mail er måske ikke sendt til:"
NOTHING = "Der er ikke noget nyt at sende."
Deliver = Callable[[EmailMessage], object]  # raises NotTaken, NoServer and PerhapsTaken


def run(engine: Engine, options: argparse.Namespace) -> int:
    """Send each user what they were not told; 1 where somebody's was not taken. Raises WrongUsage and NoServer."""
    given = settings.load()
    if not options.dry_run and options.out is None and given.smtp_host is None:
        raise WrongUsage(NOWHERE)
    with readable(), Session(engine) as session:
        shot = loading.load(session, command_viewer())
        everybody = due(session, shot)
        unsure = [user.function for user in users.listed(session)
                  if user.wants_news and told.broken_off(session, user.subject)]
    if unsure:
        print(f"{BROKEN_OFF} {listing(unsure)}.")
    if options.dry_run or not everybody:
        print("\n".join(f"{_whom(each, shot)}: {plural(sum(map(len, each.lines.values())), 'linje', 'linjer')}"
                        for each in everybody) or NOTHING)
        return 0
    with ExitStack() as stack:
        if options.out is not None:
            deliver: Deliver = _into(options.out)
            how: How = "file"
        else:
            deliver, how = stack.enter_context(Post(given)).hand_over, "mail"
        work = _Round(engine, command_viewer(options.by), shot, _sender(given, how), _link(options), how, deliver)
        taken = [work.send(each) for each in everybody]  # one that is refused stops none of the others
        return 0 if all(taken) else 1


def _link(options: argparse.Namespace) -> str:
    """The address that mails lead to: the one that is given, else the one the server is told people type."""
    return str(options.link or serving.load().public_url or "")


class _Round:
    """One run: what every mail needs."""

    def __init__(self, engine: Engine, viewer: Viewer, shot: Snapshot, sender: str, link: str, how: How,
                 deliver: Deliver) -> None:
        self.engine, self.viewer, self.shot, self.sender = engine, viewer, shot, sender
        self.link, self.how, self.deliver = link, how, deliver

    def send(self, given: Due) -> bool:
        """Whether it was taken. It is noted first: whatever ends this process, nothing is sent twice."""
        noted = told.note(self.engine, given.user.subject, given.lines, how=self.how)
        if not noted:
            return True  # another run told them just now
        mail = letter(self.shot, given, sender=self.sender, at=datetime.now(UTC), link=self.link)
        try:
            self.deliver(mail)
        except NoServer:
            told.take_back(self.engine, noted)
            raise
        except NotTaken as refused:
            told.take_back(self.engine, noted)
            print(f"Ikke sendt: {_whom(given, self.shot)}. {refused}")
            return False
        except PerhapsTaken as lost:
            told.log_sent(self.engine, self.viewer, given.user.subject, given.news, how=self.how, perhaps=True)
            print(f"Måske sendt: {_whom(given, self.shot)}. {lost}")
            return False
        told.log_sent(self.engine, self.viewer, given.user.subject, given.news, how=self.how)
        print(f"{'Skrevet' if self.how == 'file' else 'Sendt'}: {_whom(given, self.shot)}.")
        return True


def _sender(given: Settings, how: How) -> str:
    """Whom mail is from; files are for those who look at them or send them on themselves."""
    return given.smtp_sender or given.contact or NOBODY if how == "file" else post.sender(given)


def _whom(given: Due, shot: Snapshot) -> str:
    """``jobcenterchefen (Viborg og Skive)``; never an address."""
    return plain_spaces(f"{given.user.function} ({listing([shot.names[code] for code in given.news])})")


def _into(folder: Path) -> Deliver:
    """Write each mail as a file of its own that only its owner reads; none is written over."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failed:
        raise WrongUsage("--out: mappen kan ikke oprettes.") from failed

    def written(mail: EmailMessage) -> None:
        path = folder / f"nyt_{digest(mail['Message-ID'])[:32]}.eml"
        try:
            with whole_file(path, mode=FOR_ONE) as file:
                file.write(mail.as_bytes())
        except OSError as failed:
            raise NotTaken(not_written(path, failed)) from failed
    return written
