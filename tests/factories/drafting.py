"""Amendments and reasons."""

import factory

from pages.drafting.models import Amendment, AmendmentFinding, ChangeReason


class AmendmentFactory(factory.django.DjangoModelFactory):
    """An agreed amendment of a programme; `findings` are where it comes from."""

    class Meta:
        model = Amendment
        skip_postgeneration_save = True

    operation = "append"
    status = "agreed"
    text_after = "i seniorów"

    @factory.post_generation
    def findings(self, create, findings, **kwargs):
        for finding in findings or ():
            AmendmentFinding.objects.create(amendment=self, finding=finding)


class ChangeReasonFactory(factory.django.DjangoModelFactory):
    """An editorial reason."""

    class Meta:
        model = ChangeReason

    kind = "editorial"
    note = "poprawiono literówkę"
