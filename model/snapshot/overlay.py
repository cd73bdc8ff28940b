"""Figures laid over others in memory: what they would be if a file were saved, or an upload taken back."""

from typing import Annotated

import numpy as np
import pandas as pd

from model.store import facts

ID = -1  # the upload_id of a figure that is laid over


def laid_over(figures: Annotated[pd.DataFrame, facts.FIGURES],
              changes: pd.DataFrame) -> Annotated[pd.DataFrame, facts.FIGURES]:
    """The figures with ``changes`` (columns jobcenter … text of ``figures``) in their place; a row of them that states
    nothing takes the figure away.
    """
    key = ["jobcenter", "month", "measure"]
    added = changes[[*key, "value", "mark", "text"]].assign(upload_id=ID)
    stood = added[key].merge(figures.assign(at=np.arange(len(figures))), on=key, how="left")
    known, new = stood["value"].astype("Int64"), pd.array(added["value"], dtype="Int64")
    added["first_upload"] = stood["first_upload"].fillna(ID).astype("int64").to_numpy()
    added["corrected"] = (stood["corrected"].eq(True) | known.ne(new).fillna(False)).to_numpy(dtype=bool)
    kept = np.ones(len(figures), dtype=bool)
    kept[stood["at"].dropna().astype("int64")] = False
    stated = added[["value", "mark", "text"]].notna().any(axis=1)
    both = pd.concat([figures[kept], added[stated]], ignore_index=True)
    return facts.typed(both.sort_values(key, ignore_index=True))
