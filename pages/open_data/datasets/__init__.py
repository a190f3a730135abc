"""What is given away: one module a dataset, each with columns that say what they hold.

All that is here is what everybody can read on the site, in the language of the site.
"""

from collections.abc import Mapping
from types import MappingProxyType

from pages.open_data.columns import Dataset

from .amendments import AMENDMENTS
from .attendance import ATTENDANCE
from .clauses import CLAUSES
from .comments import COMMENTS
from .findings import FINDINGS
from .meetings import MEETINGS
from .organisations import ORGANISATIONS

__all__ = ["DATASETS"]

DATASETS: Mapping[str, Dataset] = MappingProxyType(
    {
        dataset.name: dataset
        for dataset in (
            ORGANISATIONS,
            MEETINGS,
            ATTENDANCE,
            FINDINGS,
            CLAUSES,
            AMENDMENTS,
            COMMENTS,
        )
    }
)
