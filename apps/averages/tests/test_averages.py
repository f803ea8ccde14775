from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict

import pytest
from conftest import MINUTE, KafkaRecord, event
from hypothesis import HealthCheck, given, settings, strategies as st

from user_events import averages, classify


@pytest.fixture(scope="module")
def average_ages(kafka):
    def collect(records, window="1 minute"):
        return averages(classify(kafka(list(records)), MINUTE), window, "1 minute").collect()

    return collect


def test_writes_the_window_and_its_average_keyed_by_the_windows_start(average_ages):
    [row] = average_ages([event(30, "2024-05-01T10:00:00Z"), event(41, "2024-05-01T10:00:59.999Z")])
    assert row.key == "2024-05-01T10:00:00.000Z"
    assert json.loads(row.value) == {
        "window": {"start": "2024-05-01T10:00:00.000Z", "end": "2024-05-01T10:01:00.000Z"},
        "average_age": 35.5,
    }


def test_a_window_has_its_start_but_not_its_end(average_ages):
    rows = average_ages([event(1, "2024-05-01T10:00:59.999999Z"), event(2, "2024-05-01T10:01:00Z")])
    assert {row.key[11:16]: json.loads(row.value)["average_age"] for row in rows} == {"10:00": 1, "10:01": 2}


def test_the_time_zone_of_an_event_does_not_move_it_to_another_window(average_ages):
    same = ["2024-05-01T10:00:30Z", "2024-05-01T12:00:30+02:00", "2024-04-30T23:30:30-10:30", 1714557630]
    [row] = average_ages(event(36, timestamp) for timestamp in same)
    assert row.key == "2024-05-01T10:00:00.000Z"


def test_records_that_cannot_be_used_do_not_count(average_ages):
    useless = [KafkaRecord(None, None), KafkaRecord(None, b"x"), event("30", "2024-05-01T10:00:00Z")]
    [row] = average_ages([event(36, "2024-05-01T10:00:00Z"), *useless])
    assert json.loads(row.value)["average_age"] == 36


def test_an_average_of_the_largest_ages_is_still_a_number(average_ages):
    [row] = average_ages([event(1e288, "2024-05-01T10:00:00Z")] * 1000)
    assert json.loads(row.value)["average_age"] == pytest.approx(1e288)


@pytest.mark.parametrize(
    "window, key", [("250 milliseconds", "10:07:42.750"), ("5 minutes", "10:05:00.000"), ("1 day", "00:00:00.000")]
)
def test_windows_of_every_length_begin_at_whole_multiples_since_1970(average_ages, window, key):
    [row] = average_ages([event(36, "2024-05-01T10:07:42.999Z")], window)
    assert row.key == f"2024-05-01T{key}Z"


def test_an_event_before_1970_has_its_window_too(average_ages):
    [row] = average_ages([event(36, "1969-12-31T23:59:59Z")])
    assert row.key == "1969-12-31T23:59:00.000Z"


ages = st.integers(-1000, 1000) | st.floats(-1e9, 1e9, allow_nan=False)
times = st.datetimes(dt.datetime(2024, 4, 30, 23, 55), dt.datetime(2024, 5, 1, 0, 5))
offsets = st.sampled_from([dt.timedelta(hours=hours) for hours in (-11, -3.5, 0, 2, 5.75, 14)])


@given(st.lists(st.tuples(ages, times, offsets), min_size=1, max_size=200))
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_averages_are_those_that_plain_python_computes(average_ages, people):
    def as_zoned(time, offset):
        return time.replace(tzinfo=dt.timezone.utc).astimezone(dt.timezone(offset)).isoformat()

    expected = defaultdict(list)
    for age, time, _ in people:
        expected[time.strftime("%Y-%m-%dT%H:%M:00.000Z")].append(age)

    rows = average_ages(event(age, as_zoned(time, offset)) for age, time, offset in people)

    assert {row.key: json.loads(row.value)["average_age"] for row in rows} == {
        start: pytest.approx(sum(ages) / len(ages), rel=1e-9, abs=1e-3) for start, ages in expected.items()
    }
