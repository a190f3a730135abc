"""The queue's worker, in the process and the transaction of a test."""

from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult


def work_off():
    """Run the tasks that are ready, as the worker does; return how each ended.

    The worker's own loop is left out: it closes connections that a test still needs.
    """
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="background",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
        excluded_queue_names=[],
    )
    ended = []
    while task := DBTaskResult.objects.ready().first():
        task.claim(worker.worker_id)
        worker.run_task(task)
        ended.append(task.status)
    return ended
