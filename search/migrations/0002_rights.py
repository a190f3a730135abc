"""The rights of the staff's groups over what they do for the search."""

from django.db import migrations

GROUPS = ("Redakcja", "Wydawca")
# Nothing depends on these rows, so that who adds them may take them out again.
RIGHTS = {
    ("participation_search", "synonym"): ("add", "change", "delete", "view"),
    ("participation_search", "missedquery"): ("view",),
    ("wagtailsearchpromotions", "searchpromotion"): ("add", "change", "delete"),
}


def give_rights(apps, schema_editor):
    """Let editors and publishers keep synonyms and promotions, and read the report."""
    Group = apps.get_model("auth.Group")
    for name in GROUPS:
        group, _ = Group.objects.get_or_create(name=name)
        for (label, model), actions in RIGHTS.items():
            rights = (permission(apps, label, model, action) for action in actions)
            group.permissions.add(*rights)


def permission(apps, label, model, action):
    """Return the right, made where Django has not made it yet (it does after)."""
    kind, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=label, model=model
    )
    right, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=kind,
        codename=f"{action}_{model}",
        defaults={"name": f"Can {action} {model}"},
    )
    return right


def take_rights(apps, schema_editor):
    """Take the rights back."""
    Permission = apps.get_model("auth.Permission")
    for group in apps.get_model("auth.Group").objects.filter(name__in=GROUPS):
        for label, model in RIGHTS:
            group.permissions.remove(
                *Permission.objects.filter(
                    content_type__app_label=label, content_type__model=model
                )
            )


class Migration(migrations.Migration):
    dependencies = [
        ("participation_search", "0001_catalogue"),
        ("frontpage", "0005_directory_rights"),
        ("wagtailsearchpromotions", "0001_initial"),
    ]

    operations = [migrations.RunPython(give_rights, take_rights)]
