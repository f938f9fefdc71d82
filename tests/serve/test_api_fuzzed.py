"""The API under whatever its document allows, and what it does not: schemathesis finds nothing."""

from io import BytesIO
from pathlib import Path

import schemathesis
from records import RECORD
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from serving import NOW, Clock, fetch, read

from onrecord.ingest import ingest
from onrecord.record import open_to_write
from onrecord.record.inquiry import open_inquiry
from onrecord.serve import Site, Terms, make_app
from onrecord.sources import Outside

LOCAL = {"Host": "localhost"}
CONFIG = {
    "seed": 1,
    "headers": LOCAL,
    "generation": {"max-examples": 20, "database": "none", "deterministic": True},
}
LEAST_CASES = 500


def test_schemathesis_finds_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "news.db")
    with open_to_write(path, now=NOW.isoformat()) as store:
        list(ingest([RECORD], store, jobs=1, now=NOW.isoformat))
    outside = Outside(BytesIO(), fetch, fetch, Clock())
    site = Site(open_inquiry(path), open_to_write(path, now=NOW.isoformat()), outside, read, Terms(readings=10**6))
    config = SchemathesisConfig.from_dict(CONFIG)
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", make_app(site), config=config, headers=LOCAL)
    found, cases = [], 0
    for event in from_schema(schema).execute():
        assert not isinstance(event, events.NonFatalError | events.FatalError), event
        if isinstance(event, events.ScenarioFinished):
            cases += len(event.recorder.checks)
            checks = [check for nodes in event.recorder.checks.values() for check in nodes if check.failure_info]
            found += [(event.recorder.label, check.name, check.failure_info.code_sample) for check in checks]
    site.close()
    assert found == []
    assert cases > LEAST_CASES
