"""Things done at the same time, each by a thread with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection


def at_once(*works):
    """Do all at once; return the result of each, or the exception it ended with."""
    start = Barrier(len(works))

    def do(work):
        try:
            connection.ensure_connection()
            start.wait(timeout=30)
            return work()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(do, works))
