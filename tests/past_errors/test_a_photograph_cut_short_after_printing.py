"""Once a process had drawn a paper, photographs cut short were taken as they were, half grey."""

from io import BytesIO

import pytest
from PIL import Image, ImageFile

from congress.pictures import portrait
from congress.shared.problems import RuleBroken


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photograph_cut_short_is_refused_whatever_another_library_allows(monkeypatch, kind):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint does when it is imported
    written = BytesIO()
    Image.effect_noise((300, 400), 80).convert("RGB").save(written, kind)
    data = written.getvalue()
    with pytest.raises(RuleBroken) as broken:
        portrait.portrait(data[: len(data) // 3])
    assert broken.value.message == portrait.BROKEN
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True
