"""The query as it runs in production, `withWatermark` and checkpoint and all, only not from Kafka."""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict

import pytest
from conftest import KafkaRecord, event
from pyspark.errors import StreamingQueryException

BEGIN = dt.datetime(2024, 5, 1, 10, tzinfo=dt.timezone.utc)


def at(time, age):
    return event(age, f"2024-05-01T{time}Z")


def test_append_writes_a_window_once_when_the_watermark_has_reached_its_end(stream):
    stream.start("append")
    assert stream.process(at("10:00:10", 20), at("10:00:50", 40)) == {}
    assert stream.process(at("10:01:59.999", 30)) == {}
    assert stream.process(at("10:02:00", 30)) == {"10:00": 30}
    assert stream.process(at("10:30:00", 30)) == {"10:01": 30, "10:02": 30}


def test_append_keeps_the_last_windows_open_while_nothing_newer_comes(stream):
    stream.start("append")
    stream.process(at("10:00:10", 20))
    assert stream.process(KafkaRecord(None, b"no event")) == {}


def test_update_writes_a_window_whenever_it_changes(stream):
    stream.start("update")
    assert stream.process(at("10:00:10", 20)) == {"10:00": 20}
    assert stream.process(at("10:00:20", 40), at("10:01:00", 50)) == {"10:00": 30, "10:01": 50}
    assert stream.process(at("10:01:01", 70)) == {"10:01": 60}


def test_complete_writes_all_windows_and_forgets_none(stream):
    stream.start("complete")
    assert stream.process(at("10:00:10", 20)) == {"10:00": 20}
    assert stream.process(at("10:30:00", 40)) == {"10:00": 20, "10:30": 40}
    assert stream.process(at("10:00:20", 40)) == {"10:00": 30, "10:30": 40}


def test_a_late_event_counts_until_the_watermark_reaches_the_end_of_its_window(stream):
    stream.start("update")
    stream.process(at("10:02:30", 20), at("10:03:59.999", 20))
    assert stream.process(at("10:02:00", 40)) == {"10:02": 30}
    assert stream.late() == 0
    stream.process(at("10:04:00", 20))
    assert stream.process(at("10:02:59.999", 99)) == {}
    assert stream.late() == 1


def test_an_event_of_ancient_times_is_late_and_nothing_worse(stream):
    stream.start("update")
    assert stream.process(at("10:00:10", 20)) == {"10:00": 20}
    assert stream.process(event(99, "0001-01-01T00:00:00Z"), at("10:00:20", 40)) == {"10:00": 30}
    assert stream.late() == 1


def test_an_event_in_the_future_does_not_make_the_others_late(stream):
    stream.start("update")
    stream.process(event(99, "2999-01-01T00:00:00Z"), event(99, 9_000_000_000))
    assert stream.process(at("10:00:20", 40)) == {"10:00": 40}
    assert stream.late() == 0


@pytest.mark.parametrize("output_mode", ["append", "update", "complete"])
def test_writes_a_dead_letter_once_and_at_once_whatever_becomes_of_the_windows(stream, output_mode):
    stream.start(output_mode)
    stream.process(at("10:00:10", 20), event("old", "2024-05-01T10:00:20Z"))
    assert [letter["reason"] for letter in stream.letters] == ["non_numeric_age"]
    stream.process(at("10:30:00", 20), KafkaRecord(b"k", b"no event"))
    assert [letter["reason"] for letter in stream.letters] == ["non_numeric_age", "invalid_json"]


def test_reads_and_parses_each_record_once_for_averages_and_dead_letters(stream):
    # No batch without records comes after it, which would have another plan.
    stream.start("complete")
    stream.process(at("10:00:10", 20), KafkaRecord(b"k", b"no event"))
    plan = stream.query._jsq.explainInternal(False)
    assert plan.count("ReusedExchange") == 1
    assert plan.count("FileScan") == 1
    assert plan.count("from_json") == 3
    assert sum(progress["numInputRows"] for progress in stream.query.recentProgress) == 2


@pytest.mark.parametrize("output_mode", ["append", "update", "complete"])
def test_goes_on_from_its_checkpoint(stream, output_mode):
    stream.start(output_mode)
    stream.process(at("10:00:10", 20))
    stream.query.stop()
    stream.add(at("10:00:20", 40))
    stream.start(output_mode)
    stream.process(at("10:02:00", 50))
    assert [row["average_age"] for row in stream.written if row["key"][11:16] == "10:00"][-1] == 30


@pytest.mark.parametrize("output_mode", ["append", "update", "complete"])
def test_writes_a_batch_again_and_the_same_when_it_ended_before_its_commit(stream, output_mode):
    def die():
        raise RuntimeError("killed")

    stream.start(output_mode)
    stream.process(at("10:00:10", 20), at("10:02:00", 60))
    before = list(stream.written)
    stream.before_commit = die
    with pytest.raises(StreamingQueryException, match="killed"):
        stream.process(at("10:01:20", 40), at("10:04:00", 60))
    unfinished = stream.written[len(before) :]
    stream.before_commit = lambda: None
    stream.written.clear()
    stream.start(output_mode)
    stream.query.processAllAvailable()
    assert stream.written[: len(unfinished)] == unfinished


@pytest.mark.parametrize("output_mode", ["append", "update", "complete"])
def test_windows_are_those_that_plain_python_computes_from_disordered_batches(stream, output_mode):
    chance = random.Random(output_mode)
    batches = [
        [(chance.randint(0, 99), 60 * number + chance.randint(-200, 60)) for _ in range(chance.randint(1, 30))]
        for number in range(5)
    ]
    stream.start(output_mode)
    for batch in batches:
        stream.process(*(event(age, (BEGIN + dt.timedelta(seconds=second)).isoformat()) for age, second in batch))

    written = {}
    for row in stream.written:
        assert output_mode != "append" or row["key"] not in written
        written[row["key"]] = row["average_age"]
    assert written == pytest.approx(computed(batches, output_mode))


def computed(batches, output_mode):
    """Seconds after BEGIN throughout; window and watermark of a minute."""
    windows, watermark = defaultdict(list), -60 * 60 * 24 * 365 * 50
    for batch in batches:
        for age, second in batch:
            start = second // 60 * 60
            if output_mode == "complete" or start + 60 > watermark:
                windows[start].append(age)
        watermark = max(watermark, *(second - 60 for _, second in batch))
    return {
        (BEGIN + dt.timedelta(seconds=start)).strftime("%Y-%m-%dT%H:%M:%S.000Z"): sum(ages) / len(ages)
        for start, ages in windows.items()
        if output_mode != "append" or start + 60 <= watermark
    }
