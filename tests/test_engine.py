from readalso.engine import version


def test_the_same_engine_has_one_fingerprint() -> None:
    assert version() == version()
    assert len(version()) == 32
