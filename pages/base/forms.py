"""The admin form of a page with many choosers, most of them in child rows."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db.models import Model
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import BaseChooser


class BulkChoosersForm(WagtailAdminPageForm):
    """Loads what all choosers show in one query for each model.

    Wagtail's chooser widget asks for its own object each; a report with ten
    organisations and ten findings would ask thirty times.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choosers: dict[type[Model], list[tuple[BaseChooser, Any]]] = defaultdict(list)
        rows = (form for formset in self.formsets.values() for form in formset.forms)
        for form in (self, *rows):
            for name, field in form.fields.items():
                if isinstance(field.widget, BaseChooser):
                    choosers[field.widget.model_class].append(
                        (field.widget, form.initial.get(name))
                    )
        for model, widgets in choosers.items():
            loaded = model._default_manager.in_bulk(
                {chosen for _widget, chosen in widgets if chosen}
            )
            for widget, _chosen in widgets:
                widget.get_instance = use_loaded(loaded, widget.get_instance)


def use_loaded(
    loaded: dict[Any, Model], get_instance: Callable[[Any], Model | None]
) -> Callable[[Any], Model | None]:
    """Return a look-up that asks the database only for what is not loaded."""

    def look_up(value: Any) -> Model | None:
        return loaded.get(value) or get_instance(value)

    return look_up
