from django.db import migrations

from snippets.fields import FoldedField

MODELS = ("Organisation", "OrganisationAlias", "CityUnitAlias")
AT_ONCE = 1000


def fold_names(apps, schema_editor):
    for name in MODELS:
        model = apps.get_model("snippets", name)
        fields = [f for f in model._meta.fields if isinstance(f, FoldedField)]
        names = [field.name for field in fields]
        rows = list(model.objects.order_by().only(*names, *(f.source for f in fields)))
        for row in rows:
            for field in fields:
                field.pre_save(row, add=False)
        model.objects.bulk_update(rows, names, batch_size=AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("snippets", "0003_organisation_lists")]

    operations = [migrations.RunPython(fold_names, migrations.RunPython.noop)]
