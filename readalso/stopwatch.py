"""Where the time of one build goes: stage by stage, and template by template."""

import time
from collections.abc import Iterator

from msgspec import Struct, field


class Stopwatch(Struct):
    """Stages follow one another without a gap; pages are made in between, on all cores at once."""

    stages: dict[str, float] = field(default_factory=dict)
    """Seconds of each stage, in the order in which they came."""
    templates: dict[str, tuple[int, float]] = field(default_factory=dict)
    """How many pages were made with each template, and the seconds of all processes that made them."""
    _since: float = field(default_factory=time.perf_counter)

    def lap(self, stage: str) -> None:
        """All that passed since the last call belongs to `stage`."""
        now = time.perf_counter()
        self.stages[stage] = self.stages.get(stage, 0.0) + now - self._since
        self._since = now

    def add(self, template: str, seconds: float) -> None:
        """One more page was made."""
        count, so_far = self.templates.get(template, (0, 0.0))
        self.templates[template] = (count + 1, so_far + seconds)

    def lines(self) -> Iterator[str]:
        """The figures for people, templates by the time they took."""
        whole = sum(self.stages.values())
        for stage, seconds in self.stages.items():
            yield f"{seconds:9.3f} s  {seconds / whole if whole else 0:4.0%}  {stage}"
        yield f"{whole:9.3f} s        all together"
        if self.templates:
            yield "of making pages, on all cores:"
        for name, (count, seconds) in self._by_time():
            yield f"{seconds:9.3f} s  {1000 * seconds / count:7.2f} ms each of {count:,}  {name}"

    def as_data(self) -> dict[str, object]:
        """The same for programs; see docs/reference/commands.md."""
        return {
            "stages": {stage: round(seconds, 4) for stage, seconds in self.stages.items()},
            "templates": [
                {"template": name, "pages": count, "seconds": round(seconds, 4)}
                for name, (count, seconds) in self._by_time()
            ],
        }

    def _by_time(self) -> list[tuple[str, tuple[int, float]]]:
        return sorted(self.templates.items(), key=lambda item: (-item[1][1], item[0]))
