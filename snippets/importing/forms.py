"""The forms of the wizard: a list to upload, how it is read, what its columns are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from snippets.models import ColumnMapping

from .columns import ColumnChoice, problems_of
from .fields import FIELDS
from .layout import MOST_HEADER_ROWS, Layout
from .reading import ENCODINGS, LIMITS, SEPARATORS, Book, Table
from .wording import word

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json")
# What says which cells are read; the rows are found in them.
SOURCE = ("encoding", "separator", "sheet")
SEPARATOR_NAMES: dict[str, Any] = {
    ";": pgettext_lazy("separator", "semicolon ;"),
    ",": pgettext_lazy("separator", "comma ,"),
    "\t": pgettext_lazy("separator", "tab"),
}
GROUPS: tuple[tuple[str | Promise, str], ...] = (
    (
        gettext_lazy("Name and legal form"),
        "name short_name aliases legal_form parent about spheres",
    ),
    (
        gettext_lazy("Numbers in registers"),
        "krs nip regon other_register other_register_number opp opp_since",
    ),
    (
        gettext_lazy("Address of the seat"),
        "street house flat postcode city district municipality county voivodeship "
        "teryt acts_in_city",
    ),
    (gettext_lazy("Public contact"), "website email phone"),
    (gettext_lazy("State of the entry"), "status verified_at slug"),
    (gettext_lazy("Private: never published"), "contact_persons private_note"),
)


class UploadForm(forms.Form):
    """A list of organisations, as the office has it."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.most_bytes = LIMITS.size
        self.fields["file"].help_text = _(
            "A spreadsheet (XLSX, XLS or ODS) or a text file (CSV, TSV or TXT), of at "
            "most %(size)s."
        ) % {"size": filesizeformat(self.most_bytes)}

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        size = file.size or 0
        if size > self.most_bytes:
            raise forms.ValidationError(
                _("The file is too large: it has %(size)s, and %(most)s is the most."),
                params={
                    "size": filesizeformat(size),
                    "most": filesizeformat(self.most_bytes),
                },
            )
        return file


