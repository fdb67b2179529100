"""Files are there whole or not at all, under plain names, for the owner only."""

import pytest

from congress.storage import Storage


@pytest.fixture
def files(tmp_path):
    return Storage(tmp_path / "files")


def test_what_is_put_is_read_again_replaced_and_removed(files):
    files.put("photos/a/1.jpg", b"one")
    assert files.exists("photos/a/1.jpg") and files.read("photos/a/1.jpg") == b"one"
    files.put("photos/a/1.jpg", b"two")
    assert files.read("photos/a/1.jpg") == b"two"
    files.remove("photos/a/1.jpg")
    files.remove("photos/a/1.jpg")
    assert not files.exists("photos/a/1.jpg")
    with pytest.raises(FileNotFoundError):
        files.read("photos/a/1.jpg")


def test_a_folder_names_its_files_in_order_and_nothing_half_written(files):
    assert list(files.names("photos/a")) == []
    for name in ("2.jpg", "1.jpg"):
        files.put(f"photos/a/{name}", b"x")
    (files.folder / "photos/a/left.part").write_bytes(b"torn")
    assert list(files.names("photos/a")) == ["photos/a/1.jpg", "photos/a/2.jpg"]


@pytest.mark.parametrize(
    "name", ["../x.jpg", "/etc/passwd", "a/../../b", "a//b", "", "A.jpg", "a\\b", "a/.hidden", "a\0"]
)
def test_a_name_leads_nowhere_else(files, name):
    with pytest.raises(ValueError, match="not a name"):
        files.put(name, b"x")


def test_files_and_folders_are_for_the_owner_only(files):
    files.put("photos/a/1.jpg", b"x")
    assert (files.folder / "photos/a/1.jpg").stat().st_mode & 0o077 == 0
    assert (files.folder / "photos/a").stat().st_mode & 0o077 == 0


def test_a_failed_write_leaves_the_old_file_and_nothing_else(files, monkeypatch):
    files.put("photos/a/1.jpg", b"old")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.put("photos/a/1.jpg", b"new")
    assert [each.name for each in (files.folder / "photos/a").iterdir()] == ["1.jpg"]
    assert files.read("photos/a/1.jpg") == b"old"
