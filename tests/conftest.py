"""Settings for generated inputs: a server draws the same ones each time, `--hypothesis-profile thorough` many more."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("thorough", max_examples=1000, deadline=None)
if "CI" in os.environ:
    settings.load_profile("ci")
