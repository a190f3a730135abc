"""The blocks a draft is made of: chapters, areas and numbered clauses."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.programmes.clauses import LONGEST_NUMBER
from snippets.blocks import (
    CityUnitChooserBlock,
    OrganisationChooserBlock,
    PriorityAreaChooserBlock,
)


class NumberBlock(blocks.CharBlock):
    """A number pinned by hand; the same in every language."""

    def __init__(self, **kwargs: Any) -> None:
        defaults = {
            "required": False,
            "max_length": LONGEST_NUMBER,
            "label": _("Number"),
            "help_text": _(
                "Leave empty: clauses are numbered by themselves. Fill in only to "
                "pin a number, for example 29 or 3a; those after it count on from it."
            ),
        }
        super().__init__(**{**defaults, **kwargs})

    def get_translatable_segments(self, value: str) -> list[Any]:
        """Return no segment: a number is not text (read by wagtail-localize)."""
        return []

    def restore_translated_segments(self, value: str, segments: list[Any]) -> str:
        """Return the number as it is (called by wagtail-localize)."""
        return value


class AuthorsStreamBlock(blocks.StreamBlock):
    """Who proposed the clause: city units and organisations."""

    unit = CityUnitChooserBlock(label=_("City unit"))
    organisation = OrganisationChooserBlock(label=_("Organisation"))

    class Meta:
        required = False
        collapsed = True
        icon = "group"


class ClauseBlock(blocks.StructBlock):
    """One clause; the id of its block is its permanent identity."""

    number = NumberBlock()
    text = blocks.TextBlock(label=_("Text"), rows=3)
    authors = AuthorsStreamBlock(
        label=_("Proposed by"),
        help_text=_("City units and organisations that proposed this clause."),
    )
    note = blocks.CharBlock(
        label=_("Note for readers"),
        required=False,
        max_length=120,
        help_text=_("Shown as a label beside the clause, for example “example text”."),
    )


class GoalBlock(ClauseBlock):
    """A goal of the programme: the main one, or a specific one."""

    kind = blocks.ChoiceBlock(
        label=_("Kind of goal"),
        choices=[("main", _("Main goal")), ("specific", _("Specific goal"))],
        default="specific",
    )

    class Meta:
        icon = "pick"
        label = _("Goal")
        form_layout = ["kind", "number", "text", "authors", "note"]


class TaskBlock(ClauseBlock):
    """A priority public task."""

    class Meta:
        icon = "task"
        label = _("Priority task")


class ProvisionBlock(ClauseBlock):
    """Any other clause: a principle, a form of cooperation, a rule."""

    class Meta:
        icon = "list-ul"
        label = _("Provision")


class CategoryStreamBlock(blocks.StreamBlock):
    """What a category of an area holds."""

    task = TaskBlock()
    provision = ProvisionBlock()

    class Meta:
        required = False


class CategoryBlock(blocks.StructBlock):
    """A group of tasks within an area, for example “health”."""

    text = blocks.CharBlock(label=_("Name"), max_length=190)
    clauses = CategoryStreamBlock(label=_("Clauses"))

    class Meta:
        icon = "folder-inverse"
        label = _("Category")


class AreaStreamBlock(CategoryStreamBlock):
    """What a priority area holds."""

    category = CategoryBlock()


class AreaBlock(blocks.StructBlock):
    """A priority area with its tasks."""

    number = NumberBlock()
    area = PriorityAreaChooserBlock(label=_("Area"))
    text = blocks.CharBlock(
        label=_("Heading"), max_length=255, help_text=_("As written in the programme.")
    )
    clauses = AreaStreamBlock(label=_("Clauses"))

    class Meta:
        icon = "folder-open-inverse"
        label = _("Priority area")


class ChapterStreamBlock(CategoryStreamBlock):
    """What a chapter holds."""

    goal = GoalBlock()
    area = AreaBlock()


class ChapterBlock(blocks.StructBlock):
    """A chapter (§) of the programme."""

    number = NumberBlock()
    text = blocks.CharBlock(label=_("Title"), max_length=255)
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    clauses = ChapterStreamBlock(label=_("Clauses"))

    class Meta:
        icon = "doc-full-inverse"
        label = _("Chapter")


class DraftStreamBlock(ChapterStreamBlock):
    """The whole text of a draft."""

    chapter = ChapterBlock()
