"""What the parts of a declaration have in common."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, Field(min_length=1)]
Count = Annotated[int, Field(ge=0, strict=True)]  # strict: a number in quotation marks is a slip, and so is true
Number = Annotated[int, Field(ge=1, strict=True)]
Percent = Annotated[int, Field(ge=1, le=100, strict=True)]


class Declared(BaseModel):
    """A part of a declaration: nothing in it that is not known, and nothing changed afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")
