"""Why a backup is not written, trusted or put back."""

from model.basics.refusal import NotDone

ANOTHER = "Brug en anden sikkerhedskopi."
AGAIN = "Hent filen igen, eller brug en anden sikkerhedskopi."


class BackupRefused(NotDone):
    """A backup cannot be written, is not whole or cannot be put back; the text is Danish and says what to do."""
