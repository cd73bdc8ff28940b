"""A visitor that talks to a server over the websocket as a browser does: one session."""

import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.server import PATIENCE, Reached

ERROR = b'class="fd-error'  # how what pages.shared.drawing.fault draws begins


TILES = 'class="fd-tiles"'  # the front page's chart is one of our own


class Visitor:
    """One session in one server. ``boxes`` and ``charts``: what the newest run drew, by label and in number."""

    def __init__(self, to: Reached) -> None:
        self._socket = to.connect()
        self.boxes: set[str] = set()
        self.charts = 0

    def visit(self, page: str = "", query: str = "") -> float:
        """Seconds from asking for a run of ``page`` (its address, "" the front page) until the script has finished.

        Raises RuntimeError when the run fails or the page shows that it could not be made.
        """
        ask = BackMsg()
        ask.rerun_script.page_name = page
        ask.rerun_script.query_string = query
        self.boxes, self.charts = set(), 0
        begun = time.perf_counter()
        self._socket.send(ask.SerializeToString())
        sound = self._finished()
        taken = time.perf_counter() - begun
        if not sound:
            raise RuntimeError(f"the page »{page or 'front page'}« failed; open it in the app to see why")
        return taken

    def _finished(self) -> bool:
        """Take what the run sends until it has finished; whether it was made whole."""
        broken = False
        while True:
            received = self._socket.recv(timeout=PATIENCE, decode=False)
            said = ForwardMsg.FromString(received)
            if said.WhichOneof("type") == "script_finished":
                return not broken and said.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
            drawn = said.delta.new_element
            broken |= ERROR in received or drawn.HasField("exception")
            self.charts += drawn.HasField("plotly_chart") or TILES in drawn.html.body
            if drawn.HasField("selectbox"):
                self.boxes.add(drawn.selectbox.label)

    def close(self) -> None:
        """Leave."""
        self._socket.close()
