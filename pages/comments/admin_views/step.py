"""What a step is that staff take with a comment or an answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django import forms

# Takes the step: gets the thing, the user, and what the form asks.
Take = Callable[..., Any]


@dataclass(frozen=True)
class Step:
    """A step as staff see it: `said` tells what follows from it."""

    name: str
    label: Any
    said: Any
    take: Take
    form: type[forms.Form] = forms.Form
    is_serious: bool = False
    # What is said once it is taken; nothing where the new state says it.
    done: Any = ""

    @property
    def asks(self) -> bool:
        """Whether something must be filled in first."""
        fields = self.form.base_fields.values()
        return any(not field.widget.is_hidden for field in fields)

    @property
    def right(self) -> str:
        """The right that it needs."""
        raise NotImplementedError

    def refusal(self, thing: Any, user: Any) -> str:
        """Return why a user cannot take it now; nothing where it can be taken."""
        raise NotImplementedError


def table(*steps: Step) -> Mapping[str, Step]:
    """Return steps by name, in their usual order."""
    return MappingProxyType({step.name: step for step in steps})


def steps_for(steps: Mapping[str, Step], thing: Any, user: Any) -> list[Step]:
    """Return the steps that a user may take now."""
    return [step for step in steps.values() if not step.refusal(thing, user)]
