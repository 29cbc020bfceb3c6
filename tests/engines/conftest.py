"""What tests of engines may use: a Spark cluster, started once per run."""

from __future__ import annotations

import pytest

from tests.engines.spark_cluster import ON_SPARK, spark, spark_master  # noqa: F401 - fixtures


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by the fixture, so that marker and need cannot come apart."""
    for item in items:
        if {"spark", "spark_master"} & set(getattr(item, "fixturenames", ())):
            for mark in ON_SPARK:
                item.add_marker(mark)
