"""The resource that takes lists in: django-import-export's, with our own judgement.

Preview and import are one run: every row is judged, then all that is accepted is
written in one transaction, which a rehearsal rolls back. Rows are judged outside of it
so that a long list does not keep others from writing; that the register is still the
one they were judged by is checked inside of it.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from import_export.fields import Field
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import ModelResource
from tablib import Dataset

from snippets.models import ImportBatch, Organisation, Sphere

from .cells import read_cell
from .judging import UNDECIDED, Judge, find_numbers
from .layout import Record
from .parents import Coming
from .register import Loader, Register, listed_name
from .results import Decision, Judgement, ListResult, ListRowResult, Outcome
from .stamps import RegisterChangedError, RegisterStamp
from .values import Cleaned, clean_record
from .writing import Writer

ROW, SECTION_HEADING = "row", "section"
SECONDS_BETWEEN_BEATS = 0.5

Report = Callable[[int, int], None]


class KnownOrganisations(BaseInstanceLoader):
    """Gives the organisation that a row was judged to be about."""

    def get_instance(self, row: Mapping[str, Any]) -> Organisation | None:
        return self.resource.judgement.organisation


class OrganisationResource(ModelResource):
    """Takes a list of organisations into the register, or rehearses it.

    `report(done, total)` is called about twice a second.
    """

    number = Field(column_name=ROW)

    class Meta:
        model = Organisation
        fields = ("number",)
        import_id_fields = ("number",)
        instance_loader_class = KnownOrganisations
        use_bulk = True
        batch_size = None
        skip_diff = True
        report_skipped = True

    def __init__(
        self,
        *,
        batch: ImportBatch,
        records: Sequence[Record],
        decisions: Mapping[int, Decision] | None = None,
        report: Report | None = None,
    ) -> None:
        super().__init__()
        self.batch = batch
        self.records = records
        self.decisions = decisions or {}
        self.report = report
        self.accepted: list[Judgement] = []
        self.blank = Organisation()
        self.judgement: Judgement

    @classmethod
    def get_result_class(cls) -> type[ListResult]:
        return ListResult

    @classmethod
    def get_row_result_class(cls) -> type[ListRowResult]:
        return ListRowResult

    def take_in(self, *, writer: Writer) -> ListResult:
        """Judge all rows and let `writer` write what is accepted, or rehearse it.

        Raises RegisterChangedError if another import or a person was faster: then
        nothing is written, and the list is to be judged again.
        """
        stamp = RegisterStamp.read()
        result: ListResult = self.import_data(self.dataset(), use_transactions=False)
        for error in (*result.base_errors, *chain(*(row.errors for row in result))):
            if isinstance(error.error, Organisation.DoesNotExist):
                raise RegisterChangedError from error.error
            raise error.error
        # What the rows were judged by takes as much memory as writing them does.
        del self.judge, self.cleaned
        writer.write(list(result.judgements()), self.accepted, stamp)
        return result

    def dataset(self) -> Dataset:
        """Return the list as a table of the fields that are read."""
        field_of = self.batch.field_of
        dataset = Dataset(headers=[ROW, SECTION_HEADING, *field_of.values()])
        for record in self.records:
            cells = (read_cell(record, index) for index in field_of)
            dataset.append((record.number, record.section, *cells))
        return dataset

    def before_import(self, dataset: Dataset, **kwargs: Any) -> None:
        register = Register()
        self.spheres = frozenset(Sphere.objects.values_list("code", flat=True))
        self.cleaned = [self.clean(record) for record in self.records]
        loader = Loader(self.likely_keys(register), self.batch.field_of.values())
        coming = Coming.of(cleaned.values for cleaned in self.cleaned)
        self.judge = Judge(register, loader, self.decisions, coming)
        self.beaten_at = time.monotonic()

    def likely_keys(self, register: Register) -> Iterator[int]:
        """Give whom the rows will be about, in their order, as far as it is clear."""
        for record, cleaned in zip(self.records, self.cleaned, strict=True):
            key, _holder = find_numbers(register, cleaned.values)
            key = key or register.by_listed_name.get(listed_name(cleaned.values))
            key = key or self.decisions.get(record.number, UNDECIDED).same_as
            if key is not None:
                yield key

    def clean(self, record: Record) -> Cleaned:
        """Return the field values of a row, with what was noticed about them."""
        field_of = self.batch.field_of
        cells = {key: read_cell(record, index) for index, key in field_of.items()}
        return clean_record(cells, section=record.section, known_spheres=self.spheres)

    def before_import_row(self, row: Mapping[str, Any], **kwargs: Any) -> None:
        place = kwargs["row_number"] - 1
        cleaned = self.cleaned[place]
        self.cleaned[place] = Cleaned()
        self.judgement = self.judge.judge(self.records[place], cleaned)
        self.beat(kwargs["row_number"])

    def beat(self, done: int) -> None:
        """Say how far it is, not too often."""
        now = time.monotonic()
        if self.report and now - self.beaten_at > SECONDS_BETWEEN_BEATS:
            self.beaten_at = now
            self.report(done, len(self.records))

    def init_instance(self, row: Any = None) -> Organisation:
        """Return the blank one that stands for all new ones: the writer makes them."""
        return self.blank

    def import_instance(self, instance: Organisation, row: Any, **kwargs: Any) -> None:
        """Leave the organisation as it is: the writer applies what is accepted."""

    def skip_row(self, instance: Any, original: Any, row: Any, errors: Any) -> bool:
        return not self.judgement.is_accepted

    def save_instance(self, instance: Any, is_create: bool, row: Any, **_: Any) -> None:
        self.accepted.append(self.judgement)

    def after_import_row(self, row: Any, row_result: Any, **kwargs: Any) -> None:
        row_result.judgement = self.judgement
        if not self.judgement.is_accepted:
            # Thousands that are unchanged need not be kept in memory.
            self.judgement.organisation = None
        if self.judgement.outcome == Outcome.REFUSED:
            row_result.import_type = row_result.IMPORT_TYPE_INVALID

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """Leave the sequences of keys alone: no key comes from a list."""
