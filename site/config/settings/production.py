"""Production: what `base` leaves open must come from the environment."""

from .base import *

SECRET_KEY = env("SECRET_KEY")
