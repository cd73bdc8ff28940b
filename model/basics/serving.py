"""How the server is reached and how people sign in: secrets, read from the environment and from nowhere else."""

from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from model.basics import settings
from model.basics.settings import PREFIX, SettingRefused

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
ONLY_HERE = "Kun på denne maskine selv kan den begynde med http."
NO_ADDRESS = f"skal være den adresse, folk skriver, uden sti, fx https://fremdrift.eksempel.dk. {ONLY_HERE}"
NO_METADATA = ("skal være adressen på udbyderens beskrivelse, fx "
               f"https://login.eksempel.dk/.well-known/openid-configuration. {ONLY_HERE}")
SHORTEST = 32  # characters of a secret
TOO_SHORT = (f"skal være mindst {SHORTEST} tilfældige tegn. Lav dem med: "
             'python -c "import secrets; print(secrets.token_hex(32))"')


class Serving(BaseSettings):
    """What the server is told. Every field is an environment variable of the same name."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore")

    public_url: str | None = Field(default=None, description="the address people type, https and without a path")
    cookie_secret: SecretStr | None = Field(default=None, description="signs the cookies; the same in every process")
    oidc_metadata_url: str | None = Field(default=None, description="where the provider describes itself")
    oidc_client_id: str | None = Field(default=None, description="the name the provider knows Fremdrift by")
    oidc_client_secret: SecretStr | None = Field(default=None, description="the provider's secret with Fremdrift")
    oidc_subject: str = Field(default="sub", description="the claim that a user is known by")
    metrics_token: SecretStr | None = Field(default=None, description="what lets this machine read metrics")

    @field_validator("public_url")
    @classmethod
    def _address(cls, given: str | None) -> str | None:
        if given is None:
            return None
        parts = _parts(given)
        if parts is None or parts.path not in ("", "/") or parts.query or parts.fragment:
            raise ValueError(NO_ADDRESS)
        return f"{parts.scheme}://{parts.netloc.lower()}"

    @field_validator("oidc_metadata_url")
    @classmethod
    def _metadata(cls, given: str | None) -> str | None:
        if given is not None and _parts(given) is None:
            raise ValueError(NO_METADATA)
        return given

    @field_validator("cookie_secret", "metrics_token")
    @classmethod
    def _long(cls, given: SecretStr | None) -> SecretStr | None:
        if given is not None and len(given.get_secret_value()) < SHORTEST:
            raise ValueError(TOO_SHORT)
        return given

    @property
    def signs_in(self) -> bool:
        """Whether people sign in; otherwise whoever reaches the server may do everything (open mode)."""
        return self.oidc_metadata_url is not None

    @property
    def public_host(self) -> str:
        """The host of the public address, without a port; "" without one."""
        return (urlsplit(self.public_url).hostname or "") if self.public_url else ""

    @property
    def secure(self) -> bool:
        """Whether people reach it by TLS."""
        return self.public_url is not None and urlsplit(self.public_url).scheme == "https"


def _parts(address: str) -> SplitResult | None:
    """The parts of an address that a browser may be sent to without being overheard; None of any other."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    unheard = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    return parts if unheard and parts.hostname and not parts.username and port != 0 else None


@lru_cache
def load() -> Serving:
    """What this process is told. Raises SettingRefused naming what cannot be used, or lacks for people to sign in."""
    try:
        told = Serving()
    except ValidationError as error:
        raise settings.refused(error) from None
    needed = ("public_url", "cookie_secret", "oidc_metadata_url", "oidc_client_id", "oidc_client_secret")
    lacking = [name for name in needed if getattr(told, name) is None]
    begun = any(getattr(told, name) is not None for name in needed if name.startswith("oidc_"))
    if begun and lacking:
        raise SettingRefused("Login er kun delvist sat op. Der mangler: "
                             + ", ".join(f"{PREFIX}{name.upper()}" for name in lacking) + ".")
    return told
