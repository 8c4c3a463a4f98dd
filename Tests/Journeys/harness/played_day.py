"""The day on which the built program is tested."""

import os

# What asks for no day of its own plays on this one, so that the tests read alike on every real day. Scripts/days plays
# them on others.
PLAYED_DAY = os.environ.get("TERMWISE_PLAYED_DAY") or "2026-11-17"
