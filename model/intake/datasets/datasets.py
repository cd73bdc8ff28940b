"""Every dataset by its name: what else knows of datasets asks here. A new one is a line."""

from collections.abc import Iterator

from model.intake.datasets.attendance import ATTENDANCE
from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.intake.datasets.centres import CENTRES
from model.intake.datasets.counselling import COUNSELLING
from model.intake.datasets.course_days import COURSE_DAYS
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.evaluation import EVALUATION
from model.intake.datasets.hotline import HOTLINE
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.datasets.networks import NETWORKS
from model.intake.datasets.projects import FOLLOWED, RESULTS

DATASETS: dict[str, Dataset] = {dataset.name: dataset for dataset in (
    MAANEDSTAL, ATTENDANCE, EVALUATION, HOTLINE, COUNSELLING, CENTRES, CENTRE_MONTHS, COURSE_DAYS, NETWORKS,
    RESULTS, FOLLOWED)}


def offered() -> dict[str, Dataset]:
    """Those whose files may come, by their names: what is about other programmes only where there are any."""
    return {name: dataset for name, dataset in DATASETS.items() if dataset.offered}


def of_records() -> Iterator[Dataset]:
    """The datasets of which a row states one record, in their order."""
    return (dataset for dataset in DATASETS.values() if not dataset.is_figures)
