"""A file as it is sent: alone with its name, or in a form with fields. It is held in memory and lies on no disk."""

from email.message import Message

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from model.basics import settings
from model.importing.handed import Handed
from pages.server.api.fields import handed
from pages.server.api.refusals import Refused

FORM = "multipart/form-data"
ALONE = frozenset({"text/csv", "text/plain", "text/tab-separated-values", "application/octet-stream",
                   "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
FILE = "file"  # the field that holds it
MOST = 200  # fields
MEGABYTE = 1024 * 1024


class InMemory(MultiPartParser):
    """A form of which nothing is laid on a disk: a file with personal data would lie there before it is refused."""

    spool_max_size = 2**62


async def read(request: Request) -> Handed:
    """The file of a request, with what is said of it in the query or the form. Raises Refused."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    query = request.query_params.multi_items()
    if kind == FORM:
        return await _of_a_form(request, query)
    if kind not in ALONE:
        raise Refused("wrong_type")
    name = _name(request.headers.get("content-disposition", ""))
    content = await request.body()
    if not name or not content:
        raise Refused("no_file")
    return handed(name, content, query)


async def _of_a_form(request: Request, query: list[tuple[str, str]]) -> Handed:
    try:
        form = await InMemory(request.headers, request.stream(), max_files=1, max_fields=MOST,
                              max_part_size=settings.load().max_file_mb * MEGABYTE).parse()
    except (MultiPartException, KeyError, ValueError):  # more than one file, or no form at all
        raise Refused("no_file") from None
    sent = [value for name, value in form.multi_items() if name == FILE and isinstance(value, UploadFile)]
    fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    if len(sent) != 1 or not sent[0].filename:
        raise Refused("no_file")
    return handed(_bare(sent[0].filename), await sent[0].read(), [*query, *fields])


def _name(disposition: str) -> str:
    """The file name that a header gives, without a folder; "" where it gives none."""
    told = Message()
    told["content-disposition"] = _as_utf8(disposition)
    return _bare(told.get_filename() or "")


def _bare(name: str) -> str:
    """The name without the folders it lay in."""
    return name.replace("\\", "/").rpartition("/")[2]


def _as_utf8(header: str) -> str:
    """A header as its sender wrote it: most write UTF-8, which the protocol hands on as something else."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header
