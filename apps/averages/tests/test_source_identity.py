"""A checkpoint is read on with the topic that it was begun with, and with no other of its name."""

from __future__ import annotations

import pytest

from source_identity import SourceProblem, refuse_another

FIRST = "JmzUNvQ4Q3e9ROyk0dmZcw"
# As Kafka's ids may begin; files of such names are hidden from some of Hadoop's readers.
SECOND = "_-0UNvQ4Q3e9ROyk0dmZcw"


@pytest.mark.parametrize("identity", [FIRST, SECOND])
def test_the_topic_of_the_first_start_is_taken_again(spark, tmp_path, identity):
    for _ in range(3):
        refuse_another(spark, f"{tmp_path}/checkpoint", "user_events", identity)


@pytest.mark.parametrize("one, other", [(FIRST, SECOND), (SECOND, FIRST)])
def test_another_topic_of_its_name_is_refused_each_time(spark, tmp_path, one, other):
    refuse_another(spark, str(tmp_path), "user_events", one)
    for _ in range(2):
        with pytest.raises(SourceProblem, match=f"user_events was made anew.*{other}.*{one}.*another --checkpoint"):
            refuse_another(spark, str(tmp_path), "user_events", other)
    refuse_another(spark, str(tmp_path), "user_events", one)


def test_a_slash_at_the_end_of_the_location_makes_no_difference(spark, tmp_path):
    refuse_another(spark, f"{tmp_path}/", "user_events", FIRST)
    with pytest.raises(SourceProblem):
        refuse_another(spark, str(tmp_path), "user_events", SECOND)
