"""Settings of all tests: the language they speak, the hypothesis profiles, and the place of what they share."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

for name in ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(name, None)
os.environ["GENDERSTATS_LANG"] = "en"

sys.path.insert(0, str(Path(__file__).parent))

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
settings.register_profile("dev", max_examples=30, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", max_examples=80, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("GENDERSTATS_TEST_PROFILE", "dev"))