class ReadingForm(forms.Form):
    """How a file is read: found by itself, changed by a person.

    Rows are counted as people see them, from 1; the layout counts those of the table.
    """

    encoding = forms.ChoiceField(
        label=gettext_lazy("Encoding"),
        choices=[(name, name) for name in ENCODINGS],
        help_text=gettext_lazy("Try another one if Polish letters look wrong below."),
    )
    separator = forms.ChoiceField(
        label=gettext_lazy("Between columns there is a"),
        choices=[(mark, SEPARATOR_NAMES[mark]) for mark in SEPARATORS],
    )
    sheet = forms.ChoiceField(label=gettext_lazy("Sheet"))
    header_rows = forms.IntegerField(
        label=gettext_lazy("Rows of headings"),
        min_value=0,
        max_value=MOST_HEADER_ROWS,
    )
    header_first = forms.IntegerField(
        label=gettext_lazy("First row of headings"), min_value=1
    )
    data_first = forms.IntegerField(
        label=gettext_lazy("First row of data"), min_value=1
    )
    data_last = forms.IntegerField(label=gettext_lazy("Last row of data"), min_value=1)

    def __init__(self, *args: Any, book: Book, table: Table, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        fields: Any = self.fields
        if book.kind != "csv":
            del fields["encoding"], fields["separator"]
        if len(book.sheets) < 2:
            del fields["sheet"]
        else:
            fields["sheet"].choices = [
                (one.name, sheet_label(one)) for one in book.sheets
            ]

    @staticmethod
    def initial_of(
        book: Book, table: Table, layout: Layout, sheet: str
    ) -> dict[str, Any]:
        """Return what the form shows at first."""
        return {
            "encoding": book.encoding,
            "separator": book.separator,
            "sheet": sheet,
            "header_rows": layout.header_rows,
            "header_first": number_at(table, layout.header_first),
            "data_first": number_at(table, layout.data_first),
            "data_last": number_at(table, layout.data_end - 1),
        }

    @property
    def has_other_source(self) -> bool:
        """Whether other cells are read, so that rows have to be found anew."""
        return not {*SOURCE}.isdisjoint(self.changed_data)

    def source(self) -> dict[str, str]:
        """Return what was changed of encoding, separator and sheet."""
        return {
            name: self.cleaned_data[name]
            for name in SOURCE
            if name in self.changed_data
        }

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors or self.has_other_source:
            return cleaned
        headers_end = cleaned["header_first"] + cleaned["header_rows"]
        if cleaned["header_rows"] and cleaned["data_first"] < headers_end:
            self.add_error("data_first", _("The data begin after the headings."))
        elif cleaned["data_last"] < cleaned["data_first"]:
            self.add_error("data_last", _("The last row is not before the first."))
        return cleaned

    def layout(self) -> Layout:
        """Return the layout that was entered, in the rows of the table."""
        numbers, entered = self.table.numbers, self.cleaned_data
        return Layout(
            header_first=bisect_left(numbers, entered["header_first"]),
            header_rows=entered["header_rows"],
            data_first=bisect_left(numbers, entered["data_first"]),
            data_end=bisect_right(numbers, entered["data_last"]),
        )


class ColumnsForm(forms.Form):
    """What each column of a list is; what is not chosen is left out."""

    save_as = forms.CharField(
        label=gettext_lazy("Keep this choice of columns under the name"),
        max_length=100,
        required=False,
        help_text=gettext_lazy(
            "The next list with these headings will be read in the same way. A name "
            "that is in use already gets the new choice."
        ),
    )
    saved = forms.ModelChoiceField(
        label=gettext_lazy("Use a choice of columns that was kept"),
        queryset=ColumnMapping.objects.all(),
        required=False,
        empty_label=gettext_lazy("the one found by the headings"),
    )

    def __init__(
        self, *args: Any, choices: Sequence[ColumnChoice], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices
        for choice in choices:
            self.fields[column_field(choice.index)] = forms.ChoiceField(
                label=_("Column “%(heading)s”") % {"heading": choice.heading},
                choices=field_choices,
                initial=choice.field,
                required=False,
            )

    def chosen(self) -> dict[int, str]:
        """Return the field of each column; blank where the column is left out."""
        entered = self.cleaned_data
        return {
            choice.index: entered.get(column_field(choice.index), "")
            for choice in self.choices
        }

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        fields = self.chosen()
        choices = [
            ColumnChoice(one.index, one.heading, fields[one.index], one.is_personal)
            for one in self.choices
        ]
        for note in problems_of(choices):
            self.add_error(None, word(note))
        return cleaned


def column_field(index: int) -> str:
    """Return the name of the field of a column; the section heading's is -1."""
    return f"column-{index}"


def field_choices() -> list[Any]:
    """Return the fields that a column may be read into, in groups."""
    groups: Iterable[Any] = (
        (label, [(key, capfirst(str(FIELDS[key].label))) for key in keys.split()])
        for label, keys in GROUPS
    )
    return [("", _("leave out")), *groups]


def number_at(table: Table, index: int) -> int:
    """Return the number that people see of a row of a table."""
    index = min(max(index, 0), len(table.numbers) - 1)
    return table.numbers[index] if table.numbers else 1


def sheet_label(sheet: Any) -> str:
    """Return a sheet with how many rows it has: “Arkusz1 (120 rows)”."""
    rows = ngettext("%(n)s row", "%(n)s rows", sheet.rows) % {"n": sheet.rows}
    if sheet.is_hidden:
        return _("%(name)s (%(rows)s, hidden)") % {"name": sheet.name, "rows": rows}
    return _("%(name)s (%(rows)s)") % {"name": sheet.name, "rows": rows}
