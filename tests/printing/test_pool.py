"""The render processes: warm, limited, renewed; and never the end of the web process."""

import os
import threading
import time
from pathlib import Path

import pytest

from congress.printing.kept import KeptPapers
from congress.printing.paper import Title
from congress.printing.pool import Pool, RenderProcess
from congress.printing.problems import EngineMissing, PrintFailed
from congress.printing.render import Press
from tests.printing.papers import decision, delegate_list

FAMILY = "Liberation Serif"


@pytest.fixture
def pools():
    made = []

    def make(**sizes):
        made.append(Pool(FAMILY, **{"processes": 1, "seconds": 200} | sizes))
        return made[-1]

    yield make
    for pool in made:
        pool.close()


def ask(pool, html="<html lang=vi><title>x</title><body><p>x", job="pdf"):
    return pool.ask({"job": job, "css": f'body {{ font-family: "{FAMILY}" }}', "family": FAMILY}, html.encode())


def test_a_process_starts_at_the_first_paper_and_stays(pools):
    pool = pools()
    assert pool._idle == []
    ask(pool)
    first = pool._idle[0]
    ask(pool)
    assert pool._idle == [first]


def test_a_process_is_renewed_after_its_share_of_papers(pools):
    pool = pools(jobs=2)
    ask(pool)
    assert pool._idle == []
    ask(pool)
    assert pool._idle == []


def test_a_dead_process_is_replaced(pools):
    pool = pools()
    ask(pool)
    pool._idle[0].process.kill()
    pool._idle[0].process.wait()
    assert ask(pool)[1].startswith(b"%PDF")


def test_a_paper_that_takes_too_long_is_stopped_and_the_next_one_is_printed(pools):
    pool = pools(seconds=0.2)
    with pytest.raises(PrintFailed) as failed:
        ask(pool, "<html lang=vi><title>x</title><body>" + "<p>chữ</p>" * 20_000)
    assert failed.value.kind == "too-slow"
    assert "giây" in failed.value.sentence
    pool.seconds = 30
    assert ask(pool)[1].startswith(b"%PDF")


def test_a_paper_that_takes_too_much_memory_is_stopped_and_the_next_one_is_printed(pools):
    pool = pools(megabytes=400)
    ask(pool)
    with pytest.raises(PrintFailed) as failed:
        ask(pool, "<html lang=vi><title>x</title><body>" + "<table><tr><td>chữ</table>" * 40_000)
    assert failed.value.kind == "too-large"
    assert ask(pool)[1].startswith(b"%PDF")


def test_a_fault_in_one_paper_leaves_the_process_alive(pools):
    pool = pools()
    ask(pool)
    process = pool._idle[0]
    with pytest.raises(PrintFailed, match="Không lập được"):
        ask(pool, job="no such job")
    assert pool._idle == [process]


def test_when_all_are_busy_one_waits_and_then_is_told(pools):
    pool = pools(patience=0.1)
    with pool.lend(), pytest.raises(PrintFailed, match="chờ in"):
        ask(pool)
    assert ask(pool)[1].startswith(b"%PDF")


def test_many_threads_share_two_processes_and_each_gets_its_own_paper(read):
    press = Press(pool=Pool(FAMILY, processes=2, seconds=200))
    found = {}

    def print_one(number):
        found[number] = press.pdf(decision(paragraphs=1, title=Title(kind=f"Thư số {number}")))

    threads = [threading.Thread(target=print_one, args=(number,)) for number in range(16)]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(press.pool._idle) <= 2
    finally:
        press.pool.close()
    assert sorted(found) == list(range(16))
    assert all(f"THƯ SỐ {number}" in read(data).pages[0].extract_text() for number, data in found.items())


def test_render_processes_do_not_see_the_secrets_of_the_application(pools, monkeypatch):
    monkeypatch.setenv("CONGRESS_DATABASE_URL", "postgresql://secret")
    process = RenderProcess(FAMILY, 800)
    try:
        environment = Path(f"/proc/{process.process.pid}/environ").read_bytes()
    finally:
        process.close()
    assert b"secret" not in environment
    assert b"SOURCE_DATE_EPOCH=0" in environment


def test_render_processes_end_with_the_pool(pools):
    pool = pools()
    ask(pool)
    number = pool._idle[0].process.pid
    pool.close()
    assert not Path(f"/proc/{number}").exists()


def test_a_missing_family_is_named(pools):
    press = Press(family="Phông Không Có", pool=Pool("Phông Không Có", processes=1))
    with pytest.raises(PrintFailed) as failed:
        press.pdf(decision())
    assert failed.value.kind == "font-missing"
    assert "Phông Không Có" in failed.value.sentence
    press.pool.close()


def test_a_letter_the_family_lacks_is_named_with_its_place(press):
    with pytest.raises(PrintFailed) as failed:
        press.pdf(delegate_list(1, first_name="Nguyễn 中 Văn A"))
    assert failed.value.kind == "letter-missing"
    assert "中" in failed.value.sentence and "Nguyễn 中 Văn A" in failed.value.sentence


def test_a_machine_without_the_engine_says_which_package_is_missing():
    sentence = EngineMissing("engine-missing", missing="cannot load library 'libpango-1.0-0'").sentence
    assert "libpango-1.0-0" in sentence


class TestKept:
    def test_the_same_paper_is_not_drawn_twice(self, tmp_path, press, monkeypatch):
        keeping = Press(kept=tmp_path / "printed", pool=press.pool)
        first = keeping.pdf(decision())
        monkeypatch.setattr(keeping, "pool", None)
        assert keeping.pdf(decision()) == first

    def test_one_changed_letter_makes_another_paper(self, tmp_path, press):
        keeping = Press(kept=tmp_path / "printed", pool=press.pool)
        assert keeping.pdf(delegate_list(1)) != keeping.pdf(delegate_list(1, first_name="Nguyễn Văn B"))
        assert len(list((tmp_path / "printed").iterdir())) == 2

    def test_only_the_owner_may_read_them(self, tmp_path):
        kept = KeptPapers(tmp_path / "printed")
        kept.keep("a", b"x")
        assert (tmp_path / "printed").stat().st_mode & 0o077 == 0
        assert (tmp_path / "printed" / "a.pdf").stat().st_mode & 0o077 == 0

    def test_old_ones_are_dropped(self, tmp_path):
        kept = KeptPapers(tmp_path, seconds=100)
        kept.keep("a", b"x")
        os.utime(tmp_path / "a.pdf", (1, 1))
        assert kept.find("a") is None
        kept.keep("b", b"y")
        assert not (tmp_path / "a.pdf").exists()

    def test_the_folder_does_not_grow_beyond_its_bound(self, tmp_path):
        kept = KeptPapers(tmp_path, megabytes=1)
        for number in range(5):
            kept.keep(str(number), bytes(400_000))
            os.utime(tmp_path / f"{number}.pdf", (kept_at := time.time() - 100 + number, kept_at))
        assert sorted(file.stem for file in tmp_path.glob("*.pdf")) == ["3", "4"]

    def test_a_full_or_locked_disk_only_means_that_nothing_is_kept(self, tmp_path):
        (tmp_path / "file").write_text("")
        kept = KeptPapers(tmp_path / "file" / "printed")
        kept.keep("a", b"x")
        assert kept.find("a") is None

    def test_all_can_be_forgotten(self, tmp_path):
        kept = KeptPapers(tmp_path)
        kept.keep("a", b"x")
        kept.forget()
        assert list(tmp_path.iterdir()) == []
