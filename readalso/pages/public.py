"""What templates may know of the settings."""

from readalso.pages.views import Site
from readalso.settings import Settings


def public(settings: Settings) -> Site:
    """What templates may know of the settings."""
    return Site(
        settings.title,
        settings.description,
        settings.base_url,
        settings.language,
        settings.links,
        settings.extra,
        settings.logo and f"/{settings.logo}",
        "" if settings.search == "off" else "/search/",
        settings.leave_out,
    )
