from zoneinfo import ZoneInfo

import pytest

from readalso.intake.anatomy.moments import named

KYIV = ZoneInfo("Europe/Kyiv")


@pytest.mark.parametrize(
    ("file", "moment"),
    [
        ("seeds/2026-10-05-0930-port.txt", "2026-10-05T09:30:00+03:00"),
        ("seeds/2026-11-05-0930-port.txt", "2026-11-05T09:30:00+02:00"),
        ("seeds/2026-10-05-port.txt", "2026-10-05"),
        ("seeds/20261005T0930.txt", "2026-10-05T09:30:00+03:00"),
        ("seeds/2026-10-05-2026-budget.txt", "2026-10-05"),
        ("2025-01-02/port.txt", None),
        ("seeds/2026-13-05-port.txt", None),
        ("seeds/000_4c93e50e0314398b.txt", None),
        ("seeds/hw-2217.txt", None),
    ],
)
def test_file_names_tell_moments_in_the_desks_zone(file: str, moment: str | None) -> None:
    found = named(file, KYIV)
    assert (found.iso if found else None) == moment
