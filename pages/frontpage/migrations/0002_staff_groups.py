"""The staff's groups with least rights, and the workflow that joins them."""

import swapper
from django.db import migrations

EDITORS, PUBLISHERS, TRANSLATORS = "Redakcja", "Wydawca", "Tłumacze"
WORKFLOW = "Zatwierdzenie przez wydawcę"
REGISTERS = ("organisation", "cityunit", "place", "priorityarea", "project")
PAGE_RIGHTS = {
    EDITORS: ("add", "change"),
    PUBLISHERS: ("add", "change", "publish", "lock", "unlock"),
}
REGISTER_RIGHTS = {
    EDITORS: ("add", "change", "view"),
    PUBLISHERS: ("add", "change", "delete", "view"),
}
FILE_RIGHTS = {
    EDITORS: ("add", "change", "choose"),
    PUBLISHERS: ("add", "change", "choose"),
    TRANSLATORS: ("choose",),
}


def make_groups(apps, schema_editor):
    """Make the groups and give them their rights."""
    Group = apps.get_model("auth.Group")
    for name in (EDITORS, PUBLISHERS, TRANSLATORS):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(permission(apps, "wagtailadmin.admin", "access_admin"))
    for name, actions in REGISTER_RIGHTS.items():
        group = Group.objects.get(name=name)
        for action in actions:
            for model in REGISTERS:
                code = f"{action}_{model}"
                group.permissions.add(permission(apps, f"snippets.{model}", code))
    for name in (PUBLISHERS, TRANSLATORS):
        Group.objects.get(name=name).permissions.add(
            permission(
                apps, "wagtail_localize.translation", "submit_translation"
            )
        )
    allow_pages(apps)
    allow_files(apps)


def allow_pages(apps):
    """Give rights over all pages; translators get theirs language by language."""
    Group = apps.get_model("auth.Group")
    Page = apps.get_model(swapper.get_model_name("wagtailcore", "Page"))
    GroupPagePermission = apps.get_model("wagtailcore.GroupPagePermission")
    root = Page.objects.filter(depth=1).first()
    for name, actions in PAGE_RIGHTS.items():
        for action in actions:
            GroupPagePermission.objects.get_or_create(
                group=Group.objects.get(name=name),
                page=root,
                permission=permission(apps, "wagtailcore.page", f"{action}_page"),
            )


def allow_files(apps):
    """Give rights over images and documents."""
    Group = apps.get_model("auth.Group")
    Collection = apps.get_model("wagtailcore.Collection")
    GroupCollectionPermission = apps.get_model("wagtailcore.GroupCollectionPermission")
    root = Collection.objects.filter(depth=1).first()
    for name, actions in FILE_RIGHTS.items():
        for action in actions:
            for model in ("wagtailimages.image", "wagtaildocs.document"):
                code = f"{action}_{model.partition('.')[2]}"
                GroupCollectionPermission.objects.get_or_create(
                    group=Group.objects.get(name=name),
                    collection=root,
                    permission=permission(apps, model, code),
                )


def make_workflow(apps, schema_editor):
    """Let what editors submit wait for a publisher, on all pages."""
    Page = apps.get_model(swapper.get_model_name("wagtailcore", "Page"))
    ContentType = apps.get_model("contenttypes.ContentType")
    Task = apps.get_model("wagtailcore.GroupApprovalTask")
    Workflow = apps.get_model("wagtailcore.Workflow")
    kind, _ = ContentType.objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    task = Task.objects.create(name=WORKFLOW, content_type=kind, active=True)
    task.groups.set(apps.get_model("auth.Group").objects.filter(name=PUBLISHERS))
    workflow = Workflow.objects.create(name=WORKFLOW, active=True)
    apps.get_model("wagtailcore.WorkflowTask").objects.create(
        workflow=workflow, task_id=task.pk, sort_order=0
    )
    apps.get_model("wagtailcore.WorkflowPage").objects.update_or_create(
        page=Page.objects.filter(depth=1).first(), defaults={"workflow": workflow}
    )


def permission(apps, model, codename):
    """Return the right, made where Django has not made it yet (it does after)."""
    label, _, name = model.partition(".")
    kind, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=label, model=name
    )
    action = codename.partition("_")[0]
    right, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=kind,
        codename=codename,
        defaults={"name": f"Can {action} {name}"},
    )
    return right


def remove_workflow(apps, schema_editor):
    """Put Wagtail's own workflow back in its place, where it is still there."""
    Workflow = apps.get_model("wagtailcore.Workflow")
    WorkflowPage = apps.get_model("wagtailcore.WorkflowPage")
    own = Workflow.objects.exclude(name=WORKFLOW).filter(active=True).first()
    pages = WorkflowPage.objects.filter(workflow__name=WORKFLOW)
    if own:
        pages.update(workflow=own)
    else:
        pages.delete()
    Workflow.objects.filter(name=WORKFLOW).delete()
    apps.get_model("wagtailcore.GroupApprovalTask").objects.filter(
        name=WORKFLOW
    ).delete()


def remove_groups(apps, schema_editor):
    """Remove the groups; their members stay as users."""
    apps.get_model("auth.Group").objects.filter(
        name__in=[EDITORS, PUBLISHERS, TRANSLATORS]
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("frontpage", "0001_initial"),
        ("snippets", "0002_spheres"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0013_delete_uploadeddocument"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.RunPython(make_groups, remove_groups),
        migrations.RunPython(make_workflow, remove_workflow),
    ]
