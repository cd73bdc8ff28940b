"""Settings read from the environment (prefix ``FREMDRIFT_``), typed and checked once."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from model.basics.refusal import NotDone

PREFIX = "FREMDRIFT_"
MAILBOX = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
NO_MAILBOX = ("er ikke en mailadresse. Skriv adressen på en fælles postkasse, fx hjælp@eksempel.dk, eller fjern "
              "indstillingen.")
LEAST = "skal være mindst {ge}. Ret tallet, eller fjern indstillingen."
OTHERWISE = "kan ikke bruges, som den er skrevet. README siger under »Settings«, hvad den er, og hvad den er uden."


class SettingRefused(NotDone):
    """A setting that cannot be used, or several; nothing of what was written is repeated, since it may be secret."""


class Settings(BaseSettings):
    """What an installation may decide. Every field is an environment variable of the same name."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore")

    database_url: str = "sqlite:///data/fremdrift.db"
    sample: Literal["auto", "never"] = "auto"
    max_file_mb: int = Field(default=20, ge=1, description="largest file accepted, in megabytes")
    max_rows: int = Field(default=200_000, ge=1, description="most rows accepted in one file")
    max_columns: int = Field(default=1_000, ge=1, description="most columns accepted in one sheet")
    register_delay_days: int = Field(default=30, ge=0, description="how late the income registers are")
    deadline_days: int | None = Field(default=None, ge=0, description="days after a month's end; off when unset")
    coverage_needed: float = Field(default=0.9, gt=0, le=1, description="share of the target group a month needs")
    public_threshold: int = Field(default=5, ge=5, description="smallest count shown in public")
    public_smallest_group: int = Field(default=100, ge=100, description="smallest target group shown in public")
    programme: str | None = Field(default=None, description="the id of the programme that is shown")
    programmes: Path | None = Field(default=None, description="a folder with programmes of one's own")
    contact: str | None = Field(default=None, description="the address of a shared mailbox for those who need help")
    keep_months: int = Field(default=60, ge=1, description="how long names and original files are kept")
    statement: Path | None = Field(default=None, description="the file with the accessibility statement's facts")
    busy_seconds: float = Field(default=5.0, gt=0, description="how long to wait for a locked database")
    statement_seconds: float = Field(default=60.0, gt=0, description="how long a server may take for one statement")

    smtp_host: str | None = Field(default=None, description="the server that mail is handed to")
    smtp_port: int = Field(default=587, ge=1, le=65_535, description="its port")
    smtp_user: str | None = Field(default=None, description="how Fremdrift signs in there; without it it does not")
    smtp_password: SecretStr | None = Field(default=None, description="the password that goes with it")
    smtp_sender: str | None = Field(default=None, description="whom mail is from; else the contact")
    smtp_starttls: Literal["always", "never"] = Field(default="always", description="never: on this machine alone")
    smtp_seconds: float = Field(default=20.0, gt=0, description="how long the server may take to answer")

    @field_validator("contact", "smtp_sender")
    @classmethod
    def _mailbox(cls, given: str | None) -> str | None:
        if given is not None and not MAILBOX.fullmatch(given.strip()):
            raise ValueError(NO_MAILBOX)
        return given and given.strip()


@lru_cache
def load() -> Settings:
    """The settings of this process. Raises SettingRefused naming every variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        raise refused(error) from None


def refused(error: ValidationError) -> SettingRefused:
    """The same in Danish, a line a setting; what a validator of ours says stands as it is."""
    return SettingRefused("\n".join(map(_refused, error.errors())))


def _refused(error: ErrorDetails) -> str:
    why = {"value_error": "{error}", "greater_than_equal": LEAST}.get(error["type"], OTHERWISE)
    return f"{PREFIX}{str(error['loc'][0]).upper()} {why.format(**error.get('ctx', {}))}"
