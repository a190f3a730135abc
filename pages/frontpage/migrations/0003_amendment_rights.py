"""The rights of the staff's groups over amendments."""

from django.db import migrations

RIGHTS = {
    "Redakcja": ("add", "change", "view"),
    "Wydawca": ("add", "change", "delete", "view"),
}


def give_rights(apps, schema_editor):
    """Let editors and publishers keep the amendments; translators have none."""
    Group = apps.get_model("auth.Group")
    Permission = apps.get_model("auth.Permission")
    kind, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="drafting", model="amendment"
    )
    for name, actions in RIGHTS.items():
        group, _ = Group.objects.get_or_create(name=name)
        for action in actions:
            right, _ = Permission.objects.get_or_create(
                content_type=kind,
                codename=f"{action}_amendment",
                defaults={"name": f"Can {action} amendment"},
            )
            group.permissions.add(right)


def take_rights(apps, schema_editor):
    """Take the rights over amendments from the groups."""
    rights = apps.get_model("auth.Permission").objects.filter(
        content_type__app_label="drafting", content_type__model="amendment"
    )
    for group in apps.get_model("auth.Group").objects.filter(name__in=RIGHTS):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):
    dependencies = [
        ("frontpage", "0002_staff_groups"),
        ("drafting", "0001_initial"),
    ]

    operations = [migrations.RunPython(give_rights, take_rights)]
